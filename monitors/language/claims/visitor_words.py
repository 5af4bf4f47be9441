"""What rules on who may visit are made of: how a class is let in or kept out, who is asked for something, ages and kin."""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

from dataclasses import dataclass

from monitors.language.words.lexicon_classes import HELD
from monitors.language.words.patterns import regex
from monitors.records import Severity

MINORS, KIN, INTAKE = "minors", "kin", "people just booked"
ANYBODY, FAMILY, IMMEDIATE = 3, 2, 1


@dataclass(frozen=True, slots=True)
class Stance:
    """about: whom or what a rule is about; level: the more, the easier the visit, 0 where the class is kept out; grave:
    severity of a change; named: the relatives who alone may come, where a rule names them, or the part of a class it is about; news: whether the line says
    that it is new."""

    about: str
    level: float
    grave: Severity
    named: frozenset[str] = frozenset()
    news: bool = False

    @property
    def bars(self) -> bool:
        """Whether the rule keeps somebody out or asks something of visitors."""
        if self.named and self.about == KIN:
            return False  # who else may come is told elsewhere
        return self.level < (ANYBODY if self.about == KIN else 0 if self.about in (MINORS, INTAKE) else 1)

    @property
    def min_age(self) -> float | None:
        """From which age children may visit, None where the rule is about others."""
        return abs(self.level) if self.about == MINORS else None


SOFT = r"(?:(?:now|again|once again|once more|also|still|currently|automatically|generally) )*"
DET = r"(?:(?:the|an?|all|any|every|each|our|your|known) )*"
LIST = rf"(?:(?:the|an?|any|our|their|your|his|her|{HELD}'s?|approved|visiting|visitors?'?s?|visitation|contact) )*lists?(?: of (?:an |the )?{HELD})?"
VISIT = r"(?:visiting|visitation|visits?|visitors?)"
ROOM = r"(?:(?:the|our) )?(?:visiting|visitation|visitors'?|visit) (?:rooms?|areas?|halls?|lobby|center)"
SEE = rf"(?:visit|come (?:in|along|inside)(?: (?:to|for) (?:a )?visits?)?|attend visits|come to visit|see)(?: (?:(?:an?|the|any|our|their) )?(?:{HELD}|accused|defendant|(?:county |city )?jail|relatives|family(?: members)?)(?: (?:here|held here|in jail here|in (?:the|this) (?:jail|facility)))?| (?:here|again|at the jail))?"
AS = rf"(?: (?:to (?:(?:be )?(?:put|placed|listed) on )?{LIST}|on(?:to)? {LIST}|to {SEE}|(?:as|for|at|from|to|into|in|during) (?:(?:an?|the|our|any|approved) )*{VISIT}|(?:to|into|in) {ROOM}|for {LIST}))"
LET = r"(?:approved|accepted|admitted|let in|allowed(?: in| inside)?|permitted|put|placed|added|listed|included|welcome|eligible|authorized|brought)"
KEPT = r"(?:barred|banned|prohibited|excluded|disqualified|turned away|refused|denied|ineligible|kept out|forbidden|not welcome)"
KEPT_AS = rf"(?:{AS}| (?:from )?(?:(?:an?|all|any) )?(?:{VISIT}|entry|admission|being (?:listed|approved)(?: as visitors?)?|{LIST}))"
# "may", "are not", "will no longer be": what is done to a class, with what denies it.
PREDICATE = (
    rf"(?:(?:may|can|will|shall|must(?= not| never| be (?:allowed|permitted|admitted|let in))|is|are|was|were) (?P<no>not |no longer |never )?{SOFT}(?:be )?{SOFT}"
    rf"(?:(?P<let>(?:(?:able|free) to |allowed to |permitted to |eligible to |welcome to )?{SEE}|(?:able |allowed |permitted )?(?:to )?(?:be )?(?:{LET}|on (?={LIST}))(?:{AS}|{LIST})*)|(?P<kept>{KEPT}{KEPT_AS}*)))"
)
ABOUT_VISITS = regex(r"\b(?:visit\w*|lists?|admitted|let in|turned away)\b")
FROM = rf"(?: (?:(?:you|anyone|anybody|someone|a person|people|visitors?|a visitor|them) )?(?:from (?:{SEE.replace('visit|', 'visiting|', 1)}|(?:an? |the )?{VISIT}|{LIST}|being (?:approved|listed|admitted)(?: as a visitor)?)|off {LIST}|out|(?:an? )?{VISIT}))?"
FACT_TURNS = (
    rf"(?:(?:does|do|will|shall|is|are) (?P<no>not |no longer )|(?P<none>no longer ))?(?:bars?|keeps?|prevents?|disqualif(?:y|ies)|stops?|rules? out|excludes?){FROM}"
    rf"|is (?P<not>no |not an? )(?:obstacle|bar|barrier|hindrance) to (?:an? )?{VISIT}"
)
NO = r"(?:no|nobody|no one|no 1|none of the)"
AGE = r"(?:(?:who (?:is|are) )?(?:under|below|younger than|less than)(?: the age of| age)? (?P<age>\d+)(?: years?(?: of age| old)?)?)"
CHILDREN = r"(?:minor )?(?:child(?:ren)?|kids?|minors?|juveniles?|youths?|youngsters)"
OLD = r"(?:at least |over )?(?P<old>\d+)(?: years?)?(?: of age| old)?(?: (?:or|and) (?:older|over|up|above))?"
KINSHIP = r"(?P<kin>(?P<close>(?:immediate|close) )?(?:famil(?:y|ies)(?: members?)?|relatives?|kin|relations))"
RELATED = rf"(?:related(?: to (?:an?|the) {HELD})?|(?:a )?(?:relative|family member)s?(?: of (?:an?|the) {HELD})?)"
ANSWERS_NO = r"(?:no(?:t allowed|t permitted|t admitted|t eligible|t approved| visits| visiting)?|denied|prohibited|barred|may not visit|excluded)"
ANSWERS_YES = r"(?:yes|allowed|permitted|admitted|eligible|welcome|may visit)"
WHOEVER = r"(?:(?:the|an?|all|any|every|each|adult|our|first-time) )*(?:visitors?|applicants?|persons? (?:visiting|who visits?)|everyone|everybody|anyone|you|people who visit|those who visit|guests?|adults)"
TO_VISIT = rf"(?:,? (?:to|before|in order to|for) (?:(?:you|they|anyone|he or she) (?:(?:can|may) )?|being allowed to |entering|the 1st |their first |(?:an?|the|any|each|every|all|first) )*(?:{VISIT}|enter|{SEE}|approval)(?: to the jail)?)*"
MUST = r"(?:must|shall|(?:has|have|needs?|is required|are required|will be required|will have)(?: now)? to|will)"
NEED_NOT = r"(?:need not|(?:do|does) not (?:have|need) to|(?:is|are) (?:not|no longer) required to|no longer (?:has|have|needs?) to)"


def turned(let: bool, *denials: str | None) -> bool:
    """Whether somebody is let in, after each denial turned what is said."""
    return let == (sum(denial is not None for denial in denials) % 2 == 0)


def one_of(*patterns: str) -> str:
    """Any of some patterns, of which some may be empty."""
    return "|".join(pattern for pattern in patterns if pattern)
