from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Dialog, Page, Route

from headwater.records import (
    Attribution,
    ChainLink,
    Entity,
    Made,
    Mention,
    Part,
    Problem,
    Reading,
    Span,
    Voice,
)
from headwater.report import render_report
from headwater.report.safe import visible
from report import report_builder as builder
from report import report_story as tale
from report.report_hostile import PAYLOADS

Opens = Callable[..., Page]

UNDER = """([article, number]) => [...document.querySelectorAll(`#d${article} .s${number}`)]
  .map((e) => e.textContent).join("")"""
LIT = "() => [...document.querySelectorAll('.text .lit')].map((e) => e.textContent).join('|')"
BACKGROUND = "(e) => getComputedStyle(e).backgroundColor"


def story_page() -> str:
    return render_report(tale.story(), tale.PROBLEMS, title="The Almira")


def squeezed(text: str) -> str:
    return "".join(text.split())


def hostile(number: int, payload: str) -> Reading:
    """A payload as text, title, outlet, byline, address, source, speaker, carried voice and problem."""
    part = Part(Span(0, len(payload)), "quoted", Voice(payload, "e1"))
    whole = (Span(0, len(payload)),)
    chain = (ChainLink(payload, "e1", "page"), ChainLink(payload, "e1", "speaker"))
    attribution = Attribution(
        "a1", whole, whole, whole, "direct", "statement", "named_person", ("e1",), "asserts",
        False, "certain", None, 0, chain,
    )  # fmt: skip
    return Reading(
        builder.document(payload, f"{number} {payload}", title=payload, outlet=payload, byline=payload,
                      url=payload, published=payload if number % 2 else None, language=payload,
                      given=(payload,)),
        parts=(part,),
        entities=(Entity("e1", payload, "person"),),
        mentions=(Mention(whole[0], "person", "e1", "name"),),
        attributions=(attribution,),
        problems=(Problem(payload, payload, payload, whole[0]),),
    )  # fmt: skip


class Watch:
    """A browser context that opens pages and notes what they ask for, and what ran or complained."""

    def __init__(self, browser: Browser, file: Path) -> None:
        self.context = browser.new_context()
        self.file = file
        self.asked: list[str] = []
        self.ran: list[str] = []

    def opens(self, html: str) -> Page:
        self.file.write_bytes(html.encode("utf-8"))
        page = self.context.new_page()
        page.route("**/*", self._route)
        page.on("dialog", self._dialog)
        page.on("console", lambda message: self.ran.append(message.text))
        page.on("pageerror", lambda error: self.ran.append(str(error)))
        page.goto(self.file.as_uri())
        return page

    def _route(self, route: Route) -> None:
        if route.request.url == self.file.as_uri():
            route.continue_()
        else:
            self.asked.append(route.request.url)
            route.abort()

    def _dialog(self, dialog: Dialog) -> None:
        self.ran.append(dialog.message)
        dialog.dismiss()


@pytest.fixture
def watch(browser: Browser, tmp_path: Path) -> Iterator[Watch]:
    watch = Watch(browser, tmp_path / "report.html")
    yield watch
    watch.context.close()


def test_no_request_leaves_and_nothing_complains(watch: Watch) -> None:
    page = watch.opens(story_page())
    page.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true })")
    page.wait_for_timeout(100)
    assert (watch.asked, watch.ran) == ([], [])


def test_sixty_hostile_texts_stay_text(watch: Watch) -> None:
    assert len(PAYLOADS) >= 60
    readings = [hostile(number, payload) for number, payload in enumerate(PAYLOADS)]
    unread = [(payload, Problem(payload, payload, payload)) for payload in PAYLOADS]
    page = watch.opens(render_report(readings, unread, title=PAYLOADS[1] + PAYLOADS[3]))
    page.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true })")
    for link in page.locator(".r").all()[:5]:
        link.click()
    page.locator("#filter").fill("<script>")
    page.wait_for_timeout(100)
    assert page.evaluate("window.canary") is None
    assert (watch.asked, watch.ran) == ([], [])
    assert page.locator("script, style, base, link, iframe, img, object, embed, form").count() == 3
    hrefs = page.eval_on_selector_all("a", "(links) => links.map((a) => a.getAttribute('href'))")
    assert all(h.startswith(("#", "https://a.example/")) for h in hrefs)
    text = squeezed(page.locator("#articles").text_content() or "")
    assert all(squeezed(visible(payload)) in text for payload in PAYLOADS)


