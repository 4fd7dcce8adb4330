"""P7: every route, asked by everybody who might, over an object of one firm at one utility."""
