"""The page that explains a file of evidence, and the script that checks it: for people who trust neither us nor our
program."""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from html import escape

from alerts.wording import DIRECTION_WORDS, SEVERITY_WORDS, happened_words
from app.evidence_case import Case
from monitors.records import Change
from storage.chain import NOTHING

STYLE = (
    "body{font:16px/1.5 sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1b1b1b;background:#fff}"
    "pre,code{background:#f3f3f3;overflow-x:auto}pre{padding:.8rem}table{border-collapse:collapse;width:100%}"
    "td,th{border:1px solid #bbb;padding:.4rem;vertical-align:top;text-align:left;overflow-wrap:anywhere}"
    "del{background:#fbdcdc}ins{background:#d8f0d8}"
)


def evidence_page(case: Case) -> str:
    change, monitor, source = case.row.change, case.row.monitor, case.row.source
    reading = change.reading
    title = reading.headline or f"Change {change.id}"
    parts = [
        "<!doctype html><html lang=en><meta charset=utf-8>",
        f"<title>Evidence: {escape(title)}</title><style>{STYLE}</style>",
        f"<h1>{escape(title)}</h1>",
        f"<p>{escape(source.name)}, <code>{escape(change.url or monitor.url)}</code>, {escape(_when(change))}. "
        f"Read by program as {escape(DIRECTION_WORDS[reading.direction].title.lower())}, "
        f"{escape(SEVERITY_WORDS[reading.severity])}; judge for yourself from the words below.</p>",
        "<h2>What changed</h2>",
        *_passages(change),
        "<h2>What lies here</h2>",
        *_contents(case),
        "<h2>How to check it by hand</h2>",
        *_steps(case),
        "<h2>What this proves, and what not</h2>",
        *_limits(case),
    ]
    return "\n".join(parts) + "\n"


def check_script(case: Case) -> str:
    """The same checks for a shell with coreutils, and openssl where there is a signature or stamp."""
    return "\n".join(_script(case)) + "\n"


def _folded(case: Case) -> bool:
    """Whether the chain goes over lines that were folded."""
    return any(not line for _, line, _ in case.lines)


def _when(change: Change) -> str:
    return happened_words(change.kind, change.since, change.at)


def _passages(change: Change) -> Iterator[str]:
    yield "<table><tr><th>Before<th>After</tr>"
    for passage in change.passages:
        before = f"<del>{escape(passage.before)}</del>" if passage.before else "–"
        after = f"<ins>{escape(passage.after)}</ins>" if passage.after else "–"
        yield f"<tr><td>{before}<td>{after}</tr>"
    yield "</table>"


def _contents(case: Case) -> Iterator[str]:
    yield "<table><tr><th>What<th>SHA-256</tr>"
    for side in case.sides:
        at = side.proof.info.at.strftime("%Y-%m-%d %H:%M:%S UTC")
        yield (
            f"<tr><td>{side.name}: the {len(side.body):,} bytes that <code>{escape(side.proof.info.url)}</code> "
            f"first showed {at} (<code>{side.name}.body</code>, and in the WARC file)"
            f"<td><code>{side.proof.info.sha}</code></tr>"
        )
    if case.archived is not None and case.archived.url:
        yield (
            f"<tr><td>what a public archive kept: <code>{escape(case.archived.url)}</code>, "
            f"{escape(case.archived.outcome.value)} {escape(case.archived.message)}<td></tr>"
        )
    if case.root is not None:
        yield (
            f"<tr><td>the root of {case.root.day.isoformat()} over {case.root.monitors} monitors "
            f"(<code>root.txt</code>)<td><code>{case.root.sha}</code></tr>"
        )
    yield (
        "</table><p><code>archive/captures.warc.gz</code> holds both captures with request and response as WARC 1.1; "
        "the whole file opens in a web archive player such as ReplayWeb.page. The text as readers saw it: "
        "<code>before.txt</code> and <code>after.txt</code>; what differs in all text of the page, menus and footers "
        "too: <code>diff.txt</code>.</p>"
    )


