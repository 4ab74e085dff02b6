"""Who runs the site: identity, hours, numbers, navigation, alert banner."""
