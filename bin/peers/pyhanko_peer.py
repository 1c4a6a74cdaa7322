"""pyHanko as a peer of bench-eds-peers.ts: pyhanko_peer.py FOLDER. Each line of input is «known MS» or «new MS»."""

import asyncio
import sys
import time
from datetime import datetime
from itertools import count
from pathlib import Path

from asn1crypto import cms, crl, x509
from pyhanko.sign.validation import async_validate_detached_cms
from pyhanko_certvalidator import ValidationContext

folder = Path(sys.argv[1])
read = lambda name: (folder / name).read_bytes()
content = read("content")
at = datetime.fromisoformat(read("at").decode().replace("Z", "+00:00"))
root, authority = (x509.Certificate.load(read(name)) for name in ("root.cer", "authority.cer"))
lists = [crl.CertificateList.load(read(name)) for name in ("root.crl", "authority.crl")]
known = read("known.p7s")
strangers = []
for no in count():
    if not (folder / f"{no}.p7s").exists():
        break
    strangers.append(read(f"{no}.p7s"))


async def validate(octets):
    # A context remembers what it has seen, so each check has its own; the lists are parsed once.
    context = ValidationContext(
        trust_roots=[root], other_certs=[authority], crls=lists, revocation_mode="require", moment=at, allow_fetching=False
    )
    signed = cms.ContentInfo.load(octets)["content"]
    status = await async_validate_detached_cms(content, signed, signer_validation_context=context)
    if not status.bottom_line:
        raise SystemExit(f"pyHanko: {status.summary()}")


async def run(kind, milliseconds, turn=count()):
    start = time.perf_counter()
    calls = 0
    while calls == 0 or time.perf_counter() < start + milliseconds / 1000:
        await validate(known if kind == "known" else strangers[next(turn) % len(strangers)])
        calls += 1
    return (time.perf_counter() - start) * 1e6 / calls


for line in sys.stdin:
    kind, milliseconds = line.split()
    print(asyncio.run(run(kind, int(milliseconds))), flush=True)
