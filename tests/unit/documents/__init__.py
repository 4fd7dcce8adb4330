"""Pure rules of documents, inspection of files, and letters."""
