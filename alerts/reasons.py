"""Why a change was read so, for people who know no rule by its name.

A reading's reasons start with the name of a rule (docs/reading-rules.md), which stays at the end for whoever looks it
up.
"""

from __future__ import annotations

import re

from alerts.wording import FACT_WORDS, TOPIC_WORDS, fact_value

_NAMED = re.compile(r"([A-Z](?:\d+|-\w+)(?:-\w+)*(?:\+S\d)*):? (.+)", re.DOTALL)
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_ABOUT = re.compile(r"P-(new|gone|turn|answer)-(\w+)")
WORDS_OF_THE_PAGE = "Words that decided it"
_SAID = {
    "new": "newly said of",
    "gone": "no longer said of",
    "turn": "said otherwise of",
    "answer": "answered otherwise of",
}
_WEIGHED = re.compile(r"L-reader (\d\.\d+): (.+)", re.DOTALL)
_RULES = {
    "R12-standing": "what the document says of itself",
    "R12-section": "a section that came or went",
    "R12-elsewhere": "rules that stand on another page now",
    "S3-closed-day": "days without visits",
    "S3-special-day": "hours of one day",
    "S3-interval": "how long until it is possible again",
    "P-asked": "a question answered otherwise",
    "P-admittance": "how a class of visitors is let in",
    "P-admittance-unbooked": "how somebody without a booking is let in",
    "P-admittance-class": "what becomes of one class of inmates' visits",
    "P-condition": "a condition or exception that came or went",
    "P-scope": "for whom or where it holds",
    "P-few-words": "a few words by which it holds for more or for less",
    "P-form-list": "forms of visit that are listed",
    "D10-choice": "days of which one must be chosen",
    "S8-permanent": "a stop that is for good",
    "S3-deadline": "last moment to book or to come in",
    "D3-assured": "visits owed, or given at somebody's pleasure",
    "D4-not-raised": "a price rise that was announced and called off",
    "D8-cap": "a most for the price of video visits",
    "S8-stop": "all visits stopped, or held again",
    "S8-state": "one form of visits stopped, or open again",
    "S8-day": "how long visits are stopped",
    "S8-bound": "how long visits may be stopped",
    "S8-will": "on what grounds visits may be stopped",
    "S8-sanction": "punishments by which visits are lost",
    "P-discount": "discount that is announced",
    "D-neutral-position": "what is left to others",
    "P-position": "what a vendor requires of jails",
    "D4-decision": "what was decided, and about what",
    "D4-by-ear": "what was done, and what the rule holds",
    "D3-choice": "duty or choice to give visits",
    "D10-divided": "hours divided among men and women",
    "P-companion": "who may bring a child",
    "P-helper": "who may come along to help",
    **{
        f"P-safeguard-{kind}": "safeguard against a refusal"
        for kind in ("appeal", "reasons", "hearing", "exception", "ground", "mercy")
    },
    "P-fee": "what is paid for visiting at all",
    **{f"P-limit-{kind}": "limit that came or went" for kind in ("held", "often", "party", "list", "long", "approval")},
    "P-usage-minimum": "paid visits that are owed to a vendor",
    **{
        f"P-announced-{what}": "announced in a line of its own"
        for what in ("less", "more", "fee", "fee-added", "fee-dropped", "glass", "contact", "check", "far", "list")
    },
    "Q-free-row": "row of the price list that came or went",
    "Q-package-row": "row of the price list that came or went",
    "Q-listing-charge": "price of a visitor's check or application",
    "P-promise": "how firmly it is promised",
    "P-owed": "who pays for visits that are not sold",
    "P-exclusive": "who alone gives visits",
}
# By what force a law, contract, vendor or handbook rules on visits.
_NORMS = {
    "ban": "what must not be done",
    "nothing": "what is not done or allowed",
    "excused": "what need not be done",
    "duty": "what must be done",
    "choice": "what may be done",
    "favor": "what may be done",
    "guard": "what video must not replace",
    "right": "what is a right",
}
_TOPICS = {topic.value: words for topic, words in TOPIC_WORDS.items()}


def reason_words(reason: str) -> str:
    """ "price of a video visit: 9 → 12 (rule Q-video_fee_usd)"; what names no rule stays as it is."""
    weighed = _WEIGHED.fullmatch(reason)
    if weighed is not None:
        return _unlikely(float(weighed[1]), weighed[2])
    named = _NAMED.fullmatch(reason)
    if named is None:
        return f"the learned reader {reason[2:]}" if reason.startswith("L ") else reason
    rule, said = named.groups()
    if rule.startswith("L-") and not said.startswith("over "):
        return f"the learned reader is {said} ({rule})" if "sure" in said else reason
    if rule.startswith("L-"):
        return f"the learned reader decided against the rules {said.removeprefix('over ')} ({rule})"
    return f"{_plain(rule, said)} (rule {rule})"


def _unlikely(share: float, rules: str) -> str:
    """Why a change tells nothing of visiting."""
    found = "no rule found a changed term" if rules == "no rule" else f"it outweighed the rules {rules}"
    return (
        f"the learned reader finds it {share:.0%} likely that visiting changed, too little to tell; {found} (L-reader)"
    )


def words_title(rule: str) -> str:
    """What a finding's words are: of a rule that compares figures or a reader that weighs they are no quotation."""
    if rule.startswith(("Q-", "S8-day", "P-few-words", "P-form-list")):
        return "Compared"
    return "Weighed" if rule.startswith("L-") else WORDS_OF_THE_PAGE


def _plain(rule: str, said: str) -> str:
    said = said.replace(", ", " ", 1) if rule == "S8-state" else said  # the visits, and what is said of them
    if rule.startswith("P-norm-"):
        force, _, said = said.partition(", ")
        return f"{_NORMS.get(force, 'what is ruled')}: “{said}”"
    if rule.startswith("P-contrary-"):
        return f"what becomes of “{said}”"
    known = _RULES.get(rule.split("+")[0])  # "D4-decision+S5" is a decision
    if known:
        return f"{known}: “{said.replace('->', '→')}”"
    if rule.startswith("Q-"):
        name, figures = rule[2:].split("+")[0], said.rpartition(": ")[2]
        return f"{FACT_WORDS.get(name, name.replace('_', ' '))}: {_figures(name, figures)}"
    about = _ABOUT.match(rule)
    if about is None:
        return said.replace("->", "→")
    quoted = ", ".join(f"“{word}”" for word in said.split(", "))
    return f"{_SAID[about[1]]} {_TOPICS.get(about[2], about[2].replace('_', ' '))}: {quoted}"


def _figures(name: str, figures: str) -> str:
    """ "5 -> 7.5" of a price as "$5.00 → $7.50"; what is no number stays."""
    return " → ".join(_figure(name, one) for one in figures.split(" -> "))


def _figure(name: str, figure: str) -> str:
    return fact_value(name, float(figure)) if _NUMBER.fullmatch(figure) else figure
