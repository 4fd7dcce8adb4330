"""The four services and the chassis they stand on."""
