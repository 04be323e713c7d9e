"""The house rules that no other tool holds: generated pages are current, and what exists is documented."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from harmtrace.settings import Settings
from tools.generate_docs import pages

ROOT = Path(__file__).parent.parent
SOURCES = sorted((ROOT / "src" / "harmtrace").rglob("*.py"))
DOCS = ROOT / "docs"
_CODE = re.compile(r"[a-z]+(-[a-z]+)*")


@pytest.mark.parametrize("path", list(pages()), ids=lambda path: path.name)
def test_a_generated_page_is_current(path: Path) -> None:
    assert path.exists(), "run `make docs`"
    assert path.read_text(encoding="utf-8") == pages()[path], f"{path.name} is out of date: run `make docs`"


def test_every_module_says_in_one_line_what_it_makes() -> None:
    for path in SOURCES:
        if "versions" in path.parts:
            continue
        text = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
        first = text.splitlines()[0] if text else ""
        assert 0 < len(first) <= 120, f"{path.relative_to(ROOT)} needs a first line"


def test_every_issue_code_is_documented() -> None:
    page = (DOCS / "issues.md").read_text(encoding="utf-8")
    documented = set(re.findall(r"(?m)^\| `([a-z0-9-]+)` \|", page))
    used = {code for path in SOURCES for code in _issue_codes(path)} - {""}
    assert used - documented == set(), "codes without a line in docs/issues.md"


def test_the_readme_opens_with_the_commands_that_matter() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert "make demo" in readme
    assert "harmtrace run" in readme


def test_every_page_is_reachable_from_the_readme() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for page in sorted(DOCS.glob("*.md")):
        assert f"docs/{page.name}" in readme, f"README.md does not link docs/{page.name}"


def test_every_link_between_the_pages_leads_somewhere() -> None:
    for page in [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *DOCS.rglob("*.md"), *ROOT.glob("examples/**/*.md")]:
        for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page.relative_to(ROOT)}: {target}"


def test_every_setting_is_documented() -> None:
    page = (DOCS / "settings.md").read_text(encoding="utf-8")
    assert [name for name, _, _ in Settings().lines() if f"`{name}" not in page] == []


def test_every_range_rule_and_grade_has_its_line_in_the_glossary() -> None:
    glossary = (DOCS / "glossary.md").read_text(encoding="utf-8")
    for word in ("airwars_range", "acled_min", "ged_best", "latest_official", "Contested", "Discounted", "origin"):
        assert word in glossary


def test_an_architecture_decision_is_short() -> None:
    for page in sorted((DOCS / "adr").glob("*.md")):
        text = page.read_text(encoding="utf-8")
        assert len(text.splitlines()) <= 40, page.name
        assert "context" in text.lower(), page.name
        assert "cost" in text.lower(), page.name


def _issue_codes(path: Path) -> Iterator[str]:
    """Yield the codes of issues made in a module, as ``code="..."`` or as a word passed to ``_issue``."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call):
            continue
        yield from (_word(keyword.value) for keyword in node.keywords if keyword.arg == "code")
        name = node.func.id if isinstance(node.func, ast.Name) else ""
        if name in ("_issue", "_found"):
            yield from (_word(argument) for argument in node.args)
        if (
            isinstance(node.func, ast.Attribute)
            and ast.unparse(node.func) == "faults.add"
            and path.name == "gazetteers.py"
        ):
            yield f"gazetteer-{_word(node.args[0])}"


def _word(value: ast.expr) -> str:
    """Return a string constant that looks like a code, an empty text otherwise."""
    if isinstance(value, ast.Constant) and isinstance(value.value, str) and _CODE.fullmatch(value.value):
        return value.value
    return ""


def test_no_bound_of_a_pattern_is_lost_in_a_formatted_string() -> None:
    """``rf"\\w{0,10}"`` asks for the words "(0, 10)": the braces must be doubled."""
    lost = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path in SOURCES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FormattedValue) and isinstance(node.value, ast.Tuple | ast.Constant)
    ]
    assert lost == []
