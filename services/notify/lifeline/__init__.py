"""The lifeline: rings the person on call when nothing else has, with its own hands.

A process of its own. It needs the spool folder and the telephone provider, and neither broker nor
database nor any other process of the portal.
"""
