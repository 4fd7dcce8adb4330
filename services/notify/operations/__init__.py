"""One file per operation, named as the RPC method."""
