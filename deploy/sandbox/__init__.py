"""The outside world as a product of its own: phones, mailboxes and the register of firms.

Demo and tests talk to it instead of Twilio, Brønnøysund and a mail server; production is
pointed at the real ones by configuration only.
"""
