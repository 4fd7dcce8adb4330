"""The database side of the chassis: engine, unit of work, outbox, inbox, audit trail."""
