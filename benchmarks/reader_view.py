"""What the reader's view keeps: statements of invented policy pages, and how much furniture comes along.

    python -m benchmarks.reader_view [PATH/TO/policy_pages.py]

Recall: statements that stand whole in the text; furniture: lines of navigation, news, weather and advertising that
stand in it too. Three texts are compared: trafilatura's as it comes, the reader's view (Document.text), all segments.
"""

from __future__ import annotations

import sys
from pathlib import Path
from types import ModuleType

from trafilatura import extract as trafilatura_extract

from benchmarks.policy_pages import HERE, generator
from monitors.extract import extract


def texts(html: str) -> dict[str, str]:
    """The three texts of a page, by name."""
    document = extract(html.encode(), "text/html; charset=utf-8", "https://county.example/page")
    return {
        "trafilatura as it comes": trafilatura_extract(html) or "",
        "reader's view": document.text,
        "all segments": "\n".join(segment.text for segment in document.segments),
    }


def score(pages: ModuleType) -> dict[str, list[int]]:
    """By text: statements kept, statements, lines of furniture kept, lines of furniture."""
    found: dict[str, list[int]] = {}
    furniture = pages.Furniture()
    lines = [*furniture.news, *furniture.events, furniture.weather, furniture.ad, furniture.hero, *furniture.related]
    for page in pages.PAGES:
        html = pages.render(page)
        for name, text in texts(html).items():
            row = found.setdefault(name, [0, 0, 0, 0])
            row[0] += sum(pages.has(text, statement) for statement in page.statements)
            row[1] += len(page.statements)
            shown = [line for line in lines if line in html]
            row[2] += sum(pages.fold(line) in pages.fold(text) for line in shown)
            row[3] += len(shown)
    return found


def main(arguments: list[str]) -> None:
    pages = generator(Path(arguments[0]) if arguments else HERE / "pages" / "policy_pages.py")
    print(f"{'text':26}{'statements':>12}{'recall':>9}{'furniture':>12}{'share':>8}")
    for name, (kept, statements, noise, lines) in score(pages).items():
        recall, share = f"{kept / statements:.1%}", f"{noise / lines:.1%}"
        print(f"{name:26}{kept:>5} of {statements:<4}{recall:>9}{noise:>5} of {lines:<4}{share:>8}")


if __name__ == "__main__":
    main(sys.argv[1:])
