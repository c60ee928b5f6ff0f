"""Adapter of gb26875.py for `dianan-conform run codec`: JSON lines in, JSON lines out."""

import json
import sys

import gb26875

FEATURES = ["decode", "encode", "stream"]
stream = b""


def decoded(packet):
    try:
        return {"ok": True, "used": len(packet), "value": gb26875.decode(packet)}
    except gb26875.Refused as wrong:
        return {"ok": False, "error": wrong.code, "offset": wrong.offset, "path": wrong.path}


def encoded(value):
    try:
        return {"ok": True, "hex": gb26875.encode(value).hex()}
    except gb26875.Refused as wrong:
        return {"ok": False, "error": wrong.code, "path": wrong.path}


def fed(chunk):
    global stream
    stream += chunk
    events = []
    while True:
        packet, stream = gb26875.next_packet(stream)
        if packet is None:
            return {"ok": True, "events": events}
        events.append(decoded(packet))


def answer(ask):
    global stream
    op = ask["op"]
    if op == "hello":
        return {"ok": True, "name": "gb26875.py", "version": "1", "lang": "python", "features": FEATURES}
    if op == "decode":
        return decoded(bytes.fromhex(ask["hex"]))
    if op == "encode":
        return encoded(ask["value"])
    if op == "feed":
        return fed(bytes.fromhex(ask["hex"]))
    if op == "open":
        stream = b""
    return {"ok": op in ("open", "close")}


for line in sys.stdin:
    ask = json.loads(line)
    if ask["op"] == "stop":
        break
    print(json.dumps({"id": ask.get("id"), **answer(ask)}, ensure_ascii=False), flush=True)
