"""What goes out to other machines: feeds, sitemap, text files, Markdown twins, social cards."""
