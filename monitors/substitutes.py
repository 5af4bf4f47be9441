"""Pages that servers show instead of the one that was asked for, with a status that says all is well."""

from __future__ import annotations

from monitors.records import Quality
from monitors.walls import Sign, any_of

INSTEAD: tuple[Sign, ...] = (
    Sign(
        "gate",
        Quality.CONSENT,
        shown=any_of(
            r"are you (?:at least |over )?(?:18|21)(?: years| or)",
            r"(?:you must be|i am) (?:at least |over )?(?:18|21)\b[^.]{0,40}(?:to enter|or older)",
            r"by (?:clicking|pressing) [\"'“]?i? ?(?:agree|accept|enter)",
        ),
        most=700,
    ),
    Sign(
        "redirect_stub",
        Quality.EMPTY,
        shown=any_of(
            r"^\W*(?:you are being )?redirect(?:ing|ed)\b",
            r"if you are not (?:automatically )?redirected",
            r"^\W*(?:this page has|object|document|page) (?:moved|has moved)\b",
            "(?:take|taken|taking) you to the (?:new )?page|not take you to the new page",
        ),
        most=400,
    ),
    Sign(
        "still_loading",
        Quality.NO_TEXT,
        shown=any_of(
            r"\A\W*(?:loading|cargando)\b[^.\n]{0,40}(?:\.\.\.|…)",
            "please wait while (?:we|the page|this page) loads?",
        ),
        most=120,
    ),
    Sign(
        "not_found_title",
        Quality.SOFT_404,
        title=any_of(
            r"^\W*(?:http )?(?:error )?404\W*$",
            r"404\W+(?:error|not found|page|file)",
            r"^(?:oops\W+|uh-oh\W+|whoops\W+)?(?:sorry,? )?(?:the |this |that |your )?(?:requested )?(?:page|file|"
            r"content|resource|document|url|site)\b[^.\n]{0,40}(?:not (?:be )?found|can't be found|does(?: not|n't) "
            "exist|no longer (?:exists|available)|(?:has been |was )(?:removed|deleted|archived)|"
            "missing|unavailable)",
            "page not found",
            "not found$",
            r"^not found\b",
            r"^nothing (?:was )?found(?: here)?\W*$",
            "(?:can't|cannot|couldn't|could not) (?:seem to )?(?:find|locate) (?:what|the page) you",
            r"^\W*(?:http )?(?:error )?410\W+gone\b",
            "(?:can't|cannot|couldn't) find (?:that|this|the) page",
            "page introuvable",
            "p[áa]gina no (?:encontrada|existe)",
            "seite nicht gefunden",
        ),
        most=6000,
        firm=True,
    ),
    Sign("not_found_title", Quality.SOFT_404, title=any_of(r"^\W*404\W+[|–-]"), most=6000),
    Sign(
        "not_found_text",
        Quality.SOFT_404,
        shown=any_of(
            r"page (?:that )?you(?:'re| are| were)? (?:looking for|requested|trying to)\b[^.]{0,60}"
            r"\b(?:not|isn't|can't|couldn't|doesn't|moved|removed|no longer|unavailable)\b",
            "page you (?:requested|were looking for)[^.]{0,40}(?:not|n't|moved|removed|no longer)",
            "we (?:can'?t|cannot|couldn't|could not) (?:seem to )?(?:find|locate) (?:the|that|this) page",
            "requested (?:page|resource|url|file) is no longer available",
            "sorry,? (?:this|that|the) page (?:isn't|is not|is no longer|doesn't)",
            "(?:page|resource|item) (?:that )?you(?:'re| are| were)? (?:looking for|requested) (?:has|have|was|is|may)"
            "[^.]{0,40}(?:relocated|removed|renamed|moved)",
            r"^\W*(?:this|the) page has been (?:relocated|removed|deleted)",
            r"\blink (?:that )?you (?:followed|clicked)[^.]{0,40}\b(?:broken|expired|outdated|wrong|invalid)",
            r"search returned (?:0|no) results",
        ),
        most=900,
    ),
    Sign(
        "server_error",
        Quality.ERROR_PAGE,
        title=any_of(
            r"^\W*(?:http |error |50[0-9] ?)*\W*(?:internal server error|bad gateway|gateway time-?out|server error"
            r"|error establishing a database connection)\W*(?:[|–-].*)?$",
        ),
        most=3000,
        firm=True,
    ),
    Sign(
        "server_error",
        Quality.ERROR_PAGE,
        title=any_of(
            r"^\W*(?:http |error )*(?:50[0-9]|52\d)\b",
            "internal server error",
            "bad gateway",
            "gateway time-?out",
            "service (?:temporarily )?unavailable",
            "server error in",
            "runtime error",
            "application error",
            "an error (?:has )?occurred",
            "something went wrong",
            "unexpected error",
            "oops!?$",
            "error establishing a database connection",
            "web server is down",
            "connection timed out",
            "temporarily unavailable due to",
        ),
        most=3000,
    ),
    Sign(
        "server_error",
        Quality.ERROR_PAGE,
        shown=any_of(
            "error establishing a database connection",
            "there has been a critical error on (?:this|your) website",
            r"^\W*(?:fatal|parse) error:",
            "uncaught (?:exception|error)",
            "stack trace:",
            "server error in '/",
            "the server encountered an internal error",
            "error interno del servidor",
            r"\berror \d{4} \(\w{5}\)",
            "upstream connect error",
            "no healthy upstream",
            "application error: a (?:client|server)-side exception",
            r"^\W*(?:internal server error|bad gateway|service unavailable|gateway timeout)",
            "database error",
            "whoops, (?:looks like )?something went wrong",
            "this page (?:isn't|is not) working",
            "the site is experiencing technical difficulties",
            r"^\W*(?:php )?(?:warning|notice|deprecated|fatal error|parse error)\W*:.{0,300}\bon line \d+",
            r"\bsqlstate\[",
            r"\b(?:mysqli?_connect|pg_connect)\(\)",
            "(?:microsoft )?ole db provider for",
            "whitelabel error page",
            "guru meditation",
            r"^\W*(?:an? )?(?:unexpected|unhandled) (?:error|exception)\b",
            r"^\W*(?:we|the application)(?: have|'ve| has)? encountered an? (?:unexpected )?error",
            "fastly error: ",
            "this web ?app is stopped",
            r"\bsorry to interrupt\b\W{0,9}css error",
            r"\bspecified (?:resource|key|blob|bucket) does not exist\b",
        ),
        most=1500,
    ),
    # What a program answers another program.
    Sign(
        "error_data",
        Quality.ERROR_PAGE,
        shown=any_of(
            r"\A\W*\{\s*\"?(?:error|errors|message|status|code|detail|title)\"?\s*:",
            r"\A\W*(?:<\?xml[^>]*>\s*)?<error>",
            r"\A\W*(?:accessdenied|nosuchkey|nosuchbucket|resourcenotfound)",
        ),
        most=600,
    ),
    Sign("error_data", Quality.ERROR_PAGE, header=("content-type", any_of(r"^application/problem\+(?:json|xml)"))),
    Sign(
        "no_site_here",
        Quality.ERROR_PAGE,
        title=any_of(
            "^(?:apache2 (?:ubuntu|debian) default page|welcome to nginx|iis windows server|index of /|test page for)",
            "^(?:account suspended|default (?:web site )?page|site not (?:found|published))",
            "^website (?:is )?(?:expired|suspended)",
            "^(?:future home of|domain (?:for sale|parked|expired))",
            "^(?:web server'?s default page|domain default page|hosting (?:account )?(?:expired|suspended))",
        ),
        most=6000,
    ),
    Sign(
        "no_site_here",
        Quality.ERROR_PAGE,
        shown=any_of(
            "this (?:account|site|website) has been suspended(?! (?:from|until)\\b)",
            r"(?:this|the) domain (?:name )?(?:\S+ )?(?:is|may be) (?:for sale|parked)",
            "buy this domain",
            r"\b(?:page|site|domain)(?: name)? is (?:\w+ )?parked\b(?! (?:on|in|at|near|behind|outside))",
            "domain has expired",
            "this domain is registered",
            r"domain (?:name )?(?:\S+ )?(?:is|may be) available (?:for purchase|to buy)",
            r"\.(?:com|org|net|us|info|gov|biz) (?:is|may be) (?:available for purchase|for sale)",
            "hier entsteht eine neue (?:internetpräsenz|web-?site|homepage)",
            "(?:isn't|is not) connected to a (?:web ?)?site yet",
            r"^\W*related searches\W*$",
        ),
        most=1500,
    ),
    Sign(
        "maintenance",
        Quality.MAINTENANCE,
        title=any_of(
            r"^(?:(?:the|our|this) )?(?:[\w']+ ){0,3}(?:web ?site|site) is (?:currently )?(?:undergoing|under|down for)"
            r" (?:\w+ ){0,2}maintenance",
        ),
        most=800,
        firm=True,
    ),
    Sign(
        "maintenance",
        Quality.MAINTENANCE,
        title=any_of(
            r"^(?:el |este |nuestro )?(?:sitio|portal)(?: web)?(?: est[áa])? (?:en|bajo) mantenimiento",
            r"^(?:web ?site|site) (?:is )?(?:currently )?offline\W*$",
            "^(?:(?:the |our |this )?(?:site|website|page|server)(?: is)? (?:currently )?)?(?:under|"
            r"down for|undergoing|in) (?:\w+ )?maintenance",
            r"^(?:site |website |scheduled |planned )?maintenance(?: mode| page)?\W*$",
            "^(?:we'll )?be (?:right )?back (?:soon|shortly)",
            r"^(?:site |website )?temporarily (?:offline|down)\W*$",
            r"^coming soon\W*$",
            r"^(?:site |page |website )?under construction\W*$",
        ),
        most=800,
    ),
    Sign(
        "maintenance",
        Quality.MAINTENANCE,
        shown=any_of(
            "(?:site|website|page|portal|system|server|we're| are| is) (?:is |are |currently |"
            r"temporarily )*(?:down for|undergoing|under|performing|in) (?:\w+ ){0,2}maintenance",
            "briefly unavailable for scheduled maintenance",
            r"(?:sitio|p[áa]gina|portal)(?: web)? (?:est[áa] |se encuentra )?(?:temporalmente )?"
            "(?:en|bajo) mantenimiento",
            "(?:site|website) is temporarily (?:unavailable|offline|down)",
            r"(?:site|website) is getting (?:a|an|its) (?:\w+ )?(?:makeover|overhaul|facelift|update|upgrade)",
            r"\bwe(?:'re| are) (?:\w+ ){0,3}(?:work on|working on|building|upgrading) (?:a|our) (?:\w+ ){0,2}"
            "(?:site|website|systems?)",
        ),
        most=500,
    ),
    Sign(
        "wrong_place",
        Quality.WRONG_PLACE,
        shown=any_of(
            r"(?:not|isn't|aren't|un)\s?available (?:in|to|for|from) (?:your|this|most|the|users in|visitors from)"
            r" (?:\w+ ){0,2}(?:country|region|location|countries|european|eu\b)",
            "unavailable (?:for|due to) legal reasons",
            r"(?:from )?outside (?:of )?(?:the )?(?:u\.?s\.?|united states|your region|north america)\b[^.]{0,40}"
            r"\b(?:blocked|denied|restricted|not allowed|unavailable)",
            "blocked in your (?:country|region)",
            "restricted in your (?:country|region|location)",
            "(?:site|page|content) is only (?:available|accessible|open) (?:to|for) (?:\\w+ ){0,3}(?:in|within|inside)"
            r" (?:the )?(?:u\.?s\.?|united states)",
            "only be (?:reached|accessed|viewed|visited|used) from (?:inside|within|in) (?:the )?"
            r"(?:u\.?s\.?|united states)",
            "european (?:economic area|union)[^.]{0,80}(?:cannot|not|unavailable|deny|denied)",
        ),
        most=1000,
    ),
)
