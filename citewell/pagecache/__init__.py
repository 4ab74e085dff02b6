"""The page cache: answers for anonymous visitors, kept until anything they show changes."""
