"""What stands between a crawler and a page: bot walls and captchas.

Every sign is only looked for on a page that shows little text, because the walls' scripts are part of countless real
pages (Cloudflare adds challenge-platform to every page it serves, Imperva its _Incapsula_Resource), and because real
rules speak of blocked accounts, maintenance and sign-in too.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from re import Pattern

from monitors.furniture import speaks_of_visits
from monitors.own_words import says_visits
from monitors.records import Quality

_STOP = re.compile(r"[.!?](?:\s|$)")


@dataclass(frozen=True, slots=True)
class Sign:
    """One rule. header: (name, pattern of its value); body: pattern in the raw page; shown: pattern in the text a
    reader sees; title: pattern in title or first headings. All that are given must hold. most: characters of shown
    text above which the rule is not tried. firm: a title or first heading of that kind is believed whatever else the
    page says. common: forms of real pages have both script and words."""

    rule: str
    quality: Quality
    header: tuple[str, Pattern[str]] | None = None
    body: Pattern[str] | None = None
    shown: Pattern[str] | None = None
    title: Pattern[str] | None = None
    most: int = 2000
    firm: bool = False
    common: bool = False


@dataclass(frozen=True, slots=True)
class Shown:
    """A capture as the rules see it: headers with lower-case names, the raw page's beginning and end, the text shown,
    title and first headings one a line, the number of characters shown, and the sentences in which the page itself
    rules visits."""

    headers: Sequence[tuple[str, str]]
    body: str
    text: str
    titles: str
    size: int
    rulings: Sequence[str] = ()


def sign_of(shown: Shown, signs: Sequence[Sign]) -> Sign | None:
    """The first rule that holds and is to be believed."""
    tried = (sign for sign in signs if shown.size <= sign.most and _holds(sign, shown))
    return next((sign for sign in tried if _is_believed(sign, shown)), None)


def _is_believed(sign: Sign, shown: Shown) -> bool:
    """A page that rules visits in sentences of its own is no wall for some words or a script alone: "The video system
    is down for maintenance. Visits in person are held as ever." A provider's script with the provider's words is one,
    and so is its header."""
    both = sign.body is not None and (sign.shown is not None or sign.title is not None)
    if sign.header is not None or (both and not sign.common):
        return True
    if all(_is_its_own(sign, said) for said in shown.rulings):
        return True
    firsts = shown.titles.split("\n")[:2]
    return sign.firm and any(_says(sign, line) and not speaks_of_visits(line) for line in firsts)


def _is_its_own(sign: Sign, said: str) -> bool:
    """Whether a sentence about visitors is the wall's: its sign is in it, of something that is no visit. "The visiting
    room is under maintenance" and "Your browser is not supported for video visits" are the page's."""
    hit = sign.shown.search(said) if sign.shown is not None else None
    if hit is None:
        return False
    before = _STOP.split(said[: hit.start()])[-1]
    following = _STOP.split(said[hit.end() :], maxsplit=1)[0]
    return not says_visits(before) and not says_visits(f"{hit[0].split()[-1]} {following}")


def _says(sign: Sign, line: str) -> bool:
    return sign.title is not None and sign.title.search(line) is not None


def _holds(sign: Sign, shown: Shown) -> bool:
    if sign.header is not None:
        name, pattern = sign.header
        if not any(key == name and pattern.search(value) for key, value in shown.headers):
            return False
    return (
        (sign.body is None or sign.body.search(shown.body) is not None)
        and (sign.shown is None or sign.shown.search(shown.text) is not None)
        and (sign.title is None or sign.title.search(shown.titles) is not None)
    )


def any_of(*patterns: str) -> Pattern[str]:
    """Any of the patterns, without regard to case; ^ and $ are those of a line."""
    return re.compile("|".join(patterns), re.IGNORECASE | re.MULTILINE)


_B, _C = Quality.BLOCKED, Quality.CHALLENGE
_MUCH = 10**9  # for signs in headers, which are never on a page that was served

