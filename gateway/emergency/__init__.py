"""The emergency lane: taken in and kept on disk first, handed on afterwards.

It leans on nothing but this process and its disk. `notify` rings the person on call as soon as it
has the report; the `lifeline` process, which reads the same spool, rings when notify does not.
"""
