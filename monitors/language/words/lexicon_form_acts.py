"""What is done to a whole form of visits: it is ended, stopped for a while, or opened; who does it.

Open lists of general verbs; a verb is added for a kind of wording, never for one page.
"""

# ruff: noqa: E501  a family reads better on one line

from __future__ import annotations

from monitors.language.words.lexicon_decisions import family, one_of

ENDS = one_of(
    family(
        "switch off, turn off, shut off, end, stop, eliminate, abolish, ban, prohibit, forbid, outlaw, disallow, do away with, get rid of, scrap, discontinue, terminate, phase out, take away, cease, axe, ax, drop, remove, wind down, withdraw, revoke, rescind, nix, ditch, kill, close down, sunset, pull, cut out, jettison, dissolve, deny, block, bar, abandon, give up, dispense with, wipe out, shutter, bring to an end, put an end to, put a stop to, call an end to, stop offering, stop allowing, stop holding, stop providing, cease offering, cease holding, cease providing, quit offering, quit holding, retire, relegate to the past, consign to history"
    )
)
ENDS = rf"(?:{ENDS}|a thing of the past|history|no more|a memory)"
STOPS = one_of(
    family(
        "suspend, cancel, halt, pause, shelve, mothball, freeze, call off, put on hold, put on ice, shut down, call a halt to, put a halt to"
    )
)
RESTORES = one_of(
    family(
        "resume, restore, bring back, reinstate, reintroduce, restart, reopen, re-open, revive, renew, reestablish, re-establish, relaunch, re-launch, reactivate, reinstitute, recommence, reauthorize, unfreeze, put back, return, return to, go back to, start again, begin again"
    )
)
ALLOWS = one_of(
    family(
        "offer, allow, permit, introduce, start, open, open up, set up, roll out, establish, authorize, start offering, start allowing, start holding, begin, begin offering, begin allowing, begin holding, add, launch"
    )
)
ALLOWS = rf"(?:{ALLOWS}|live|up and running|under ?way)"
KEEPS = one_of(family("keep, retain, preserve, keep alive, leave in place"))
_OFFICE = r"(?:jails?|prisons?|facilit(?:y|ies)|count(?:y|ies)|sheriff(?:'s? (?:office|department))?|warden|department(?: of corrections)?|corrections department|institution|detention cent(?:er|re)|correctional cent(?:er|re)|commission(?:ers)?|council|board(?: of (?:supervisors|commissioners))?|city|state|administration|captain|commander|superintendent|officials)"
WHO = rf"(?:we|officials|(?:the |our |this )?(?:(?!the\b|our\b|no\b|nor\b)[\w.'-]+ ){{0,3}}?{_OFFICE})"
# Of an act as a noun: "the suspension of", "a ban on".
STOP_NOUN = r"(?:suspension|pause|halt|freeze|moratorium|stop|stoppage|closure|shutdown|interruption|cancel+ation)"
END_NOUN = r"(?:end|ending|elimination|discontinuation|abolition|termination|cessation|phase-?out|phasing out|removal|loss|ban|prohibition|withdrawal)"
RETURN_NOUN = r"(?:return|restoration|resumption|reinstatement|reopening|re-opening|reintroduction|restart|revival|relaunch|comeback)"
