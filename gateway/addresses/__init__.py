"""Addresses and cadastral numbers from Kartverket, asked for while somebody fills in a form."""
