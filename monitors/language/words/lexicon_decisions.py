"""The verbs of decisions, by family and in all their forms: what keeps or undoes a plan, gives or takes visits.

A family is a list of verbs in their plain form, each with the words that belong to it ("turn down"); a verb has one sign
in all places where its family may stand (decisions.py).
"""

# ruff: noqa: E501, SIM905  a family reads better on one line

from __future__ import annotations

import re

from monitors.language.words.patterns import regex

# Past and participle of verbs that are not regular.
_IRREGULAR = {
    "uphold": "upheld", "keep": "kept", "give": "gave given", "get": "got gotten", "strike": "struck stricken", "throw": "threw thrown",
    "withdraw": "withdrew withdrawn", "do": "did done", "undo": "undid undone", "set": "set", "take": "took taken", "put": "put", "cut": "cut",
    "shoot": "shot", "sink": "sank sunk", "wind": "wound", "override": "overrode overridden", "tear": "tore torn", "let": "let", "go": "went gone", "leave": "left",
    "stand": "stood", "stick": "stuck", "say": "said", "bring": "brought", "forbid": "forbade forbidden", "hold": "held", "make": "made", "send": "sent",
    "withhold": "withheld", "shut": "shut", "pay": "paid", "find": "found", "choose": "chose chosen", "see": "saw seen", "win": "won", "lose": "lost",
    "write": "wrote written", "build": "built", "rebuild": "rebuilt", "tell": "told", "turn": "turned", "rid": "rid", "slash": "slashed", "quit": "quit",
    "rewrite": "rewrote rewritten", "overturn": "overturned", "swat": "swatted", "bat": "batted", "beat": "beat beaten", "run": "ran", "shake": "shook shaken", "shed": "shed", "break": "broke broken", "ok": "ok'd okayed oked", "veto": "vetoed", "begin": "began begun", "lay": "laid", "deal": "dealt", "unwind": "unwound", "forgo": "forwent forgone", "freeze": "froze frozen",
}  # fmt: skip
_DOUBLED = frozenset(
    "drop scrap ban bar stop cap trim permit axe can strip shut cut put set get let rid slim curb gut cancel annul shelve"
    " nip plug commit submit admit quit blot begin forbid"
    .split()
) - {"axe", "curb", "shelve"}  # fmt: skip
_S = regex(r"(?:s|x|z|ch|sh|[^aeiou]o)$")


def _forms(verb: str) -> list[str]:
    root = verb[:-1] if verb.endswith("e") else verb
    if verb in _DOUBLED:
        root += verb[-1]
    soft = len(verb) > 2 and verb.endswith("y") and verb[-2] not in "aeiou"
    third = verb[:-1] + "ies" if soft else verb + ("es" if _S.search(verb) else "s")
    past = _IRREGULAR.get(verb, verb[:-1] + "ied" if soft else root + "ed").split()
    also = [verb + "ed", verb + "ing"] if verb in ("cancel",) else []  # "canceled" and "cancelled"
    return [verb, third, *past, (verb if verb.endswith("ee") else root) + "ing", *also]


def family(verbs: str) -> tuple[str, ...]:
    """Every form of every verb, the longest first."""
    listed = (verb.strip().partition(" ") for verb in verbs.split(",") if verb.strip())
    forms = {f"{form}{space}{rest}" for first, space, rest in listed for form in _forms(first)}
    return tuple(sorted(forms, key=lambda form: (-len(form), form)))


def done(verbs: str) -> tuple[str, ...]:
    """Every form of every verb by which something is done, not meant or under way: "undoes", "undid", "undone"."""
    listed = (verb.strip().partition(" ") for verb in verbs.split(",") if verb.strip())
    forms = {
        f"{form}{space}{rest}"
        for first, space, rest in listed
        for form in _forms(first)[1:]
        if not form.endswith("ing")
    }
    return tuple(sorted(forms, key=lambda form: (-len(form), form)))


_VOTE = r"vot(?:e[sd]?|ing)(?: @V)?"
_ITS = "(?:(?:its|their|his|her|final|initial|preliminary|formal|the|a|an|unanimous|full|tentative) ){0,2}"

