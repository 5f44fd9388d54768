"""The county's own settings. They stand after the service's and replace them."""
