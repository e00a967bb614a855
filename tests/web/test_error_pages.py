"""What went wrong is told in one clear line, on a page that everyone can read."""

from playwright.sync_api import expect

from rhomboid.web.views import library

SUBMIT = """([path, fields]) => {
  const form = Object.assign(document.createElement("form"), { method: "post", action: path });
  for (const [name, value] of Object.entries(fields)) {
    form.append(Object.assign(document.createElement("input"), { type: "hidden", name, value }));
  }
  document.body.append(form);
  form.submit();
}"""


def check_both_ways(window, heading: str) -> None:
    """Check a page with axe in light and in dark, and that it fits a phone."""
    page = window.page
    expect(page.get_by_role("heading", level=1)).to_have_text(heading)
    for scheme in ("dark", "light"):
        page.emulate_media(color_scheme=scheme)
        window.check_axe()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_every_error_page_is_readable_in_light_and_dark(transactional_db, visitor, monkeypatch):
    page = visitor.goto("/")
    page.evaluate(SUBMIT, ["/start", {}])  # no token
    check_both_ways(visitor, "Please try once more")
    visitor.goto("/nothing-here")
    check_both_ways(visitor, "There is no such page")
    page = visitor.goto("/")
    page.get_by_role("button", name="Start", exact=True).click()
    page.wait_for_url("**/intake/**")
    token = page.locator("[name=csrfmiddlewaretoken]").first.input_value()
    page.evaluate(SUBMIT, ["/today/move/w01-0-strength", {"csrfmiddlewaretoken": token, "to": "soon"}])
    check_both_ways(visitor, "That did not work")
    expect(page.locator("main .lead")).to_contain_text("a date like 2026-11-23")
    monkeypatch.setattr(library, "render", None)
    visitor.goto("/library/")
    check_both_ways(visitor, "Something went wrong on our side")


def test_a_result_before_all_is_answered_is_readable_in_light_and_dark(transactional_db, visitor):
    page = visitor.goto("/")
    page.get_by_role("button", name="Start", exact=True).click()
    page.wait_for_url("**/intake/**")
    visitor.goto("/result/")
    check_both_ways(visitor, page.get_by_role("heading", level=1).inner_text())
