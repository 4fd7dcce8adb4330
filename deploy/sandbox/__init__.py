"""The outside world as a product of its own: phones, mailboxes, firms and addresses.

Demo and tests talk to it instead of Twilio, Brønnøysund, Kartverket and a mail
server; production is pointed at the real ones by configuration only.
"""
