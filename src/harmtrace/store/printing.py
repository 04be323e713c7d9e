"""Edge: a page as PDF, where WeasyPrint and Pango are there; where they are not, what is missing and how to get it."""

import logging

from harmtrace.errors import UsageError


def missing() -> str:
    """Return what printing lacks on this machine and how to get it, empty where nothing is missing."""
    try:
        import weasyprint  # noqa: F401 - tried, because it looks for Pango when it is imported
    except ImportError:
        return "WeasyPrint is not installed: `pip install 'harmtrace[print]'` in this environment"
    except OSError as error:
        libraries = "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
        return f"WeasyPrint finds no Pango ({error}): `apt-get install {libraries}`"
    return ""


def to_pdf(page: str) -> bytes:
    """Return a page as PDF; the same page gives the same bytes on the same machine. Nothing is fetched.

    Raises:
        UsageError: WeasyPrint or Pango is missing; the message says how to get it.
    """
    if lack := missing():
        raise UsageError(f"PDF: {lack}")
    import weasyprint
    from weasyprint.urls import URLFetcher

    # It reports every property that it does not know; the sheet is written for browsers too.
    logging.getLogger("weasyprint").setLevel(logging.ERROR)
    printed: bytes = weasyprint.HTML(string=page, url_fetcher=URLFetcher(allowed_protocols=())).write_pdf(
        pdf_variant="pdf/ua-1"
    )
    return printed
