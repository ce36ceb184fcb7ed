"""What the tags, classes and roles of a page's elements say of their text."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from lxml.html import HtmlElement

from headwater.intake.words import word_set

Role = Literal[
    "furniture",
    "comments",
    "comment",
    "comment_author",
    "comment_note",
    "bio",
    "caption",
    "dek",
    "byline",
    "stamp",
]

BLOCK_TAGS = word_set(
    """
    html body p div section article main header footer aside nav h1 h2 h3 h4 h5 h6 ul ol li dl dt dd
    blockquote figure figcaption table tbody thead tfoot tr caption pre address form fieldset
    details summary hr center
    """
)
SKIPPED_TAGS = word_set(
    """
    head script style noscript template svg math iframe object embed video audio canvas select
    textarea button input map datalist progress meter
    """
)
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_FURNITURE_TAGS = frozenset({"nav", "form", "dialog", "menu"})
_FURNITURE_ROLES = frozenset(
    {"navigation", "banner", "contentinfo", "search", "dialog", "alert", "toolbar", "menu"}
)
# Words of class names and ids, each alone between hyphens, underscores or capitals.
_FURNITURE_WORDS = word_set(
    """
    share shares sharing sharebar sharedaddy social newsletter newsletters subscribe signup related
    recommended recommendations trending promo promos promotion advert adverts advertisement ads ad
    banner sponsor sponsored cookie cookies consent gdpr breadcrumb breadcrumbs tags taglist paywall
    popup modal sidebar sidebars menu pagination pager skip outbrain taboola navigation nav navbar
    toolbar masthead topbar teaser teasers mostread popular jp-relatedposts follow donate widget
    widgets kicker rubric rating ratings print tools correction-form hidden offscreen
    """
)
_FURNITURE_TOKENS = word_set(
    """
    read-more most-read most-viewed more-stories more-on also-read see-also
    skip-link entry-footer post-navigation nav-links post-nav
    col-side side-column pull-quote pullquote pull editors-picks up-next read-next site-header
    site-footer page-footer back-to-top
    """
)
# What only screen readers are told; it would stand in the middle of a line.
_SPOKEN = frozenset({"sr-only", "screen-reader-text", "visually-hidden", "visuallyhidden"})
_COMMENT_REGIONS = word_set(
    """
    comments commentlist comment-list comments-area comments-section comment-section comments-list
    comment-thread discussion reader-comments responses disqus_thread comments-wrapper
    readers-comments talkback thread
    """
)
_COMMENT_ITEMS = word_set(
    """
    comment comment-item commentitem comment__item single-comment c-comment usercomment
    """
)
_COMMENT_AUTHORS = word_set(
    """
    comment-author comment__author commentauthor comment-author-name commenter commenter-name fn
    username user-name comment-user author poster nick nickname who comment-name
    """
)
_COMMENT_NOTES = word_set(
    """
    comment-meta comment-metadata comment-date comment-time comment-actions comment-footer reply
    comment-reply comment-reply-link votes vote likes permalink timestamp meta when edit-link
    respond comment-respond comments-title comment-form comments-form actions date
    """
)
_BIO = word_set(
    """
    author-bio authorbio about-author about-the-author author-box authorbox author-info
    author-description post-author-bio article-author-bio bio author-card author-about writer-bio
    author__bio
    """
)
_CAPTION = word_set(
    """
    caption wp-caption-text image-caption photo-caption media-caption figcaption img-caption
    """
)
_PHOTO = frozenset(["credit", "photo-credit", "image-credit"])
_DEK = word_set(
    """
    dek deck standfirst subtitle sub-title subhead subheadline subheading-main article-summary
    article-dek article__summary article__standfirst article-subtitle entry-subtitle story-summary
    intro-text tagline-article article-intro summary lede-summary
    lead-paragraph gem-c-lead-paragraph
    """
)
_BYLINE = word_set(
    """
    byline by by-line bylines auth author authors author-name entry-author post-author
    article-author article__byline article-byline story-byline byline-name posted-by writer
    signature
    """
)
_STAMP = word_set(
    """
    date dates dt pubdate publish-date published published-date posted-on entry-date timestamp stamp
    dateline-stamp datestamp post-date article-date article__date updated time-stamp meta entry-meta
    post-meta article-meta byline-date posted date-published read-time reading-time
    """
)
_ASIDE = 80  # code points
_COMMENT_ID = re.compile(r"^(?:(?:div-|li-)?comment|c|reply|post)[-_]?\d+$", re.IGNORECASE)
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


def names_of(element: HtmlElement) -> str:
    """Class names and id of an element, as one string."""
    return f"{element.get('class') or ''} {element.get('id') or ''}".strip()


@lru_cache(maxsize=4096)
def tokens(names: str) -> frozenset[str]:
    """The single names, in lower case."""
    return frozenset(names.lower().split())


@lru_cache(maxsize=4096)
def words(names: str) -> frozenset[str]:
    """The words that the names are made of."""
    return frozenset(re.split(r"[\s_:-]+", _CAMEL.sub("-", names).lower()))


def is_hidden(element: HtmlElement) -> bool:
    """Whether the page itself hides the element from whoever looks at it."""
    if not _SPOKEN.isdisjoint(tokens(names_of(element))):
        return True
    return "hidden" in element.attrib or bool(_HIDDEN_STYLE.search(element.get("style") or ""))


def is_furniture(element: HtmlElement) -> bool:
    """Whether tag, role or names mark the element as navigation, sharing, advertising and the like."""
    if element.tag in _FURNITURE_TAGS or (element.get("role") or "").lower() in _FURNITURE_ROLES:
        return True
    if element.tag == "aside" and len(element.text_content().strip()) < _ASIDE:
        return True  # a label of a film, a link: no box with a text of its own
    names = names_of(element)
    if not names:
        return False
    return not _FURNITURE_TOKENS.isdisjoint(tokens(names)) or not _FURNITURE_WORDS.isdisjoint(words(names))


def is_comment_region(element: HtmlElement) -> bool:
    """Whether the element holds the readers' comments as a whole."""
    return not _COMMENT_REGIONS.isdisjoint(tokens(names_of(element)))


