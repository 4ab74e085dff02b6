"""Addresses of what goes out to machines; below a language's prefix where it has one."""

from django.urls import path, re_path

from syndication import cards, feeds, review_feeds, sitemaps, sources, text_files, twins

urlpatterns = [
    path("feeds/articles.atom", feeds.articles_atom, name="articles_feed_atom"),
    path("feeds/articles.rss", feeds.articles_rss, name="articles_feed_rss"),
    path("feeds/reviews.atom", review_feeds.reviews_atom, name="reviews_feed_atom"),
    path("feeds/reviews.rss", review_feeds.reviews_rss, name="reviews_feed_rss"),
    path("llms.txt", text_files.llms, name="llms_txt"),
    re_path(r"^((?:[\w\-]+/)*)page\.md$", twins.page_twin, name="page_twin"),
    re_path(r"^((?:[\w\-]+/)*)sources\.(ris|bib|json)$", sources.page_sources, name="page_sources"),
]

site_patterns = [
    path("sitemap.xml", sitemaps.sitemap, name="sitemap"),
    path("sitemap-part.xml", sitemaps.part, name="sitemap_part"),
    path("robots.txt", text_files.robots, name="robots_txt"),
    path(".well-known/security.txt", text_files.security, name="security_txt"),
    path("cards/<int:page_id>/<slug:version>.png", cards.card, name="social_card"),
]
"""One for a whole site, whatever the language."""