def test_the_policy_stops_a_script_even_if_one_were_let_in(watch: Watch) -> None:
    page = watch.opens(
        story_page().replace("</h1>", "</h1><script>window.canary=1</script><img src=https://e.example/x>")
    )
    assert page.evaluate("window.canary") is None
    assert watch.asked == []
    assert len(watch.ran) == 2


@pytest.mark.parametrize("scripts", [True, False])
def test_all_content_is_there_with_and_without_javascript(open_page: Opens, scripts: bool) -> None:
    page = open_page(story_page(), java_script_enabled=scripts)
    assert page.locator(".filter").is_visible() is scripts
    assert page.locator(".said > li").count() == 14
    assert page.locator(".notes > .n").count() == 14
    for reading in tale.story():
        assert page.get_by_text(reading.document.text.split("\n")[2][:20]).count() >= 1
    page.locator("summary", has_text="Comments by readers").click()
    assert page.get_by_text("Then your cousin should tell the police.").is_visible()


def undated_page() -> str:
    """Two documents without a date, one of an awkward name, and one whose date does not help."""
    names = ("note.txt", "YYYY-MM-DD it's.txt")
    readings = [Reading(builder.document(n, f"{n} says Tuesday.", published=None)) for n in names]
    return render_report([*readings, *tale.story()], [], title="No dates")


def test_days_are_set_in_one_place(open_page: Opens) -> None:
    page = open_page(undated_page())
    assert page.locator("#set-commands").is_hidden()
    page.locator(".day").first.fill("2024-12-17")
    assert "\n" not in (page.locator("#set-commands").text_content() or "")
    page.get_by_label("One day for all").fill("2024-12-18")
    commands = (page.locator("#set-commands").text_content() or "").split("\n")
    assert len(commands) == page.locator(".day").count() >= 2
    assert all("--published 2024-12-18 --case FILE" in c for c in commands)
    assert sum("'YYYY-MM-DD it'" in c for c in commands) == 1
    page.locator("#set-copy").click()
    page.get_by_text("Copied.").or_(page.get_by_text("They are marked")).wait_for()


def test_without_javascript_the_commands_stand_alone(open_page: Opens) -> None:
    page = open_page(undated_page(), java_script_enabled=False)
    assert page.locator("#undated .command").first.is_visible()
    assert page.locator(".day").first.is_hidden()


@pytest.mark.parametrize("width", [320, 360, 768, 1280])
def test_nothing_scrolls_sideways(open_page: Opens, width: int) -> None:
    long = Reading(
        builder.document(
            "W" * 400, "x" * 300, title="T" * 300, outlet="O" * 200, url="https://a.example/" + "u" * 300
        )
    )
    page = open_page(render_report([*tale.story(), long], tale.PROBLEMS, title="T" * 100), width=width)
    page.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true })")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_text_under_a_mark_is_the_quote_with_an_emoji_before_it(open_page: Opens) -> None:
    reading = tale.courier()
    page = open_page(render_report([reading], [], title="x"))
    ordered = sorted(reading.attributions, key=lambda a: (a.content[0].start, -a.content[-1].end))
    for number, attribution in enumerate(ordered, 1):
        quote = "".join(span.of(reading.document.text) for span in attribution.content)
        assert page.evaluate(UNDER, [1, number]) == quote
    assert "🚢" in reading.document.text[: ordered[1].content[0].start]


def test_the_text_of_an_article_is_whole(open_page: Opens) -> None:
    page = open_page(render_report([tale.courier()], [], title="x"))
    shown = page.eval_on_selector_all(".text .p", "(rows) => rows.map((p) => p.textContent).join('')")
    assert squeezed(shown) == squeezed(tale.COURIER)


def test_a_link_from_who_said_what_lands_on_the_words(open_page: Opens) -> None:
    page = open_page(story_page())
    item = page.locator(".said > li", has_text="I had tea")
    item.locator("a").click()
    assert page.url.endswith("#d1-s4")
    mark = page.locator("#d1-s4")
    assert mark.evaluate(
        "(e) => { const b = e.getBoundingClientRect(); return b.top >= 0 && b.bottom <= innerHeight }"
    )
    assert "“I had tea 🍵,”|she|said|“and I will say so in court.”" in page.evaluate(LIT)


def test_a_link_into_folded_comments_opens_them(open_page: Opens) -> None:
    page = open_page(story_page())
    page.locator(".said > li", has_text="engine smoked").locator("a").click()
    assert page.locator("#d2-s4").is_visible()


