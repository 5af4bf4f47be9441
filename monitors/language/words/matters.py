"""What a line is about, of the terms of visiting that wordings name by some of their words.

"Up to four people may visit together" and "Come as a group of four" share hardly a word, and both are on how many come.
Of a page rewritten, lines on one matter belong together (kindred.py). Coarse on purpose: it decides no direction.
"""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

from functools import lru_cache

from monitors.language.words.patterns import regex

_MATTERS = (
    ("money", regex(r"\$\d|\b(?:free|cents?|costs?|nothing|pays?|charged?|fees?|prices?d?)\b")),
    ("share", regex(r"\d%")),
    ("persons", regex(r"\b\d+ (?:or (?:fewer|less) )?(?:[a-z-]+ ){0,2}?(?:visitors?|people|persons?|adults?|guests?|grown-ups?|grown people|of you|participants|faces|individuals|friends|relatives|names)\b")),
    ("list", regex(r"\b(?:lists?|listed|names?|sheet|write|writes|form)\b")),
    ("often", regex(r"\b(?:once|twice|thrice|\d+ (?:times|(?:[a-z-]+ ){0,2}?visits?|days|meetings|sessions))\b.*\b(?:days?|weeks?(?:ly)?|months?(?:ly)?|years?|sun|next)\b")),
    ("long", regex(r"\b(?:\d+ (?:minutes|hours?)|an hour)\b")),
    ("ahead", regex(r"\b(?:ahead|advance|beforehand|prior|(?:hours?|days?) (?:before|earlier)|notice|book\w*|schedul\w+|reserv\w+|appointments?|slots?)\b")),
    ("age", regex(r"\b(?:under|younger|below|age[ds]?|turned|older|minors?|child(?:ren)?|kids?|boys?|girls?|years old|birthday)\b")),
    ("record", regex(r"\b(?:felon\w*|convict\w*|crim\w+|guilty|offen[dc]\w+|probation|parole|record)\b")),
    ("former", regex(r"\b(?:former|release[d]?|got out|served|locked up|ex-?\w+|used to be)\b")),
    ("arrival", regex(r"\b(?:newly|new arrivals?|intake|reception|admi(?:tted|ssion)|booked|brought in|first visit|classif\w+)\b")),
    ("refund", regex(r"\b(?:refund\w*|credited|paid back|given back|money back|goes back|get back|lost)\b")),
    ("touch", regex(r"\b(?:contact|touch\w*|hugs?|embrac\w+|kiss\w*|arms|hands?|glass|window|partition|pane)\b")),
    ("refused", regex(r"\b(?:appeal\w*|complain\w*|den(?:y|ied|ial)|refus\w+|turn(?:ed)? (?:you |down|away)|say no|reason|reapply|decision)\b")),
    ("taken", regex(r"\b(?:suspend\w*|disciplin\w+|punish\w+|lose|loses|privileges?|sanction\w*|barred|violat\w+)\b")),
    ("recorded", regex(r"\b(?:record(?:ed|ing|ings)|tape[d]?|monitored|listen\w*|observe\w*|watch\w*|overhear)\b")),
    ("lawyers", regex(r"\b(?:attorneys?|lawyers?|counsel|clergy|pastors?|legal)\b")),
    ("screen", regex(r"\b(?:video|screens?|kiosks?|terminals?|remote|tablets?|online|monitors|from home|from afar)\b")),
    ("face", regex(r"\b(?:in[- ]person|face to face|in the flesh|visiting (?:room|hall))\b")),
)  # fmt: skip


@lru_cache(maxsize=4096)
def matters(plain: str) -> frozenset[str]:
    """What a line is about, of the terms of visiting that any wording names by some of its words."""
    return frozenset(name for name, pattern in _MATTERS if pattern.search(plain))