_KEEPS = (
    "approve, adopt, pass, endorse, uphold, keep, retain, preserve, reinstate, revive, renew, confirm, affirm, reaffirm, sign off on, sign, sign into law, sign on to, agree with, "
    "agree on, accept, enact, impose, ratify, introduce, announce, order, carry out, make permanent, let stand, okay, ok, green-light, greenlight, give a green light to, "
    "champion, grant, finalize, extend, go along with, go ahead with, go forward with, proceed with, push ahead with, move ahead with, move forward with, push through, ram through, usher through, "
    "leave in place, leave intact, leave standing, leave in force, leave in effect, leave alone, leave untouched, leave, stick with, stick to, stand by, stand behind, get behind, cling to, hold on to, hold to, side with, "
    "clear the way for, pave the way for, open the door to, clear, bless, sanction, authorize, validate, cement, codify, implement, institute, put in place, put into effect, put into force, put back, embrace, "
    "throw support behind, throw weight behind, put weight behind, establish, create, rubber-stamp, write into law, allow to stand, permit to stand, maintain, sustain, "
    "rule in favor of, rule for, find in favor of, come out for, come out in favor of, say yes to, sign up for, restore, bring back, defend and keep, "
    "stay with, go with, run with, adhere to, put its name to, hang on to, keep alive, keep in force, keep in place, leave unchanged, leave on the books, let continue, let go forward, let go ahead, let proceed, let take effect, "
    "allow to continue, allow to remain, allow to take effect, allow to go forward, allow to proceed, ordain, decree, promulgate, ink, enter into, broker, hammer out, carry, "
    "issue, hold fast to, double down on, press ahead with, press on with, forge ahead with, plow ahead with, go through with, vote yes to, "
    "enforce, apply, honor, insist on, nod through, opt for, settle on, save, spare, rescue, resurrect, reimpose, re-impose, readopt, re-adopt, re-enact, reenact, reauthorize, prolong, give effect to, bring into force, bring in, usher in, roll out, launch, phase in, lock in, set in stone, vote yes on, say yes on, cast a vote for, find for, rule for, wave on, uphold in full, "
    " give thumbs up to, give a thumbs-up to, give a thumbs up to, vote through, wave through, concur in, concur with"
)
KEEP = family(_KEEPS)
_UNDOES = (
    "reject, turn down, turn away, turn back, repeal, rescind, supersede, revoke, strike down, strike out, strike, strike from the books, throw out, overturn, quash, void, annul, vacate, invalidate, withdraw, drop, "
    "scrap, abandon, kill, kill off, block, halt, stop, defeat, veto, deny, lift, end, cancel, abolish, eliminate, remove, do away with, get rid of, rid itself of, reverse, reverse course on, undo, "
    "overrule, set aside, cast aside, brush aside, push aside, lay aside, sweep aside, enjoin, suspend, pause, ease, relax, loosen, soften, waive, back away from, back off from, back out of, back down from, back down on, back off on, back off, "
    "walk back, walk away from, take back, take off the books, call off, call an end to, call a halt to, shelve, axe, ax, delete, cut out, give up on, give up, oppose, nullify, negate, shoot down, nix, toss out, toss aside, toss, "
    "pull the plug on, pull back, pull back from, pull, roll back, spike, squash, thwart, torpedo, jettison, junk, trash, dump, withhold, sink, override, tear up, rip up, ditch, defund, "
    "dissolve, recede from, retreat from, put a stop to, put an end to, put the brakes on, put a halt to, put the kibosh on, put to rest, put to bed, bring to an end, bring an end to, order an end to, order a halt to, "
    "say no to, say no on, vote no on, rule against, rule out, find against, come out against, decide against, turn thumbs down on, give thumbs down to, give a thumbs-down to, give a thumbs down to, "
    "put paid to, relent on, cave on, fold on, climb down from, climb down on, step back from, step away from, stand down on, pull back on, row back on, beat back, fend off, swat down, swat aside, bat down, bat away, slap down, knock back, head off, "
    "cut short, shred, recant, sweep away, clear away, break off, declare dead, declare void, declare null and void, take off the table, take off the agenda, kick to the curb, leave to die, wash its hands of, shake off, retire, cross off, reject out of hand, "
    "renege on, hand a defeat to, deal a defeat to, water down, quit, reverse itself on, make short work of, allow to lapse, place on hold, put on hold, side with foes of, side with opponents of, budge on, budge from, waver on, yield on, bend on, give ground on, "
    "snub, trounce, crush, topple, tank, squelch, smother, shut down, bin, chuck, chop, strip out, take out, edit out, put on ice, call time on, bail on, bail out of, think better of, give short shrift to, turn a deaf ear to, take an ax to, take an axe to, "
    "knock down, knock out, strike off, lay to rest, leave behind, frustrate, foil, deep-six, countermand, abrogate, send packing, give the boot to, give the ax to, give the axe to, dispense with, be done with, part with, rip out, chip away at, turn against, vote out, cut, slash, trim, drop plans for, prohibit, forbid, "
    "outlaw, discard, erase, expunge, terminate, discontinue, dismantle, phase out, wipe out, wipe off the books, stamp out, rebuff, spurn, decline, dismiss, disapprove, disallow, forgo, "
    "bury, stymie, sideline, derail, doom, scuttle, scotch, neuter, gut, snuff out, extinguish, renounce, disavow, repudiate, retract, recall, unwind, backtrack on, backpedal on, change course on, about-face on, "
    "do an about-face on, make a u-turn on, u-turn on, slam the door on, shut the door on, close the door on, close the book on, throw a veto at, refuse, cross out, excise, stop short of, "
    "walk out on, bow out of, pull out of, opt out of, get out of, turn its back on, reconsider and drop, unravel, do without"
)
UNDO = family(_UNDOES)
# Done to a rule, order or ban, each leaves nothing of it.
UNDONE = done(
    "set aside, abrogate, annul, nullify, negate, invalidate, countermand, retract, repudiate, disavow, renounce, recall, undo, tear up, rip up, throw out, toss out, toss, walk back, roll back, "
    "back away from, back out of, back down from, take back, cast aside, sweep aside, brush aside, overrule, disapprove, extinguish, dissolve, expunge, erase, wipe out, wipe away, gut, nix, axe, jettison, "
    "ditch, junk, bin, scuttle, dump, discard, unwind, dispense with, do away with, get rid of, put an end to, put a stop to, bring an end to, cease to enforce, stop enforcing, quit enforcing, "
    "kill, pull, terminate, eliminate, abolish, end, cancel, retire, excise, reverse, take off the books, call off, supersede"
)

