"""Pure rules of notify and of the lifeline."""
