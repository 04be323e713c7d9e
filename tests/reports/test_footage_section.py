from harmtrace.reports.footage_section import listed


def test_a_hundred_suggestions_are_all_on_the_page_but_not_all_at_once() -> None:
    page = listed([f"<li>{number}</li>" for number in range(100)])
    seen, hidden = page.split("<details>")
    assert seen.count("<li>") == 20
    assert hidden.count("<li>") == 80
    assert "<summary>80 more</summary>" in hidden


def test_few_suggestions_have_nothing_to_open() -> None:
    assert "<details>" not in listed(["<li>one</li>"] * 20)
