"""Train and measure the reference reader; nothing here is imported when the site runs."""
