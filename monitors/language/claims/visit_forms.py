"""A plain rule on the form of visits, read whole: in person or on a screen, with touch or behind glass, from home or the lobby.

"Visits are non-contact.", "You will be separated from the inmate by a glass window." and "All visits take place through
glass." hold the same; "Video visits are offered instead of in-person visits." takes what "Video visits are offered as
another option besides visits in person." leaves. Whom a rule is for (lawyers, one class of inmates) is read with it. A
sentence with a word that no place of this grammar holds says nothing here, and is left to rules and reader.
"""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

import re
from functools import lru_cache

from monitors.language.words.concepts import concepts
from monitors.language.words.lexicon_classes import HELD
from monitors.language.words.patterns import regex

TOUCH, HUGS, KISSES, HANDS, LAPS = "contact visits", "hugs", "kisses", "holding hands", "children on laps"
IN_PERSON, VIDEO, HOME, LOBBY, VISITS = "in person", "video", "video from home", "video in the lobby", "visits"
UNBOOKED = "visits without an appointment"
COUNSEL = "counsel"
# Whom a rule is for ("" for all) and which form it is about, with whether visits take it.
Forms = dict[tuple[str, str], bool]

_SOFT = r"(?:(?:now|again|once again|once more|also|still|currently|only|both|always|all) )*"
_NO = r"(?:not |no longer |never )"
_VISITS = r"(?:(?:all|the|our|any|social|public|regular|inmate|jail|your|personal) )*(?:visits?|visiting|visitation)"
_IPV = r"(?:(?:the|an?|any|our|regular) )*(?:(?:in-person|in person|face-to-face|face to face) (?:visits?|visiting|visitation)|(?:visits?|visiting|visitation) (?:in person|face to face))"
_THEM = rf"(?:(?:the|an?|your|their) )*(?:{HELD}|clients?|loved (?:ones?|1))"
_WHO = r"(?:you|visitors?(?: and inmates)?|inmates and visitors|families|family members|the public|people|everyone|the family|inmates and their visitors)"
_PANE = r"(?:(?:an?|the|thick|clear|solid|sheet of|pane of) )*(?:(?:plexi-?)?glass|window|partition|barrier|divider|pane)(?: (?:windows?|partitions?|walls?|panes?|panels?|barriers?|dividers?))?"
_BEHIND = rf"(?:through|behind|from behind|separated by) {_PANE}"
_GIVEN = (
    r"(?:allowed|permitted|available|offered|held|open|provided|conducted|ok|okay|fine|welcome|possible|restored|back)"
)
_IS = rf"(?:is|are|will be|take place|takes place|has been|have been) (?P<no>{_NO})?{_SOFT}"
_MAY = rf"(?:may|can|will|is|are)(?P<no> not| no longer)? {_SOFT}(?:(?:allowed|permitted|able|free) to )?"
_HELD_ = rf"(?:held|conducted|offered|done|made|given|provided)? ?{_SOFT}"
_TABLE = r"(?:across|at|around)(?: from)?(?: (?:an?|the))? tables?(?: (?:from|with) (?:the|your|an?) \w+)?"
_OPEN = rf"(?:,? (?:with no|without(?: any| an?)?) (?:glass|barriers?|partitions?|dividers?)(?: between (?:you|them)(?: and (?:the|your) {HELD})?)?)"
_WHEN = r"(?: (?:(?:at|during) (?:the )?(?:(?:beginning|start) and (?:the )?end(?: of)? ?)?(?:(?:the|each|your|a) )?(?:visits?|visitation)?|when you (?:meet|arrive) and when you (?:part|leave)|hello and goodbye|on the table))?"
_SCREEN = r"(?:(?:by|via|over|through|on|using) (?:(?:an?|the|live) )*(?:video|screens?)(?: (?:only|monitors?|screens?|link|kiosks?|calls?))*(?: in (?:the|our) (?:lobby|visitation center|visiting room|visitation room))?)"
_BESIDE = r"(?:in addition to|besides|along with|alongside|as well as|(?:as )?(?:another|an additional|a further|an extra) (?:option|choice|way)(?: to visit)? (?:besides|beside|next to|in addition to)|and also)"
_OWN = r"(?:(?:from|on|with|using) (?:(?:your|their|a|the|any) )*(?:own )?(?:home(?: (?:computer|phone))?|house|(?:cell ?|smart ?)?phones?|computers?|devices?|tablets?)(?: or (?:(?:your|a) )?(?:computers?|phones?|tablets?|devices?))?)"
_KIOSK = r"(?:(?:at|from|on|in) (?:(?:the|our|a|one of the|any) )*(?:lobby (?:kiosks?|terminals?|stations?)|(?:video )?(?:kiosks?|terminals?|stations?)(?: (?:in|at) (?:the|our) (?:lobby|jail))?|lobby))"
_VIDEO = r"(?:(?:the|all|any|our) )*video (?:visits?|visiting|visitation|calls?)"
_HOME_VIDEO = rf"(?:(?:(?:remote|home|at-home|internet|online|off-site) (?:video )?(?:visits?|visiting|visitation)|{_VIDEO} {_OWN}))"
_LOBBY_VIDEO = rf"(?:(?:on-?site|lobby) video (?:visits?|visiting|visitation)|{_VIDEO} {_KIOSK})"
_KIOSKS = r"(?:(?:the|our|all) )*(?:lobby (?:video )?(?:kiosks?|terminals?|stations?)|video (?:kiosks?|terminals?|stations?)(?: in (?:the|our) lobby)?|(?:kiosks?|terminals?) in (?:the|our) lobby)"
_LAWYERS = r"(?:attorneys?|lawyers?|counsel|(?:defense|legal) counsel)"
_CLASS = rf"(?:(?:all|the|our|any) )*(?:(?:(?:maximum|minimum|medium|close)[- ](?:security|custody)|female|male|sentenced|pretrial|unsentenced) (?:{HELD})|(?:{HELD}|women|men) (?:in|on|under|at|housed in|classified as|serving) (?:the )?(?!custody|jail|prison)[\w-]+(?: (?!may|can|visit|have|has|will|are|is|keep|lose|get|no|visits|do|receive)[\w-]+){{0,2}})"
_GROUP = rf"(?P<group>{_LAWYERS}|{_CLASS}|(?:(?:all|the|an?|our|any) )*(?:{HELD}))"
_FOR = rf"(?: (?:for|to|with) (?P<group>{_LAWYERS}|{_CLASS}|(?:all |the |our )*(?:{HELD}|visitors?|everyone|families|the public)))?"
_REPLACES = r"(?:takes? the place of|replaces?|(?:has|have|will) replaced?|(?:is|are) (?:offered|held|given|available|used) (?:instead|in place|in lieu) of|(?:instead|in place|in lieu) of)"