# A wall's own words and hooks, by provider.
WALLS: tuple[Sign, ...] = (
    Sign("cloudflare_mitigated", _C, header=("cf-mitigated", any_of("challenge")), most=_MUCH),
    Sign(
        "cloudflare_challenge",
        _C,
        body=any_of(
            "_cf_chl_opt",
            "cf-browser-verification",
            "cf_chl_(?:prog|f_tk)",
            r"/cdn-cgi/challenge-platform/h/\w+/(?:orchestrate|cmg|flow)",
        ),
    ),
    Sign(
        "cloudflare_challenge",
        _C,
        title=any_of("^(?:just a moment|checking your browser|one more step|please wait)"),
        body=any_of("cloudflare", "cf-ray", "cdn-cgi"),
    ),
    Sign(
        "cloudflare_block",
        _B,
        body=any_of("cf-error-details", r"cdn-cgi/styles/cf\.errors", "cf-wrapper"),
        shown=any_of("you have been blocked", "access denied", "banned", "ray id"),
    ),
    Sign("cloudflare_block", _B, shown=any_of(r"^\s*error code:? 10\d\d\s*$")),
    Sign(
        "akamai_challenge",
        _C,
        body=any_of(
            "sec-if-cpt-container",
            "bm-verify",
            "/_sec/cp_challenge",
            "powered and protected by akamai",
            "akamai-bm-challenge",
        ),
    ),
    Sign(
        "akamai_block",
        _B,
        shown=any_of(r"reference\s*#?\s*[0-9a-f]+\.[0-9a-f]+\.[0-9a-f]+"),
        title=any_of("access denied", "forbidden", "error"),
    ),
    Sign(
        "akamai_block",
        _B,
        body=any_of(r"errors\.edgesuite\.net"),
        shown=any_of("permission to access", "access denied", "reference"),
    ),
    Sign("imperva_block", _B, shown=any_of("incapsula incident id", r"powered by\s+(?:imperva|incapsula)")),
    Sign(
        "imperva_block", _B, body=any_of(r"_incapsula_resource\?[^\x22'>]*(?:incident_id|cinfo|xinfo|edet)"), most=400
    ),
    Sign("imperva_challenge", _C, body=any_of(r"<script[^>]*src=[\x22'][^\x22']*_incapsula_resource"), most=60),
    Sign("aws_waf", _C, header=("x-amzn-waf-action", any_of("captcha", "challenge")), most=_MUCH),
    Sign(
        "aws_waf", _C, body=any_of("gokuprops", "awswaf(?:integration|cookiedomainlist)", r"\.awswaf\.com/"), most=300
    ),
    Sign("aws_cloudfront_block", _B, shown=any_of("generated by cloudfront", "the request could not be satisfied")),
    Sign("hcaptcha", _C, body=any_of(r"js\.hcaptcha\.com/\d"), most=250),
    Sign("datadome", _C, body=any_of(r"(?:geo|ct)\.captcha-delivery\.com", r"var dd\s*=\s*\{"), most=400),
    Sign("datadome", _C, header=("x-dd-b", any_of(r"\d")), body=any_of("captcha-delivery", "datadome"), most=400),
    Sign(
        "perimeterx",
        _C,
        body=any_of("px-captcha", "_pxappid", "_pxuuid", "perimeterx", "human-challenge", r"captcha\.px-cdn"),
        shown=any_of(
            "press (?:&|and) hold",
            "are you (?:a )?(?:human|robot)",
            "access to this page has been denied",
            "before we continue",
            "verify",
        ),
        common=True,
    ),
    Sign(
        "perimeterx",
        _B,
        shown=any_of("access to this page has been denied because we believe you are using automation"),
    ),
    Sign("sucuri", _B, shown=any_of("sucuri (?:website|cloudproxy) ?(?:website )?firewall")),
    Sign("sucuri", _C, body=any_of("sucuri_cloudproxy_js"), most=300),
    Sign(
        "f5_rejected",
        _B,
        shown=any_of(
            r"the requested url was rejected\.? please consult with your administrator",
            r"your support id is:? *<?\d{6,}",
        ),
    ),
    Sign("f5_challenge", _C, body=any_of("/TSPD/", "bobcmn", "TSPD_101"), most=300),
    Sign(
        "azure_waf",
        _B,
        shown=any_of(
            r"^\W*(?:403 forbidden\s+)?(?:azure waf|the request is blocked|this request is blocked)",
            "our services aren'?t available right now",
        ),
        most=600,
    ),
    Sign("azure_waf", _C, body=any_of("azure_waf_jschallenge", "afd_azwaf_jsclearance", "azwaf"), most=400),
    Sign(
        "barracuda",
        _B,
        body=any_of("barra_counter_session", "barracuda (?:waf|networks)"),
        shown=any_of("blocked", "denied", "not acceptable"),
        most=800,
    ),
    Sign(
        "wordfence",
        _B,
        shown=any_of(
            "generated by wordfence", "your access to this (?:site|service) has been (?:temporarily )?limited"
        ),
    ),
    Sign(
        "mod_security",
        _B,
        shown=any_of(
            "this error was generated by mod_security",
            "an appropriate representation of the requested resource could not be found on this server",
        ),
    ),
    Sign("radware", _C, body=any_of(r"perfdrive\.com", "shieldsquare", "radware bot manager"), most=600),
    Sign("kasada", _C, body=any_of(r"ips\.js\?kp_uidz", "kpsdk", "x-kpsdk"), most=200),
    Sign("distil", _C, body=any_of("distil_r_captcha", "distilcaptchaform", "distil_ident"), most=800),
    Sign("vercel_checkpoint", _C, title=any_of("vercel security checkpoint")),
    Sign(
        "ddos_guard", _C, body=any_of("ddos-guard"), title=any_of("ddos-guard", "checking your browser", "please wait")
    ),
    Sign("siteground", _C, body=any_of(r"/\.well-known/sgcaptcha"), most=400),
    Sign("anubis", _C, shown=any_of("making sure you're not a bot")),
    Sign("reblaze", _C, body=any_of("rbzns", "rbzid=", r"winsocks\("), most=200),
)

