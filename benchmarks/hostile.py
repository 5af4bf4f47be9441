"""What hostile pages cost in processor seconds: `python -m benchmarks.hostile`.

in process: what the round does with every body before a child sees it (type, decoding, fingerprint) and so what can
hold up the loop; in the child: segments and reader's view, which the child's limit of 10 s bounds. Bodies are those of
tests/hostile.py and some as large as the crawler lets through.
"""

from __future__ import annotations

import time

from monitors.extract import extract
from monitors.extract.decode import decode
from monitors.extract.sniff import sniff
from monitors.versions import fingerprint
from tests.hostile import hostile

MIB = 1024 * 1024
LARGE = {
    "9 MB of p": b"<p>x" * (9 * MIB // 4),
    "500,000 p with words": b"<p>word</p>" * 500_000,
    "300,000 links": b"<a href=x>y</a>" * 300_000,
    "9 MB of <": b"<" * (9 * MIB),
    "8 MB of quotes in an attribute": b"<p title='" + b"\"'" * (4 * MIB),
    "9 MB of script": b"<script>var s='" + b"a " * (4 * MIB) + b"'</script>",
    "10 MB in one paragraph": b"<p>" + b"word " * (2 * MIB),
    "200,000 styled tags": b'<div style="a" class="b" id="c">x</div>' * 200_000,
    "9 MB of json brackets": b"[" * (9 * MIB),
}


def main() -> None:
    print("| page | in process, s | in the child, s | verdict |")
    print("|---|---|---|---|")
    bodies = [(case.name, case.body, case.media_type) for case in hostile()]
    worst = 0.0
    for name, body, media_type in [*bodies, *((name, body, "text/html") for name, body in LARGE.items())]:
        begin = time.process_time()
        sniff(body, media_type)
        decode(body, media_type)
        fingerprint(body, media_type)
        between = time.process_time()
        verdict = extract(body, media_type, "https://hostile.test/").verdict
        end = time.process_time()
        worst = max(worst, between - begin)
        print(f"| {name} | {between - begin:.2f} | {end - between:.2f} | {verdict.quality.value} |", flush=True)
    print(f"\nlongest in process: {worst:.2f} s")


if __name__ == "__main__":
    main()