def _steps(case: Case) -> Iterator[str]:
    yield (
        "<p>Unpack this file (it is a ZIP) and run <code>sh check.sh</code>, or do by hand what it does; it uses "
        "<code>sha256sum</code>, <code>printf</code>, <code>grep</code>"
        f"{' and <code>openssl</code>' if case.root and (case.root.signature or case.root.stamp) else ''}:</p><ol>"
    )
    yield (
        "<li>The SHA-256 of each <code>.body</code> is the one in its <code>.capture</code>, which says how the bytes "
        "came: address, time, headers.</li>"
        "<li>The SHA-256 of each <code>.capture</code> and <code>.version</code> stands in the line of "
        "<code>chain.tsv</code> of the check that brought them, as <code>capture</code> and <code>version</code>.</li>"
        "<li><code>chain.tsv</code> has a line for every visit to this page: a number, a link, and what was seen. Each "
        "link is the SHA-256 of the link before it, a line break, what was seen, and a line break; before the first "
        "one stand 64 zeros. So no line can be altered, added or left out without altering all links after it.</li>"
    )
    if _folded(case):
        yield (
            "<li>A line of <code>chain.tsv</code> that ends with its link stands for visits that found nothing new and "
            "whose own lines were folded away since: the next line follows from that link. What follows a change is "
            "kept line by line up to the next root, so that the change is as provable as before.</li>"
        )
    if case.root is not None:
        yield (
            f"<li>The last link stands in <code>root.txt</code> behind <code>{escape(case.row.monitor.id)}</code>, "
            "beside the last links of all other pages that were watched.</li>"
        )
        if case.root.signature:
            yield "<li><code>root.sig</code> is the operator's Ed25519 signature of <code>root.txt</code>.</li>"
        if case.root.stamp:
            yield (
                f"<li><code>root.tsr</code> is the answer (RFC 3161) of <code>{escape(case.root.stamped_by)}</code>: "
                "that authority saw the hash of <code>root.txt</code> at the time it says. Get the authority's "
                "certificates from the authority, not from here.</li>"
            )
    yield "</ol><pre>" + escape(check_script(case)) + "</pre>"
    yield (
        "<p>The WARC file by itself: <code>pip install warcio; warcio check archive/captures.warc.gz</code>, and "
        "<code>warcio index archive/captures.warc.gz</code> lists its records.</p>"
    )


def _limits(case: Case) -> Iterator[str]:
    yield (
        "<p>The chain proves that nothing was altered after the root was made. That the page really showed these bytes "
        "is the word of whoever ran the watching"
    )
    root = case.root
    if root is None:
        yield "; and no root covers this change yet, so the chain is that word too.</p>"
    elif root.stamp:
        yield "; that they said so no later than the time in the stamp is the authority's word, not theirs.</p>"
    elif root.signature:
        yield "; the signature binds them to it. When it was made is their word too: there is no time stamp.</p>"
    else:
        yield "; so is the time, because the root is neither signed nor stamped.</p>"
    if _folded(case):
        yield (
            "<p>What the folded visits found, and how many there were, can be shown by whoever kept a copy from before "
            "the folding, not from this file.</p>"
        )
    if any(side.proof.text_check is None for side in case.sides):
        yield (
            "<p>A text here was taken out of its bytes anew by a later version of the program, or is older than the "
            "chain; its bytes are the evidence, the text is what the program makes of them.</p>"
        )
    if any(side.proof.info.exchange.rendered for side in case.sides):
        yield "<p>A capture is the page as a browser showed it after its scripts had run, not a server's bytes.</p>"


def _script(case: Case) -> Iterator[str]:
    yield "#!/bin/sh"
    yield "# Checks this evidence; says what it checked, ends with 1 at the first thing that does not hold."
    yield 'set -eu; cd "$(dirname "$0")"'
    yield 'sum() { sha256sum "$1" | cut -d" " -f1; }'
    yield 'fail() { echo "DOES NOT HOLD: $1" >&2; exit 1; }'
    for side in case.sides:
        name = side.name
        yield f'grep -qF "\\"sha\\":\\"$(sum {name}.body)\\"" {name}.capture || fail "{name}.body"'
        if side.proof.capture_check:
            yield _named(name, "capture", side.proof.capture_check)
        if side.proof.text_check:
            yield _named(name, "version", side.proof.text_check)
    yield f"before={NOTHING}; folded=0; tab=$(printf '\\t')"
    yield 'while IFS="$tab" read -r number link line; do'
    if _folded(case):
        yield '  [ -n "$line" ] || { before=$link; folded=$((folded + 1)); continue; }'
    yield '  now=$(printf \'%s\\n%s\\n\' "$before" "$line" | sha256sum | cut -d" " -f1)'
    yield '  [ "$now" = "$link" ] || fail "the link of check $number"'
    yield "  before=$link"
    yield "done < chain.tsv"
    yield 'echo "the chain holds; last link $before"'
    if _folded(case):
        yield 'echo "$folded times it goes on after folded lines, from the link of the last of them"'
    if case.root is not None:
        monitor = shlex.quote(case.row.monitor.id)
        yield f'grep -qxF {monitor}" $before" root.txt || fail "root.txt does not name the last link"'
        yield f'[ "$(sum root.txt)" = {case.root.sha} ] || fail "root.txt"'
        yield 'echo "the root holds it: $(sum root.txt)"'
        if case.root.signature and case.public_key:
            yield (
                "openssl pkeyutl -verify -pubin -inkey public-key.pem -rawin -in root.txt -sigfile root.sig "
                '|| fail "the signature"'
            )
        if case.root.stamp:
            yield '[ -z "${CA:-}" ] && echo "for the time stamp: CA=authority.pem sh check.sh" && exit 0'
            yield 'openssl ts -verify -data root.txt -in root.tsr -CAfile "$CA" || fail "the time stamp"'


def _named(name: str, what: str, check: int) -> str:
    return (
        f'grep "^{check}$(printf \'\\t\')" chain.tsv | grep -qF "\\"{what}\\":\\"$(sum {name}.{what})\\"" '
        f'|| fail "{name}.{what}"; echo "{name}.{what} stands in the chain"'
    )
