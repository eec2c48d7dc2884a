"""Words by which a web page's markup tells what is not its text: in class names, ids and roles."""

# Whole words of a class or an id, parted at hyphens, underscores and capitals.
BOILERPLATE = frozenset(
    {
        "ad", "ads", "advert", "advertisement", "ambox", "banner", "breadcrumb", "breadcrumbs", "catlinks", "comments", "consent", "cookie",
        "cookies", "disqus", "editsection", "footer", "gdpr", "hatnote", "login", "masthead", "menu", "modal", "nav", "navbar", "navbox",
        "navigation", "newsletter", "noprint", "outbrain", "overlay", "pager", "pagination", "paywall", "popup", "printfooter", "promo",
        "promoted", "recommendations", "recommended", "references", "reflist", "related", "share", "sharebar", "sharing", "sidebar", "signup",
        "sistersitebox", "skip", "social", "sponsored", "subscribe", "subscription", "taboola", "toc", "toolbar", "tooltip", "trending", "widget",
    }
)  # fmt: skip
# Words that hide an element from sight.
HIDDEN = (
    "sr-only",
    "visually-hidden",
    "screen-reader-text",
    "visuallyhidden",
    "mw-jump-link",
    "u-hidden",
    "is-hidden",
)
ROLES = frozenset(
    {
        "navigation",
        "banner",
        "contentinfo",
        "complementary",
        "search",
        "dialog",
        "alertdialog",
        "menu",
        "menubar",
        "toolbar",
    }
)
# Words of a class that mark the day of publication.
DATE_CLASSES = frozenset(
    {
        "article-date", "byline", "date", "dateline", "entry-date", "post-date", "posted", "pubdate", "publication", "publish", "published",
        "timestamp",
    }
)  # fmt: skip
# Names of meta elements that hold the day of publication, the surest first.
DATE_NAMES = (
    "article:published_time", "og:article:published_time", "datepublished", "citation_publication_date", "citation_date", "dc.date.issued",
    "dcterms.issued", "dcterms.created", "dc.date.created", "dc.date", "dcterms.date", "parsely-pub-date", "sailthru.date", "publishdate",
    "publish-date", "publication_date", "pubdate", "date_published", "originalpublicationdate", "cxenseparse:recs:publishtime", "date",
)  # fmt: skip
TITLE_NAMES = ("og:title", "citation_title", "dc.title", "twitter:title")
# Kinds of JSON-LD objects that are a text with a day of publication of its own.
ARTICLE_TYPES = frozenset(
    {
        "AnalysisNewsArticle", "Article", "BlogPosting", "LiveBlogPosting", "NewsArticle", "OpinionNewsArticle", "Report", "ReportageNewsArticle",
        "ScholarlyArticle", "SocialMediaPosting", "TechArticle",
    }
)  # fmt: skip