_SCREENS = r"(?:(?:the|our|all|its) )*(?:(?:video )?(?:screens|kiosks|terminals|monitors|booths with screens)|video (?:visits|visitation|visiting|screens))"
_ROOM = r"(?:(?:the|our|an?|its|new|old|open) )*(?:visiting|visitation) (?:rooms?|halls?|areas?)"
_SWAPPED = r"(?:(?:has|have) been|(?:is|are) being|will be|(?:was|were)) (?:replaced|swapped|exchanged) (?:with|by|for)"

# What a whole sentence says: the forms it gives, those it takes; a denial in it turns them all.
_SAYINGS: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...] = (
    (rf"(?<!non-)contact (?:visits?|visiting|visitation) {_IS}{_GIVEN}{_FOR}(?: again)?", (TOUCH,), ()),
    (rf"{_VISITS} (?:is|are|will be) (?P<no>{_NO})?{_SOFT}contact(?: visits)?(?: again| only)?", (TOUCH,), ()),
    (rf"{_WHO} (?:will |may |can )?(?:sit|visit|meet)(?: down)?(?: together)? {_TABLE}{_OPEN}?", (TOUCH, IN_PERSON), ()),
    (rf"there is no (?:glass|barrier|partition|divider) between (?:you|visitors) and {_THEM}", (TOUCH,), ()),
    (r"(?:the )?(?:glass|partitions?|barriers?|dividers?|plexiglass) (?:has|have) (?:been removed|come down|been taken (?:down|out))", (TOUCH,), ()),
    (r"families sit together at tables", (TOUCH, IN_PERSON), ()),
    (rf"{_VISITS} (?:is|are) (?:face to face|in person){_OPEN}", (TOUCH, IN_PERSON), ()),
    (rf"{_GROUP} {_MAY}(?:have|receive) contact visits?(?: with {_THEM})?", (TOUCH,), ()),
    (rf"{_GROUP} (?:may |can |will )?(?:visit|meet|meet with {_THEM}|see {_THEM}) (?:{_TABLE}{_OPEN}?|in (?:an? |the )?(?:private )?contact rooms?)", (TOUCH,), ()),
    (rf"(?:{_LAWYERS.replace('(?:', '(?P<group>', 1)} )?{_VISITS} (?:is|are|will be) {_SOFT}(?:non-?contact|no-?contact)(?: only| visits)?", (), (TOUCH,)),
    (r"(?:(?:non-?contact|no-?contact) (?:visits?|visiting|visitation) only)", (), (TOUCH,)),
    (rf"{_GROUP}: (?:(?:non-?contact|no-?contact) (?:visits?|visiting|visitation)(?: only)?)", (), (TOUCH,)),
    (rf"{_VISITS} (?:is|are|will be|take place|takes place) {_SOFT}{_HELD_}{_BEHIND}", (), (TOUCH,)),
    (rf"{_WHO} (?:will be|are|is) {_SOFT}(?:separated|kept apart|divided)(?: from {_THEM})? by {_PANE}", (), (TOUCH,)),
    (rf"{_PANE} (?:is|stands|will be) between (?:you|visitors) and {_THEM}(?: at all times)?", (), (TOUCH,)),
    (rf"{_GROUP} (?:must |will |may only |can only |have to )?(?:visit|meet|meet (?:with )?{_THEM}|see {_THEM}) {_BEHIND}", (), (TOUCH,)),
    (rf"(?:(?:an?|1|brief|short|quick) )*(?:hugs?|hugging|embraces?|embracing)(?:(?:,| and| or) (?:(?:an?|1|brief) )*(?:kiss(?:es)?|kissing))? {_IS}{_GIVEN}{_WHEN}", (HUGS,), ()),
    (r"no (?:hugs?|hugging|embraces?|embracing)(?:(?:,| and| or) (?:kiss(?:es)?|kissing))?", (), (HUGS,)),
    (rf"{_WHO} {_MAY}(?:hug|embrace)(?: or kiss| and kiss)?(?: {_THEM})?{_WHEN}", (HUGS,), ()),
    (rf"(?:(?:an?|1|brief|short|quick) )*(?:kiss(?:es)?|kissing) {_IS}{_GIVEN}{_WHEN}|{_WHO} {_MAY.replace('<no>', '<no2>')}kiss(?: {_THEM})?{_WHEN}", (KISSES,), ()),
    (rf"holding hands{_WHEN} {_IS}{_GIVEN}{_WHEN}|{_WHO} {_MAY.replace('<no>', '<no2>')}hold hands{_WHEN}", (HANDS,), ()),
    (rf"(?:(?:the|small|young|little) )*(?:children|babies|kids|child) {_MAY}(?:sit|be held) on (?:the |an? |their )?(?:{HELD}'s?|parent's|inmates') laps?|(?:inmates|parents|visitors|{HELD}) {_MAY.replace('<no>', '<no2>')}hold (?:their|the|small|young) (?:(?:small|young) )?(?:children|babies|kids)(?: on their laps?)?(?: during (?:the )?visits?)?", (LAPS,), ()),
    (rf"{_VISITS} (?:is|are|will be) (?P<no>{_NO})?{_SOFT}{_HELD_}(?:in person|face to face)(?: again)?", (IN_PERSON,), ()),
    (rf"(?:on-?site|on site) visits? (?:is|are) (?P<no>{_NO})?{_SOFT}(?:in person|face to face)", (IN_PERSON,), ()),
    (rf"{_VISITS} (?:is|are) (?:held )?in person only", (IN_PERSON,), (VIDEO,)),
    (rf"(?:{_WHO}|{_CLASS}) {_MAY}(?:see|visit|meet(?: with)?)(?: {_THEM})? (?:face to face|in person)(?: as before| again)?", (IN_PERSON,), ()),
    (rf"{_WHO} {_MAY}(?:only )?see {_THEM} (?:only )?{_SCREEN}", (), (IN_PERSON,)),
    (rf"only {_VIDEO} {_IS}{_GIVEN}", (), (IN_PERSON,)),
    (rf"{_SCREENS} {_SWAPPED} (?:{_IPV}|{_ROOM})", (IN_PERSON,), ()),
    (rf"(?:{_IPV}|{_ROOM}) {_SWAPPED} {_SCREENS}", (), (IN_PERSON,)),
    (rf"(?:we|the jail|this jail|the facility) (?P<no>(?:do|does|will) not |no longer )?{_SOFT}(?:offers?|have|has|holds?|provides?) {_IPV}{_FOR}", (IN_PERSON,), ()),
    (rf"{_IPV} {_IS}{_GIVEN}(?: again)?{_FOR}", (IN_PERSON,), ()),
    (rf"there (?:is|are) no {_IPV}{_FOR}", (), (IN_PERSON,)),
    (rf"{_GROUP} (?:{_MAY})?(?:have|receive|get) {_IPV}", (IN_PERSON,), ()),
    (rf"{_GROUP} (?:may |can |will )?(?:(?:have|receive|get) video visits only|(?:only )?visit by video only|have only video visits)", (), (IN_PERSON,)),
    (rf"you sit in (?:an? |the )?booths? and talk (?:with|to) {_THEM} (?:through|across) {_PANE}", (IN_PERSON,), ()),
    (rf"{_VISITS} (?:is|are|take place|takes place) {_SOFT}{_HELD_}(?:only |exclusively )?{_SCREEN}(?: only)?", (), (IN_PERSON,)),
    (rf"(?:(?:in-person|on-?site) )(?:video )?visits? (?:is|are|take place|takes place) {_SOFT}{_HELD_}{_SCREEN}", (), (IN_PERSON,)),
    (rf"video(?: visits?| visiting| visitation)? (?P<no>(?:does|do|will) not )?{_REPLACES} {_IPV}", (), (IN_PERSON,)),
    (rf"{_IPV} (?:has|have) been replaced (?:with|by) video(?: visits?)?|instead of {_IPV},? we (?:now )?offer video(?: visits)?|in place of {_IPV},? we (?:now )?offer video(?: visits)?", (), (IN_PERSON,)),
    (r"(?:you|visitors|families) (?:may|can) (?:choose|pick) between (?:an? )?in-person(?: visit)? and (?:an? )?video(?: visit)?|(?:you|visitors|families) (?:may|can) visit (?:either )?(?:in person or by video|by video or in person)", (IN_PERSON, VIDEO), ()),
    (rf"{_VIDEO} (?:is|are) {_SOFT}(?:offered|available|held|provided) {_BESIDE} {_IPV}|{_BESIDE} {_IPV},? (?:you|visitors|families) (?:may|can) {_SOFT}visit by video", (IN_PERSON, VIDEO), ()),
    (rf"{_HOME_VIDEO} (?:is|are) {_SOFT}(?:offered|available|held|provided) {_BESIDE} {_IPV}|{_BESIDE} {_IPV},? (?:you|visitors|families) (?:may|can) {_SOFT}visit by video {_OWN}", (IN_PERSON, HOME), ()),
    (rf"{_IPV} (?:stay|remain|continue|go on)(?: as before)?", (IN_PERSON,), ()),
    (r"video(?: visits?)? is (?:offered|available|added) (?:too|as well|also)", (VIDEO,), ()),
    (r"there (?:is|are) no (?:video visits|video visiting|video visitation) (?:at the jail|in the lobby|on-?site|here)", (), (LOBBY,)),
    (rf"(?:you (?:may|can) )?visit (?:by video )?{_OWN}", (HOME,), ()),
    (rf"{_LAWYERS.replace('(?:', '(?P<group>', 1)} (?:need|must have|must make|must book|are required to make) an appointment(?: to (?:see|visit|meet(?: with)?) {_THEM})?|{_LAWYERS.replace('(?:', '(?P<group2>', 1)} visits? (?:is|are) by appointment(?: only)?", (), (UNBOOKED,)),
    (rf"no appointment is (?:needed|required|necessary) for (?P<group>{_LAWYERS}) visits|(?P<group2>{_LAWYERS}) (?:may|can) (?:see|visit|meet(?: with)?)(?: {_THEM})? without an appointment|(?P<group3>{_LAWYERS}) (?:do not need|need no) (?:an )?appointment", (UNBOOKED,), ()),
    (r"there (?:is|are) no video (?:visits|visiting|visitation)", (), (VIDEO,)),
    (rf"{_VIDEO} {_IS}{_GIVEN}", (VIDEO,), ()),
    (rf"{_HOME_VIDEO} {_IS}{_GIVEN}|(?:you|visitors|families) {_MAY.replace('<no>', '<no2>')}visit by video {_OWN}", (HOME,), ()),
    (rf"{_LOBBY_VIDEO} {_IS}{_GIVEN}", (LOBBY,), ()),
    (rf"(?:{_VIDEO} (?:may|can) be (?:made|held|done)|(?:you can |you may )?visit by video) (?:{_OWN} or {_KIOSK}|{_KIOSK} or {_OWN})", (HOME, LOBBY), ()),
    (r"on-?site and (?:at-home|remote|home) video visits are (?:both )?(?:offered|available)|(?:at-home|remote|home) and on-?site video visits are (?:both )?(?:offered|available)", (HOME, LOBBY), ()),
    (rf"{_VIDEO} (?:(?:may|can) be (?:made|held|done)|are|is) (?:held )?(?:{_OWN} only|only {_OWN})", (HOME,), (LOBBY,)),
    (rf"{_VIDEO} (?:(?:may|can) be (?:made|held|done)|are|is) (?:only (?:held |made )?{_KIOSK}|(?:held )?{_KIOSK} only)", (LOBBY,), (HOME,)),
    (rf"{_KIOSKS} (?:have been removed|are (?:closed|gone|no longer (?:in use|available|open)|not (?:in use|available|open)))", (), (LOBBY,)),
    (rf"{_KIOSKS} are (?:open|available|in use)(?: (?:to|for) (?:visitors|video visits|the public))?|(?:you (?:may|can) )?use {_KIOSKS.replace('(?:the|our|all)', '(?:the|our|all|an?)')}(?: for (?:an? )?video visits?)?", (LOBBY,), ()),
    (rf"{_GROUP} (?:may|can) {_SOFT}(?:visit|see {_THEM}|meet(?: with)? {_THEM}) (?:(?:by|over|via) video or in person|in person or (?:by|over|via) video)", (IN_PERSON, VIDEO), ()),
    (rf"{_GROUP} (?:may|can|must) {_SOFT}(?:visit|see {_THEM}|meet(?: with)? {_THEM}) in person only", (IN_PERSON,), (VIDEO,)),
    (rf"{_GROUP} {_MAY}(?:visit|see {_THEM}|meet(?: with)? {_THEM}) (?:by|over|via) video", (VIDEO,), ()),
    (rf"(?P<group>{_CLASS}) (?:{_MAY}(?:have|receive|get) (?:visits|visitors)|keep their visits)", (VISITS,), ()),
    (rf"(?P<group>{_CLASS}) (?:lose (?:their|all) visits|(?:get|have|receive) no (?:visits|visitors))|(?:while|when) (?P<group2>(?:in|on|under|serving) [\w-]+(?: [\w-]+){{0,2}}),? (?:an?|the) {HELD} (?:gets|has|receives|may have) no visit(?:s|ors)", (), (VISITS,)),
)  # fmt: skip
_CUE = regex(
    r"contact|glass|window|partition|barrier|divider|\bpane|hug|embrac|kiss|hands|\blaps?\b|hold (?:their|small)|in[- ]person|face[- ]to[- ]face|video|kiosk|terminal|booth|table|screen|(?:keep|lose) (?:their|all) visits|no visit|(?:have|receive|get) visit|remote|online|at-home|home visit|from (?:your )?home|appointment"
)
_PARTS = regex(r"; (?:also |but )?|, and (?=there |video )")
_NOT = (
    (regex(r"\bcannot\b|\bcan't\b"), "can not"),
    (regex(r"\bwon't\b"), "will not"),
    (regex(r"n't\b"), " not"),
)
# Words of a class that say nothing of which it is, and those of everybody, as concepts.py has them.
_LABELS = frozenset(concepts("inmates classified housed custody security jail serving"))
_EVERYBODY = frozenset(concepts("visitors everyone families public"))


