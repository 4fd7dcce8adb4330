"""Container images, and the settings that the containers of one site are given."""
