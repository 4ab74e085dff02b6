"""A WordPress export (WXR) to items and their articles. Pure: a file in, values out.

The file is read twice, each time piece by piece: `survey` checks all of it and keeps what
posts refer to, `items` gives the posts one by one, `read_post` makes an article of each.
"""

from importing.readers.wordpress.export import Export, Item, items, survey
from importing.readers.wordpress.post import Post, read_post

__all__ = ["MOST_BYTES", "TOO_LARGE", "Export", "Item", "Post", "items", "read_post", "survey"]

MOST_BYTES = 500_000_000
TOO_LARGE = "The file is larger than 500 MB: let WordPress export it in parts, by date or author."
