"""The program taken along: the calendar file and the pages to print."""

from icalendar import Calendar

from tests.web.short_program import give_program


def test_it_sends_the_program_of_the_person_in_view_as_a_calendar(client_of, asha):
    program = give_program(asha.person)
    answer = client_of(asha).get("/program/rhomboid.ics")
    assert answer.headers["Content-Type"] == "text/calendar"
    found = Calendar.from_ical(answer.content).walk("VEVENT")
    assert len(found) == len(program.sessions) + len(program.review_dates)


def test_it_sends_pages_to_print(client_of, asha):
    give_program(asha.person)
    answer = client_of(asha).get("/program/rhomboid.pdf")
    assert answer.content.startswith(b"%PDF")
    assert "rhomboid.pdf" in answer.headers["Content-Disposition"]


def test_without_a_program_it_shows_the_way_to_one(client_of, asha):
    for name in ("rhomboid.ics", "rhomboid.pdf"):
        assert client_of(asha).get(f"/program/{name}").url == "/result/"


def test_the_program_page_leads_to_both(client_of, asha):
    give_program(asha.person)
    page = client_of(asha).get("/program/").content.decode()
    assert "/program/rhomboid.ics" in page
    assert "/program/rhomboid.pdf" in page
