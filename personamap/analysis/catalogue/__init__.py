"""Several courses of one client read together: balance is practised across courses."""
