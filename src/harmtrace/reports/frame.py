"""The frame of pages that are joined from strings: head, way back, footer."""

from harmtrace.reports.book import ReportCase
from harmtrace.reports.svg import safe

POLICY = "default-src 'none'; style-src 'self' file:; img-src data:; base-uri 'none'; form-action 'none'"


def opening(case: ReportCase, *, title: str, kind: str, root: str = "../") -> str:
    """Return a page's head and way back, up to the start of its main part.

    ``kind`` says what the page shows (markup), ``root`` is the way to the report's folder.
    """
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta name="referrer" content="no-referrer"><meta name="color-scheme" content="light dark">'
        '<link rel="icon" href="data:,">'
        f'<link rel="stylesheet" href="{root}report.css">'
        f"<title>{safe(title)}</title></head>\n"
        '<body><a class="skip" href="#main">Skip to the content</a>'
        f'<header class="top"><nav aria-label="Where you are"><a href="{root}index.html">{safe(case.title)}</a>'
        f' <span aria-hidden="true">›</span> {kind}</nav></header>\n<main id="main">'
    )


def closing(case: ReportCase) -> str:
    """Return the end of a page's main part and its footer.

    The day of the run stands on the index alone: a page on which nothing changed stays as it is.
    """
    rules = ""
    if case.rules:
        rules = f"; rules:\n{', '.join(f'{safe(name)} {safe(version)}' for name, version in case.rules)}."
    return (
        "</main>\n<footer>\n<p>All figures are alleged, as published. Grades marked <em>suggested</em> come from a "
        f"rule; a person signs a grade.\nMade by harmtrace{rules}</p>\n</footer>\n</body></html>\n"
    )