NOT = (
    rf"(?:refus(?:e[sd]?|ing)|declin(?:e[sd]?|ing)|{_VOTE} not|decid(?:e[sd]?|ing)(?: @V)? (?:not|against)|fail(?:s|ed|ing)?|opt(?:s|ed)? (?:not|against)|cho(?:se|oses?) not|{_VOTE} against|elect(?:s|ed)? not"
    r"|stop(?:s|ped)? short of|rul(?:es|ed) out|balk(?:s|ed)? at|s(?:aw|ees|ee) no (?:reason|need) to|reject(?:s|ed)? calls|agree[sd]? not|resolve[sd]? not|held off on|shie[sd] away from|ha(?:s|ve) no intention of)(?: to)?|(?:would|will|did) not|(?:wo|did|would)n't|no longer|will no longer|would no longer|will never(?: again)?"
)
_MEN = r"(?:(?!\b(?:study|report|plans?|of|on|review|proposal|bill|ban|for)\b)[^.,;:]){3,40}?"
_TOLD = r"order|tell|direct|require|force|compel|instruct|permit|allow|authorize|empower|let|command"
DECIDE = (
    rf"{_VOTE} to|(?:decid(?:e[sd]?|ing)|agree[sd]?|cho(?:se|oses?)|mov(?:e[sd]?|ing)|act(?:s|ed)?|opt(?:s|ed)?|elect(?:s|ed)?|resolve[sd]?|ruled)(?: @V)? to|reversed (?:course|itself|himself|herself|themselves|its decision) and|changed (?:course|its mind|his mind|her mind|their minds?) and|backtracked and|relented and|{_VOTE} unanimously to"
    rf"|(?:order(?:s|ed)?|direct(?:s|ed)|force[sd]?|requires?|required|compel(?:s|led)|instruct(?:s|ed)|authorize[sd]?|empower(?:s|ed)|command(?:s|ed)|tells?|told|permits|permitted|allows|allowed|cleared) {_MEN} to"
    rf"|(?:(?:was|were|is|are|been|be|being) (?:hereby )?)?(?:ordered|told|directed|required|forced|compelled|instructed|authorized|allowed|permitted|cleared) to"
    rf"|g(?:ave|ives?|iven) {_MEN} (?:permission|authority|leave|the power|the right|the go-ahead|the green light|approval) to"
    rf"|(?:got|gets|won|wins|has) (?:[\w.'-]+ ){{1,4}}(?:permission|approval|consent|leave) to"
    rf"|(?:said|says|announce[sd]?|confirm(?:s|ed)?|pledge[sd]?|reported|told {_MEN})(?: (?:that|today|this week|@V))* (?:it|he|she|they|we|i|the (?:jail|county|sheriff|board|department|office|company|state)) (?:will|would|is|are|was|were)(?: (?:now|soon|again|also|immediately|permanently))*(?: be)?"
    r"|(?:is|are|was|were|shall be) (?:hereby |further )?(?:amended|revised|modified|changed|updated|rewritten|altered) (?:to|by|so as to)"
    r"|(?:am|are|is) (?:pleased|happy|proud|sorry|glad|sad|delighted|thrilled) to (?:announce|say|report)(?: that)?"
    r"|(?:decided|voted|ruled|agreed)(?: @V)? that|(?:let|lets|made|makes) (?:the |its )?(?:sheriff|jail|county|warden|department|sheriff's office)"
    r"|announce[sd]? (?:that|plans to|a decision to)"
    r"|(?:order(?:s|ed)?|orders|direct(?:s|ed)|required?) that"
)
GIVEN = (
    rf"{_VOTE} (?:for|in favor of|yes on)|g(?:ave|ives?|iven) {_ITS}(?:approval|blessing|passage|nod|go-ahead|green light|consent|support|okay|ok|backing|assent|imprimatur|stamp of approval|seal of approval|thumbs-up|thumbs up) to"
    r"|green-lit|reach(?:es|ed)?(?= (?:a|an) (?:[\w-]+ ){0,2}(?:deal|agreement|settlement|compromise|accord|pact)\b)|(?:reaffirm(?:s|ed)|affirm(?:s|ed)|renew(?:s|ed)|lent|lends) (?:its|his|her|their) (?:full )?(?:support|backing) (?:for|to)|put (?:its|his|her|their) (?:weight|support|name) (?:behind|to)|thr(?:ew|ows?) (?:its|his|her|their) (?:weight|support) behind|agree[sd]? to|made? good on|t(?:akes?|ook) up"
)
_BACK = (
    "".join(f"(?<!{word} )" for word in "rolled roll rolls walked taken took bring brings brought bringing put fought pushed turned pulled".split())
    + r"back(?:s|ed|ing)?(?! away| off| out| down| from| to| up)"
)  # fmt: skip
VOTED_OUT = rf"canned|indefinitely (?:postponed|tabled)|(?:postponed|tabled|put off) indefinitely|stay(?:s|ed|ing)|{_VOTE} (?:down|against|no on|out)|let(?:s|ting)? (?:die|lapse|expire)|pull(?:s|ed)? the rug from under"