# The same thing said by whoever runs the site.
CHALLENGES: tuple[Sign, ...] = (
    Sign(
        "captcha",
        _C,
        body=any_of(
            "g-recaptcha",
            "h-captcha",
            r"hcaptcha\.com",
            r"challenges\.cloudflare\.com/turnstile",
            "cf-turnstile",
            r"recaptcha/api\.js",
            "captcha",
        ),
        shown=any_of(
            "(?:verify|confirm|prove|make sure)(?: that)? you'?(?: a)?re (?:a |not a )?(?:human|robot|bot|person)",
            "are you (?:a )?(?:human|robot)",
            "(?:complete|solve|enter|pass) (?:the |this )?(?:captcha|security check|characters|challenge)",
            "i'?m not a robot",
            "unusual (?:traffic|activity)",
        ),
        most=1200,
        common=True,
    ),
    Sign(
        "browser_check",
        _C,
        title=any_of(
            r"^(?:just a|one) moment\b",
            r"^(?:checking your browser|(?:performing )?security verification|verifying you are human)\b",
            r"^verifi(?:que|car|cando) que (?:\w+ ){0,2}(?:human|robot|persona)",
        ),
        most=800,
    ),
    Sign(
        "browser_check",
        _C,
        shown=any_of(
            "performing security verification",
            "security service to protect (?:itself )?(?:against|from)",
            "while your request is being verified",
            r"no soy un robot|verifi(?:que|car|cando) que (?:\w+ ){0,2}(?:ser humano|es human[oa]|un robot)",
            "checking (?:your browser|if the site connection is secure)",
            "verifying (?:you are human|your browser|that you are)",
            r"(?:enable|turn on) (?:javascript|cookies) and (?:cookies|javascript|reload|disable any ad ?blocker)",
            "unusual traffic from your (?:computer )?network",
            "automated (?:access|requests?|queries|traffic) (?:from|to) (?:your|this)",
            "your browser (?:will be redirected|is being checked)",
        ),
        most=800,
    ),
    Sign(
        "access_denied",
        _B,
        title=any_of(
            r"^\W*(?:http )?(?:error )?(?:403|401|429|451)\W*$",
            "^(?:sorry,? )?(?:this|your|the) request (?:has been|was|is) (?:blocked|denied|rejected)",
        ),
        most=1000,
        firm=True,
    ),
    Sign(
        "access_denied",
        _B,
        title=any_of(
            r"^\W*(?:http )?(?:error )?(?:403|401|406|429|451)\W*$",
            r"^\W*(?:http )?(?:error )?(?:403|401|406|429|451)\W+(?:forbidden|unauthorized|error|access|"
            "not acceptable|too many|unavailable)",
            "^access (?:is |has been )?(?:denied|blocked)",
            "^access to this (?:page|site|resource)",
            r"^(?:forbidden|blocked|unauthorized|not acceptable)\W*$",
            "^request (?:rejected|blocked|denied)",
            r"^acceso (?:denegado|prohibido|restringido)\W*$",
            "^(?:sorry,? )?you(?:'ve| have) been (?:blocked|banned)",
            "^too many requests",
            "^rate limit",
            "^pardon our interruption",
            "^bot (?:detected|verification)",
        ),
        most=1000,
    ),
    Sign(
        "access_denied",
        _B,
        shown=any_of(
            r"\A\W*(?:access denied|(?:403 )?forbidden|request blocked)\W*$",
            r"\A\W*(?:you don't have permission to access|you have been blocked)",
            "your (?:ip|request) (?:address )?(?:has been|was|is) blocked",
            r"\b(?:attack|block|incident) id\W+[0-9a-z-]{5,}",
            r"\breference (?:id )?\W?(?:1?\d|[0-9a-f]{1,2})\.[0-9a-f]{6,}\.",
            "access was denied by the access policy",
            r"^\W*(?:sorry,? )?you (?:do not|don't) have (?:access|permission) (?:to (?:view|see|access|this))",
            r"(?:this|the) (?:web ?)?(?:site|page) is (?:currently )?private",
            r"\btoo many requests\b",
            r"^\W*(?:sorry,? )?you (?:do not|don't) have access\W*$",
            r"^\W*you need (?:access|permission)\W*$",
            "cookies must be enabled|(?:enable|allow) cookies (?:in|for) (?:your|this)",
        ),
        most=800,
    ),
    Sign(
        "human_check",
        _C,
        shown=any_of(
            r"^\W*(?:press|click|activate|touch) (?:&|and) hold(?: the button)?\W*$",
            r"(?:press|click|activate|touch) (?:&|and) hold\b[^.]{0,80}"
            r"\b(?:human|bots?|robot|verif\w+|confirm)\b",
            r"(?:additional )?security check is required",
            r"(?:confirm|verify|know|sure|checking) (?:that )?(?:you(?:'re| are)|a person)[^.]{0,30}"
            r"(?:human|not a (?:ro)?bot)",
            r"(?:think|thought|believe) (?:that )?you (?:are|were|may be) a (?:ro)?bot\b",
            r"a required part of this site (?:couldn't|could not) load",
        ),
        most=900,
    ),
    Sign(
        "waiting_room",
        _C,
        shown=any_of(
            "you are (?:now )?in (?:the )?(?:line|queue)",
            r"\bqueue(?:-it)? id\b",
            "waiting room powered by",
            "(?:estimated|expected) wait(?:ing)? time",
            "in line ahead of you",
        ),
        most=1200,
    ),
    Sign(
        "members_only",
        Quality.LOGIN,
        shown=any_of("(?:this )?(?:content|page|post) is password[- ]protected"),
        most=2500,
    ),
    Sign(
        "members_only",
        Quality.LOGIN,
        shown=any_of(
            "(?:this )?(?:content|page|post) is (?:password[- ]protected|protected)",
            "you must (?:be )?(?:log(?:ged)?|sign(?:ed)?)[ -]?in to (?:view|see|access|continue|read)",
            r"^\W*please (?:log|sign) in to (?:view|see|access|continue)",
            "(?:javascript|cookies?) (?:is |are )?(?:required|must be enabled) (?:to sign in|in order to)",
            r"^\W*(?:your )?session (?:has )?(?:expired|timed out)\b",
            r"^\W*(?:su |la )?sesi[óo]n ha (?:expirado|caducado)\b",
        ),
        most=800,
    ),
    Sign(
        "old_browser",
        _B,
        shown=any_of(
            r"your (?:web ?)?browser (?:is|appears to be) (?:not supported|unsupported|out ?dated|out of date|too old)",
            r"(?:this|your) browser is (?:no longer|not) supported",
            r"^\W*(?:please )?(?:upgrade|update) your browser",
        ),
        most=500,
    ),
)
