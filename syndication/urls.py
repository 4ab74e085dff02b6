"""Addresses of the feeds; below a language's prefix where it has one."""

from django.urls import path

from syndication import feeds

urlpatterns = [
    path("feeds/articles.atom", feeds.articles_atom, name="articles_feed_atom"),
    path("feeds/articles.rss", feeds.articles_rss, name="articles_feed_rss"),
]
