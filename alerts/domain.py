"""What a domain's records say of who may send mail in its name: SPF (RFC 7208), DKIM (RFC 6376), DMARC (RFC 7489).

Each judgement is a verdict and the sentence that explains it.
"""

from __future__ import annotations

import re

from alerts.name_server import NameServer

OK, LOOK, WRONG = "ok", "look at this", "wrong"
MOST_LOOKUPS = 10  # RFC 7208, 4.6.4: above that a receiver takes the record for broken
ASKS = re.compile(r"[+?~-]?(?:(include|exists):|redirect=|(?:a|mx|ptr)(?=[:/]|$))(\S*)", re.IGNORECASE)
NONE = "large providers refuse or hide mail without it"


def spf(domain: str, names: NameServer) -> tuple[str, str]:
    """Whether the domain of the return address says which servers send for it."""
    found = _records(names.texts(domain), "v=spf1")
    if len(found) != 1:
        return WRONG, _not_one(domain, len(found))
    text = found[0]
    if re.search(r"(?:^|\s)\+?all\s*$", text, re.IGNORECASE):
        return WRONG, f"{domain}: {text}: lets everybody send in this name"
    lookups = _lookups(text, names, [domain])
    if lookups > MOST_LOOKUPS:
        return WRONG, f"{domain}: {text}: leads to {lookups} questions; receivers stop after {MOST_LOOKUPS}"
    if not re.search(r"(?:^|\s)([~-]all|redirect=\S+)", text, re.IGNORECASE):
        return LOOK, f"{domain}: {text}: has no -all or ~all at its end, so it forbids nobody"
    return OK, f"{domain}: {text[:120]}"


def dmarc(domain: str, names: NameServer) -> tuple[str, str]:
    """What receivers are to do with mail that fails; a domain without a record has its parent's."""
    labels = domain.split(".")
    for start in range(max(1, len(labels) - 1)):
        name = "_dmarc." + ".".join(labels[start:])
        found = _records(names.texts(name), "v=dmarc1")
        if len(found) > 1:
            return WRONG, _not_one(name, len(found))
        if found:
            return _policy(name, found[0], "sp" if start else "p")
    return WRONG, _not_one(f"_dmarc.{domain}", 0)


def dkim(domain: str, selector: str, names: NameServer) -> tuple[str, str]:
    """Whether the key that the mail server signs with can be found."""
    name = f"{selector}._domainkey.{domain}"
    found = [text for text in names.texts(name) if "p" in _tags(text)]
    if not found:
        return WRONG, _not_one(name, 0)
    tags = _tags(found[0])
    if not tags["p"]:
        return WRONG, f"{name}: the key was withdrawn"
    if "y" in tags.get("t", ""):
        return LOOK, f"{name}: says that it is a test (t=y), so receivers treat mail as unsigned"
    return OK, f"{name}: {found[0][:120]}"


def _policy(name: str, text: str, which: str) -> tuple[str, str]:
    """which: p, or sp for a domain below the record's, which p holds for where there is none."""
    tags = _tags(text)
    policy = tags.get(which, tags.get("p", ""))
    if policy not in ("none", "quarantine", "reject"):
        return WRONG, f"{name}: {text}: p= must be none, quarantine or reject"
    if policy == "none":
        return LOOK, f"{name}: {text[:120]}: enough to send much mail, but forged mail in this name is delivered too"
    return OK, f"{name}: {text[:120]}"


def _lookups(text: str, names: NameServer, seen: list[str]) -> int:
    """How many questions a record leads to, with what it includes; counting ends where it is too many anyway."""
    count = 0
    for word in text.split()[1:]:
        asks = ASKS.fullmatch(word)
        if asks is None:
            continue
        count += 1
        follows = (asks[1] or "").lower() == "include" or word.lower().lstrip("+?~-").startswith("redirect=")
        if follows and "%" not in asks[2] and asks[2] not in seen and len(seen) <= MOST_LOOKUPS:
            seen.append(asks[2])
            for found in _records(names.texts(asks[2]), "v=spf1")[:1]:
                count += _lookups(found, names, seen)
    return count


def _records(texts: list[str], mark: str) -> list[str]:
    return [text for text in texts if text.lower().replace(" ", "").startswith(mark)]


def _tags(text: str) -> dict[str, str]:
    pairs = (part.partition("=") for part in text.split(";") if "=" in part)
    return {name.strip().lower(): "".join(value.split()) for name, _, value in pairs}


def _not_one(name: str, count: int) -> str:
    return f"{name} has {count} such records; only one may be there" if count else f"{name} has no such record; {NONE}"
