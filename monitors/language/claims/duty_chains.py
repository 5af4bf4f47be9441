"""Who is made, let or kept from doing something, in words of their own: "A judge forbade the county to board up the visiting
windows.", "The company will stop asking jails to send families to a screen."

As in act_chains.py the verbs over it give a sign, and what is to be done is left in its own words.
"""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

import re
from collections.abc import Iterator

from monitors.language.claims.act_chains import AUX, NOT, Chain, content_of, places
from monitors.language.claims.decided_frame import framed, is_who
from monitors.language.claims.decided_matters import JAILS
from monitors.language.words.patterns import regex

# "forbade the county to turn children away", "no longer requires jails to ...", "will stop asking jails to ..."
_MAKES = regex(
    rf"{AUX}(?:(?P<not>{NOT}|(?:will |would )?(?:stop|stops|stopped|ceased? to|quit)|agreed to stop) )?"
    rf"(?:(?P<bars>forbids?|forbade|forbidden|forbidding|prohibits?|prohibited|bars?|barred|enjoin(?:s|ed)|stops?|stopped|restrain(?:s|ed)|keeps?|kept) {JAILS} (?:to|from)"
    rf"|(?P<frees>(?:free[sd]?|releas(?:es?|ed)|excus(?:es?|ed|ing)|exempt(?:s|ed|ing)?|reliev(?:es?|ed|ing)|absolv(?:es?|ed)|let(?:s)?) {JAILS} (?:from|off) (?:its|their|the|his|a|any) (?:dut(?:y|ies)|obligations?|requirements?|promises?|pledges?|commitments?|undertakings?))(?: (?:to|of))"
    rf"|(?:requir(?:es?|ed|ing)|oblig(?:es?|ed|ing)|ask(?:s|ed|ing)?|order(?:s|ed|ing)?|tell(?:s|ing)?|told|forc(?:es?|ed|ing)|compel(?:s|led|ling)?|press(?:es|ed|ing)?|push(?:es|ed|ing)?|expect(?:s|ed|ing)?|want(?:s|ed|ing)?) {JAILS} to) (?P<content>.+)"
)
# What somebody says that he will not do, or need not.
_WILL_NOT = regex(
    rf"{AUX}(?:(?P<stays>refus(?:es|ed) to|declin(?:es|ed) to|balk(?:s|ed) at)|(?:promis(?:es|ed)|pledg(?:es|ed)|vow(?:s|ed)|agree[sd]|undert(?:akes|ook)) (?:not|never) to|need no longer|no longer (?:needs?|has|have) to|(?:is|are|was|were) (?:no longer|not) (?:required|obliged|bound|allowed|free|permitted) to|may no longer|can no longer|(?:is|are|was|were|been) (?:hereby |now )?(?:(?:released|freed|excused|relieved|absolved|exempt(?:ed)?) from (?:its|their|the|his|a|any) (?:dut(?:y|ies)|obligations?|requirements?|promises?|pledges?|commitments?|undertakings?) (?:to|of)|(?:forbidden|enjoined|prohibited|barred|restrained) (?:to|from))|may not(?=.* (?:any ?more|any longer)\b)) (?P<content>.+)"
)
# "Nothing in this Agreement obliges the County to ..."
_NOTHING = regex(
    rf"(?:nothing in (?:this|the|our) (?:[\w.]+ ){{1,4}}?|no (?:clause|provision|term|section|rule|law) (?:of (?:this|the) \w+ )?)(?:shall |may |will )?(?:now )?(?:requir(?:es?)|oblig(?:es?)|oblige|forc(?:es?)|compels?|binds?) {JAILS} to (?P<content>.+)"
)
# "declined to say how many inmates were ill", "refused to release the video of the escape"
_TELLING = regex(
    r"(?:say|comment|discuss|answer|speak|talk|name|identify|release|confirm|elaborate|explain|describe|disclose|provide (?:details|a copy)|give (?:details|a reason|reasons|his|her|their|names?)|be (?:interviewed|named|quoted))\b"
)
_JAIL = regex(
    rf"(?:{JAILS}|(?:the |our )?(?:board|council|commission(?:ers)?|company|provider|vendor|warden|jailer|court|governor|department)|we|it|they|he|she)(?: (?:has|have|will|now|also))*"
)
_ENDS_IT = regex(r"\b(?:no longer|stop\w*|cease\w*|quit)\b")


def duty_chain(plain: str) -> Chain | None:
    """What one canonical sentence says that somebody is made, let or kept from doing, None where it says no such thing."""
    frame = framed(plain, names_visits=False)
    if frame is None:
        return None
    plain, starts = frame
    found = next((found for start in starts for found in _read(plain, start)), None)
    return found if found is None or _TELLING.match(found.content) is None else None


def _read(plain: str, start: int) -> Iterator[Chain]:
    nothing = _NOTHING.match(plain, start)
    if nothing and content_of(nothing["content"]):
        yield _duty(nothing, -1)
        return
    for place in places(plain, start):
        made, held_off = _MAKES.match(plain, place), _WILL_NOT.match(plain, place)
        who = plain[start:place]
        if not (made or held_off) or not is_who(who):
            continue
        if made is not None and content_of(made["content"]):
            undone = made["bars"] is not None or made["frees"] is not None
            refused = made["not"] is not None
            sign = (-1 if undone else 1) * (-1 if refused else 1)
            stays = refused and _ENDS_IT.search(made["not"]) is None
            yield _duty(made, sign, turned=undone and refused, leaves=stays)
            return
        # "Tablets may no longer be used" is no act of theirs.
        if held_off is not None and _JAIL.fullmatch(who.strip(" ,")) and content_of(held_off["content"]):
            yield _duty(held_off, -1, leaves=held_off["stays"] is not None)
            return


def _duty(told: re.Match[str], sign: int, *, turned: bool = False, leaves: bool = False) -> Chain:
    act = told.group()[: told.start("content") - told.start()].strip()
    return Chain(sign, turned, leaves, act, content_of(told["content"]), to_do=True)