TAKE = family(
    "bring an end to, choke off, scale down, ration, squeeze, slim down, pare down, end, stop, eliminate, abolish, ban, bar, prohibit, forbid, outlaw, disallow, do away with, get rid of, scrap, drop, discontinue, cancel, suspend, halt, pause, phase out, cut, cut back, cut back on, cut off, reduce, curtail, curb, "
    "limit, restrict, shorten, halve, close, close down, shut, shut down, take away, remove, shutter, dismantle, mothball, tear out, tear down, gut, give up, deny, refuse, strip away, trim, slash, scale back, pare back, roll back, whittle down, "
    "wind down, shelve, terminate, axe, nix, kill, cease, bring to an end, put an end to, put a stop to, call off, stop holding, stop offering, stop allowing, quit holding, quit offering, seal, board up, wall off, wall up, brick up, rip out, freeze, revoke, withdraw, withhold, ditch, pull, do without, forgo, rule out, exclude, preclude, foreclose"
)  # fmt: skip
# Done to a ban, not to visits.
TAKE_BAN = family(
    "lift, ease, waive, repeal, rescind, relax, overturn, strike down, undo, loosen, reverse, void, vacate"
)
_GIVES = (
    "restore, bring back, reinstate, reintroduce, reestablish, re-establish, relaunch, renew, reactivate, reinstitute, recommence, resume, reopen, guarantee, protect, preserve, allow, permit, offer, provide, expand, extend, add, increase, lengthen, double, keep, introduce, impose, mandate, hold, maintain, "
    "retain, save, safeguard, revive, restart, continue, secure, ensure, triple, give back, put back, make room for, open up, open, start, begin, launch, enshrine, require, demand, return to, go back to, promise, grant, create, establish, "
    "bring in, set up, start holding, begin offering, begin holding, make available, assure, rescue, broaden, enlarge, lay down, set, build, construct, staff"
)
GIVE = family(_GIVES)
RAISE = family("raise, increase, hike, double, triple, jack up, bump up, boost, push up")
LOWER = family("lower, cut, reduce, cap, waive, end, drop, eliminate, abolish, halve, slash, remove, scrap, do away with, get rid of, bring down, trim, roll back, stop, lift, ban")  # fmt: skip
BAR = family("bar, ban, keep, prohibit, prevent, stop, forbid, exclude, block, lock, shut, disqualify")
LET = family("let, allow, permit, admit")


