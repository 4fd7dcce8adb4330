"""The demo world as data: utilities, firms, people, zones, contacts and news."""
