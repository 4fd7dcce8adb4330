"""The inspector: a process of its own that looks into files and writes letters."""
