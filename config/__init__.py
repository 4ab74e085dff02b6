"""The site's configuration: settings, addresses, server entry; nothing imports it."""
