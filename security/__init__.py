"""What keeps the site from being broken: headers, content policy, lock-out, checks."""