def is_comment(element: HtmlElement) -> bool:
    """Whether the element is one reader's comment."""
    kind = element.get("itemtype") or ""
    return kind.endswith(("schema.org/Comment", "schema.org/UserComments")) or not _COMMENT_ITEMS.isdisjoint(
        tokens(names_of(element))
    )


def names_commenter(element: HtmlElement) -> bool:
    """Whether, inside a comment, the element names who wrote it."""
    if (
        element.tag == "cite"
        or element.get("itemprop") in ("author", "creator")
        or element.get("rel") == "author"
    ):
        return True
    return not _COMMENT_AUTHORS.isdisjoint(tokens(names_of(element)))


def has_commenter(element: HtmlElement) -> bool:
    """Whether something inside the element names a commenter."""
    return any(names_commenter(e) for e in element.iterdescendants() if isinstance(e.tag, str))


def may_be_comment(element: HtmlElement) -> bool:
    """Whether a list item among readers' comments is itself a comment, not an item in one."""
    return bool(_COMMENT_ID.match(element.get("id") or "")) or has_commenter(element)


def is_comment_note(element: HtmlElement) -> bool:
    """Whether, inside a comment, the element is a date, a vote count, a reply link or the like."""
    return element.tag == "time" or not _COMMENT_NOTES.isdisjoint(tokens(names_of(element)))


def article_role(element: HtmlElement) -> Role | None:
    """What the element's names say of a passage of the article itself."""
    if element.tag == "figcaption":
        return "caption"
    if element.get("rel") == "author" or element.get("itemprop") == "author":
        return "byline"
    names = tokens(names_of(element))
    for role, marks in _ROLES:
        if not marks.isdisjoint(names):
            return role
    return None


def is_photo_credit(element: HtmlElement) -> bool:
    """Whether the element names a picture's maker (meant inside figures only)."""
    return not _PHOTO.isdisjoint(tokens(names_of(element)))


_ROLES: tuple[tuple[Role, frozenset[str]], ...] = (
    ("bio", _BIO),
    ("caption", _CAPTION),
    ("dek", _DEK),
    ("byline", _BYLINE),
    ("stamp", _STAMP),
)
