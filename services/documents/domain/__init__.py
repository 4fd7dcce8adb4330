"""Pure rules of documents: names of files, and when a case takes them."""