def one_of(family: tuple[str, ...]) -> str:
    return "|".join(map(re.escape, family))


_RULES = r"(?:orders?|directives?|memos?|memorandum|requirements?|mandates?|rules?|regulations?|polic(?:y|ies)|provisions?|clauses?|laws?|statutes?|ordinances?|resolutions?|guarantees?|prohibitions?|bans?|bars?|restrictions?|moratorium|rulings?|decisions?|decrees?|exemptions?|waivers?|variances?|injunctions?|edicts?)"
# "abrogated the order", "the order was nixed": verbs that say of a rule alone that it is over
RULE_UNDONE = (
    rf"(?:{one_of(UNDONE)})(?= (?:(?:the|an?|its|their|his|her|our|that|this|all|any|both|last|earlier|[\w-]+'s|[\w-]+) ){{1,3}}{_RULES}\b)"
    rf"|(?:(?<=\bis )|(?<=\bwas )|(?<=\bare )|(?<=\bwere )|(?<=\bbeen ))(?:{one_of(UNDONE)})"
)


_PARTED = frozenset("down out aside back off up away over through stand intact standing alone".split())


def with_it(family: tuple[str, ...]) -> str:
    """The family with "it" where it stands: "approved it", "voted it down"."""
    parted: set[str] = set()
    for form in family:
        first, _, rest = form.partition(" ")
        parted.add(f"{first} it {rest}" if rest.split(" ")[0] in _PARTED else f"{form} it")
    return one_of(tuple(sorted(parted, key=lambda form: (-len(form), form))))


KEEPS = rf"{GIVEN}|{_BACK}|{one_of(KEEP)}"
UNDOES = rf"{VOTED_OUT}|{one_of(UNDO)}"
KEEPS_IT = with_it((*KEEP, "vote for", "voted for"))
UNDOES_IT = with_it((*UNDO, "vote down", "voted down", "voted against"))

