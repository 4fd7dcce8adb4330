"""The gateway's own concerns, without servers: hosts, proofs, sizes, problems, files, streams."""