def test_without_javascript_the_target_lights_all_its_words_and_its_note(open_page: Opens) -> None:
    page = open_page(story_page(), fragment="#d1-s4", java_script_enabled=False)
    lit = page.locator("#d1-s4").evaluate(BACKGROUND)
    for selector in ("#d1 .s4 >> nth=0", "#d1 .s4 >> nth=1", "#d1-n4"):
        assert page.locator(selector).evaluate(BACKGROUND) == lit
    assert page.locator("#d1 .s3").first.evaluate(BACKGROUND) != lit


def test_a_click_on_a_statement_lights_its_chain_and_escape_ends_it(open_page: Opens) -> None:
    page = open_page(story_page())
    page.locator("#d2 .s2").first.click()
    lit = page.evaluate(LIT)
    assert "the line would be closed “until every engine is seen”" in lit
    assert page.locator("#d2-n2").evaluate("(e) => e.classList.contains('lit')")
    assert page.locator("#d2-n1").evaluate("(e) => e.classList.contains('via')")
    page.keyboard.press("Escape")
    assert page.evaluate(LIT) == ""


def test_the_keyboard_alone_reaches_statements_notes_and_folds(open_page: Opens) -> None:
    page = open_page(story_page())
    seen = []
    for _ in range(90):
        page.keyboard.press("Tab")
        seen.append(
            page.evaluate(
                "(({ id, className, tagName }) => id || className || tagName)(document.activeElement)"
            )
        )
    assert {"skip", "filter", "d1-s1", "d2-s2", "SUMMARY"} <= set(seen)
    page.locator("#d1-s4").focus()
    assert "she" in page.evaluate(LIT)
    page.keyboard.press("Enter")
    assert page.url.endswith("#d1-n4")
    page.locator("summary", has_text="Comments by readers").focus()
    page.keyboard.press("Enter")
    assert page.get_by_text("They knew.").is_visible()


def test_the_filter_leaves_what_holds_the_words(open_page: Opens) -> None:
    page = open_page(story_page())
    page.locator("#filter").fill("court")
    assert page.locator(".said > li:visible").count() == 1
    assert page.locator("#found").inner_text() == "1 found"
    page.locator("#filter").fill("varga")
    assert page.locator(".said > li:visible").count() == 3
    page.locator("#filter").fill("")
    assert page.locator(".speaker:visible").count() == 11


def test_what_is_unsure_or_not_told_as_said_can_be_hidden(open_page: Opens) -> None:
    first, *rest = tale.story()
    doubted, supposed, *others = first.attributions
    doubted = replace(doubted, made=Made("model", "1", 0.2))
    supposed = replace(supposed, modality="hypothetical")
    story = [replace(first, attributions=(doubted, supposed, *others)), *rest]
    page = open_page(render_report(story, tale.PROBLEMS, title="The Almira"))
    told = page.locator(".said > li:visible").count()
    assert page.get_by_text("read unsurely: check the words").count() > 0
    page.get_by_label("Only what is told as said, and read surely").check()
    hidden = page.locator(".said > li.un, .said > li.chk").count()
    assert hidden > 1
    assert page.locator(".said > li:visible").count() == told - hidden
    assert page.locator("#found").inner_text() == f"{told - hidden} found"


CONTRAST = """() => {
  const rgb = (c) => c.match(/[\\d.]+/g).map(Number);
  const light = (c) => { const [r, g, b] = rgb(c).slice(0, 3).map((v) => { v /= 255;
    return v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4 });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b };
  const ground = (e) => { for (; e; e = e.parentElement) { const c = getComputedStyle(e).backgroundColor;
    if ((rgb(c)[3] ?? 1) > 0) return c } return "rgb(255,255,255)" };
  const low = [];
  for (const e of document.querySelectorAll("body *")) {
    const own = [...e.childNodes].some((n) => n.nodeType === 3 && n.textContent.trim())
      || e.classList.contains("r");
    if (!own || e.closest("script,style,.vh")) continue;
    const [a, b] = [light(getComputedStyle(e).color), light(ground(e))].sort((x, y) => y - x);
    const ratio = (a + 0.05) / (b + 0.05);
    if (ratio < 4.5) low.push(`${e.tagName}.${e.className} ${ratio}`);
  }
  return low;
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_text_has_the_contrast_of_wcag_aa(open_page: Opens, scheme: str) -> None:
    page = open_page(story_page(), color_scheme=scheme)
    page.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true })")
    assert page.evaluate(CONTRAST) == []
    page.locator("#d1-s6").focus()
    assert page.evaluate(CONTRAST) == []
