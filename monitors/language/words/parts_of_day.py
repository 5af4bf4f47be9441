"""Clocks in words brought to figures: "half past eight", "a quarter to 9", "three in the afternoon"."""

from __future__ import annotations

from monitors.language.words.patterns import Pattern, Replacements

PART_OF_DAY = Replacements(
    (
        Pattern(
            r"(?<![\w$.:-])(\d{1,2}(?::\d\d)?) ?([ap])(?= ?(?:-|to) ?(?:noon|\d{1,2}(?::\d\d)? ?[ap](?! ?\.?m))\b)"
        ),
        r"\1 \2.m.",
    ),
    (Pattern(r"(?<=\.m\.)( ?(?:-|to) ?\d{1,2}(?::\d\d)?) ?([ap])\b(?!\.? ?\.?m)"), r"\1 \2.m."),
    (Pattern(r"\bhalf[- ]past noon\b"), "12:30 p.m."),
    (Pattern(r"\bhalf[- ]past (\d{1,2})\b(?!:)"), r"\1:30"),
    (Pattern(r"\b(\d{1,2}) (15|30|45)(?= (?:in the (?:morning|afternoon|evening)|at night|[ap]\.? ?m\b))"), r"\1:\2"),
    (Pattern(r"\b(?:a )?quarter[- ](?:past|after) (\d{1,2})\b(?!:)"), r"\1:15"),
    (Pattern(r"\b(?:a )?quarter[- ](?:to|before|till) (\d{1,2})\b(?!:)"), lambda m: f"{(int(m[1]) - 2) % 12 + 1}:45"),
    (Pattern(r"(?<=\d) o'clock,?(?= ?[ap]\.? ?m\b)"), ""),
    (Pattern(r"\b(\d{1,2}(?::\d\d)?)(?: o'clock)? (?:in the morning|de la mañana)\b"), r"\1 a.m."),
    (
        Pattern(
            r"\b(\d{1,2}(?::\d\d)?)(?: o'clock)? (?:in the (?:afternoon|evening)|at night|de la (?:tarde|noche))\b"
        ),
        r"\1 p.m.",
    ),
)
