"""Our monitors as lists of other tools. What a list can't say is told, never left out in silence."""

from __future__ import annotations

import json
import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

import yaml
from lxml import etree

from monitors.lists.row import one_line
from monitors.records import Monitor, Source

Pairs = Sequence[tuple[Source, Monitor]]
_NAMESPACE = uuid.UUID("6f0a3c5e-5a0c-4a55-9a0b-2c7b8c2f6d11")  # ours: the same monitor gets the same number each time


@dataclass(frozen=True, slots=True)
class Written:
    """A list as text, with the ids of monitors that it can't hold and why."""

    text: str
    left_out: tuple[tuple[str, str], ...] = ()


def write_list(pairs: Pairs, kind: str) -> Written:
    """The monitors, each with its source, as a list of that kind (see WRITTEN)."""
    left_out: list[tuple[str, str]] = []
    held = []
    for source, monitor in pairs:
        if why := _unfit(kind, monitor):
            left_out.append((monitor.id, why))
        else:
            held.append((source, replace(monitor, title=_clean(monitor.title))))
    return Written(WRITTEN[kind](held), tuple(left_out))


def _unfit(kind: str, monitor: Monitor) -> str:
    if not monitor.active and kind not in ("urlwatch", "changedetection"):
        return "is paused, which such a list can't say"
    if monitor.spider != "page" and kind == "open-terms":
        return f"is a {monitor.spider}: declarations are of pages alone"
    return ""


def _urls(pairs: Pairs) -> str:
    return "".join(f"{monitor.url} {monitor.title}".rstrip() + "\n" for _, monitor in pairs)


def _opml(pairs: Pairs) -> str:
    """Sources as headings; a feed by xmlUrl, any other page as a link."""
    root = etree.Element("opml", version="2.0")
    head = etree.SubElement(root, "head")
    etree.SubElement(head, "title").text = "visitwatch"
    body = etree.SubElement(root, "body")
    headings: dict[str, Any] = {}
    for source, monitor in pairs:
        if source.id not in headings:
            headings[source.id] = etree.SubElement(body, "outline", text=_clean(source.name))
        entry = etree.SubElement(headings[source.id], "outline", text=monitor.title or monitor.id)
        entry.set("type", "rss" if monitor.spider == "feed" else "link")
        entry.set("xmlUrl" if monitor.spider == "feed" else "url", monitor.url)
    written: bytes = etree.tostring(root, pretty_print=True, xml_declaration=True, encoding="utf-8")
    return written.decode()


def _urlwatch(pairs: Pairs) -> str:
    jobs = []
    for _, monitor in pairs:
        job: dict[str, Any] = {"name": monitor.title or monitor.id}
        job["navigate" if monitor.fetch == "browser" else "url"] = monitor.url
        css = {"selector": ", ".join(monitor.select) or "html"}
        if monitor.ignore:
            css["exclude"] = ", ".join(monitor.ignore)
        job["filter"] = [*([{"css": css}] if monitor.select or monitor.ignore else []), "html2text"]
        if not monitor.active:
            job["enabled"] = False
        jobs.append(job)
    return yaml.safe_dump_all(jobs, sort_keys=False, allow_unicode=True, explicit_start=True, width=1_000)


def _changedetection(pairs: Pairs) -> str:
    watches = {}
    for _, monitor in pairs:
        number = str(uuid.uuid5(_NAMESPACE, monitor.id))
        watches[number] = {
            "uuid": number, "url": monitor.url, "title": monitor.title or None, "paused": not monitor.active,
            "time_between_check": _units(monitor.interval), "include_filters": list(monitor.select),
            "subtractive_selectors": list(monitor.ignore),
            "fetch_backend": {"browser": "html_webdriver", "http": "html_requests"}.get(monitor.fetch, "system"),
        }  # fmt: skip
    return _json({"watching": watches})


def _units(interval: timedelta) -> dict[str, int]:
    hours, rest = divmod(interval.seconds, 3_600)
    minutes, seconds = divmod(rest, 60)
    return {"weeks": 0, "days": interval.days, "hours": hours, "minutes": minutes, "seconds": seconds}


def _distill(pairs: Pairs) -> str:
    entries = []
    for _, monitor in pairs:
        parts = [
            [{"type": "css", "expr": one} for one in chosen] for chosen in (monitor.select or ("html",), monitor.ignore)
        ]
        frame = {"index": 0, "includes": parts[0], "excludes": parts[1]}
        schedule = {"type": "INTERVAL", "params": {"interval": int(monitor.interval.total_seconds())}}
        entries.append(
            {
                "id": str(uuid.uuid5(_NAMESPACE, monitor.id)), "name": monitor.title or monitor.id, "uri": monitor.url,
                "config": json.dumps({"selections": [{"frames": [frame]}], "dataAttr": "text"}),
                "schedule": json.dumps(schedule),
            }
        )  # fmt: skip
    return _json({"data": entries})


def _open_terms(pairs: Pairs) -> str:
    """A declaration of one service. Open Terms Archive wants every page's part named: the whole is `body`."""
    terms: dict[str, dict[str, Any]] = {}
    for _, monitor in pairs:
        name = monitor.title or monitor.id
        document: dict[str, Any] = {"fetch": monitor.url, "select": list(monitor.select) or ["body"]}
        if monitor.ignore:
            document["remove"] = list(monitor.ignore)
        if monitor.fetch == "browser":
            document["executeClientScripts"] = True
        terms[name if name not in terms else f"{name} ({monitor.id})"] = document
    return _json({"name": _clean(pairs[0][0].name) if pairs else "", "terms": terms})


def _json(value: object) -> str:
    return json.dumps(value, indent=2, ensure_ascii=False) + "\n"


def _clean(text: str) -> str:
    """One line without what XML and YAML can't hold: control characters and lone surrogates."""
    return one_line("".join(one if one.isprintable() else " " for one in text))


WRITTEN: dict[str, Callable[[Pairs], str]] = {
    "urls": _urls,
    "opml": _opml,
    "urlwatch": _urlwatch,
    "changedetection": _changedetection,
    "distill": _distill,
    "open-terms": _open_terms,
}