VOTED_IN = rf"{_VOTE} (?:for|in favor of)|approv(?:e[sd]?|ing)|okay(?:s|ed)|ok'?d|greenlit|green-lit|green-light(?:s|ed)|authoriz(?:e[sd]?)|endorse[sd]?|gave (?:the )?(?:nod|go-ahead|green light|approval) to"
VOTED_DOWN = rf"{_VOTE} (?:down|against)|reject(?:s|ed)?|turn(?:s|ed) down|veto(?:es|ed)|nix(?:es|ed)|shot down|shoots down|sa(?:id|ys) no to"
STAYS = (
    r"squeak(?:s|ed) through|sail(?:s|ed) through|won out|c[ao]mes? into (?:force|effect)|came into (?:force|effect)|got through|is (?:a go|back on the books|back in (?:force|place|effect))|got the (?:green light|nod|go-ahead|ok|thumbs-up)|stands?|stood|survive[sd]|t(?:akes|ook) effect|(?:goes|went) into (?:effect|force)|pass(?:ed|es)|carrie[sd]|prevailed|prevails|holds|(?:is|was) (?:now )?(?:law|in (?:force|effect)|here to stay)|went through|bec(?:ame|omes) law"
    r"|(?:stays|stayed|remains?|remained|(?:will|can|may|shall|is to|are to) (?:stand|stay|remain|continue|go ahead|go forward|take effect))(?: (?:in (?:place|effect|force)|on the books|law|intact))?|w[oi]ns? (?:[\w'-]+ ){0,3}(?:passage|approval|support|ok|backing)"
    r"|(?:got|gets|won|wins|earned|received) (?:[\w'-]+ ){0,4}(?:approval|ok|okay|blessing|nod|go-ahead|signature|backing)|clear(?:s|ed) (?:its|the) (?:last|final) (?:\w+ )?hurdle|(?:is|was) (?:made )?permanent|became permanent|(?:was|is|were) (?:found|ruled|held|declared) (?:to be )?(?:constitutional|lawful|legal|valid)"
)
_UNLAWFUL = r"(?:unconstitutional|illegal|unlawful|invalid|void|null and void|improper|unenforceable)"
FALLS = (
    r"got the (?:ax|axe|boot|thumbs-down|chop)|went nowhere|m[ee]ets? (?:with )?defeat|met (?:with )?defeat|found no (?:support|second|takers)|(?:got|received|lacked|drew) (?:no|a) second|was left to die|crumbled|unraveled|flopped|sank|tanked|is finished|lacked the votes|fell (?:\w+ )?(?:votes?|vote) short(?: of passage)?|failed|fails|die[sd]|fell short|falls short|collapsed|did not pass|(?:is|was|are) (?:now )?(?:dead|off the table|no longer in (?:force|effect)|no more|history|over|gone|over and done with|lost)|came to nothing|expire[sd]|lapse[sd]|sunsets?|fell through|falls|fell|ended|no longer (?:holds|applies|stands)"
    rf"|(?:was|is|were) (?:found|ruled|held|declared|deemed|judged) (?:to be )?{_UNLAWFUL}|(?:failed|fails) to (?:pass|advance|win (?:passage|approval)|get (?:enough votes|a second))|went down(?: (?:to|in) (?:defeat|flames))?|goes down(?: to defeat)?|did not survive(?: (?:a|the) vote)?|lost|bit the dust|has come to an end|came to an end"
    r"|(?:was|is) (?:ruled|found|held) to violate|violate[sd]"
)
# What a table of bills, or minutes, say of one.
# Of these, only the refusal decides: "declined to pursue a plan", "refused to reconsider the ban".
PURSUE = family("pursue, go through with, follow through on, consider, take up, hear")
REVIEW = family("review, reconsider, revisit, intervene against, intervene in, step in against")
LEFT_STANDING = r"adopted|approved|granted|signed(?: by (?:the )?governor| into law)?|enacted|upheld|affirmed|ratified|passed|carried|bec(?:ame|omes) law|chaptered|enrolled and signed|agreed to|ok'd|okayed|reinstated"
LEFT_UNDONE = r"denied|rejected|defeated|vetoed(?: by (?:the )?governor)?|withdrawn|repealed|dismissed|deleted|stricken|struck|failed|dead|died|indefinitely postponed|postponed indefinitely|lost|not (?:approved|adopted|carried)|inexpedient to legislate"
HELD = r"(?:held|found|ruled|declared|decided|determined|concluded|holds|finds|rules|declares|says|said)"
UNLAWFUL = _UNLAWFUL
TURNING = frozenset(
    form.split(" ")[0] for family in (KEEP, UNDO, TAKE, GIVE, RAISE, LOWER, TAKE_BAN) for form in family
)


# What a sentence must speak of to be a decision on visits.
SPEAKS_OF_VISITS = r"\bvisit|\bshare of what families pay|\bvideo-only|\b(?:meet|see|sit)\b.*\b(?:in person|face to face)\b|\b(?:booths|stools)\b"
