"""Everything that runs the portal on one machine: set-up, supervisor, control and test bed.

`python3 -m deploy.local up` needs nothing but the Python of the machine; it builds the rest and
goes on inside `.venv`.
"""