@lru_cache(maxsize=1)
def _sayings() -> list[tuple[re.Pattern[str], tuple[str, ...], tuple[str, ...]]]:
    return [(regex(pattern), gives, takes) for pattern, gives, takes in _SAYINGS]


@lru_cache(maxsize=4096)
def _read(plain: str) -> tuple[tuple[tuple[str, str], bool], ...]:
    text = plain.rstrip(" .!")
    if not _CUE.search(text):
        return ()
    for pattern, said in _NOT:
        text = pattern.sub(said, text)
    found: Forms = {}
    for part in _PARTS.split(text):
        one = _of_part(part)
        if not one:
            return ()
        found |= one
    return tuple(found.items())


def forms(plain: str) -> Forms:
    """What one canonical line says of forms of visits, empty where it says nothing plainly or says more than that."""
    return dict(_read(plain))


def _of_part(text: str) -> Forms:
    for pattern, gives, takes in _sayings():
        hit = pattern.fullmatch(text)
        if hit is None:
            continue
        named = hit.groupdict()
        turned = bool(named.get("no") or named.get("no2"))
        group = _group(named.get("group") or named.get("group2") or named.get("group3") or "")
        said = {(group, form): not turned for form in gives} | {(group, form): turned for form in takes}
        return _implied(said) if not turned or len(said) == 1 else {}
    return {}


def _group(named: str) -> str:
    """Whom a rule is for, in words that are the same for all its wordings; "" for everybody."""
    if re.fullmatch(_LAWYERS, named):
        return COUNSEL
    return " ".join(sorted(set(concepts(named)) - _LABELS - _EVERYBODY))


def _implied(said: Forms) -> Forms:
    """With what goes without saying: without video there is none from home or in the lobby."""
    found = dict(said)
    for (group, form), given in said.items():
        if form == VIDEO and not given:
            found |= {(group, HOME): False, (group, LOBBY): False}
        if form in (HOME, LOBBY) and given:
            found[group, VIDEO] = True
        if form == TOUCH and given:
            found[group, IN_PERSON] = True
    return found
