"""GB/T 26875.3-2011 in plain Python, written from the standard's tables alone: a second witness for the conformance kit.

No package is needed; Python 3.8 or later.
"""

from datetime import date

START, END = b"@@", b"##"
OVERHEAD, DATA_MAX = 30, 1024


class Refused(Exception):
    """What is wrong with bytes or a value: code, place of the byte, name of the member."""

    def __init__(self, code, offset=0, path=""):
        super().__init__(f"{code} at byte {offset} ({path})")
        self.code, self.offset, self.path = code, offset, path


class Reader:
    """Bytes from a place on. What lies behind the data is `bad-length`; behind the packet it is `truncated`."""

    def __init__(self, data, base, short):
        self.data, self.at, self.base, self.short = data, 0, base, short

    def take(self, size, path):
        if self.at + size > len(self.data):
            raise Refused(self.short, self.base + self.at, path)
        self.at += size
        return self.data[self.at - size : self.at]


# A field reads a value and writes it: (read(reader, path), write(value, path)).
def number(size, signed=False):
    def write(value, path):
        if isinstance(value, bool) or not isinstance(value, int):
            raise Refused("bad-value", 0, path)
        try:
            return value.to_bytes(size, "little", signed=signed)
        except OverflowError:
            raise Refused("bad-value", 0, path) from None

    return (lambda reader, path: int.from_bytes(reader.take(size, path), "little", signed=signed), write)


def at_most(limit):
    read, write = number(1)

    def checked_read(reader, path):
        value = read(reader, path)
        if value > limit:
            raise Refused("bad-value", reader.base + reader.at - 1, path)
        return value

    def checked_write(value, path):
        written = write(value, path)
        if value > limit:
            raise Refused("bad-value", 0, path)
        return written

    return (checked_read, checked_write)


def flags(size, *names):
    read, write = number(size)
    mask = (1 << len(names)) - 1

    def read_flags(reader, path):
        word = read(reader, path)
        return {**{name: bool(word >> bit & 1) for bit, name in enumerate(names)}, "reserved": word & ~mask}

    def write_flags(value, path):
        reserved = member(value, "reserved", path)
        if not isinstance(reserved, int) or reserved & mask:
            raise Refused("bad-value", 0, f"{path}.reserved")
        return write(sum(1 << bit for bit, name in enumerate(names) if member(value, name, path)) | reserved, path)

    return (read_flags, write_flags)


PARTS = ("second", "minute", "hour", "day", "month", "year")


def is_time(parts):
    second, minute, hour, day, month, year = parts
    try:
        date(2000 + year, month, day)
    except ValueError:
        return False
    return second < 60 and minute < 60 and hour < 24 and year < 100


def read_time(reader, path):
    raw = reader.take(6, path)
    if raw == bytes(6):
        return None
    if not is_time(raw):
        return {"raw": raw.hex()}
    parts = dict(zip(PARTS, raw))
    return {**parts, "year": 2000 + parts["year"]}


def write_time(value, path):
    if value is None:
        return bytes(6)
    if isinstance(value, dict) and "raw" in value:
        return bytes.fromhex(value["raw"])
    parts = [member(value, name, path) for name in PARTS]
    if not all(isinstance(part, int) for part in parts) or not 2000 <= parts[5] <= 2099:
        raise Refused("bad-value", 0, path)
    parts[5] -= 2000
    if not all(0 <= part < 256 for part in parts) or not is_time(parts):
        raise Refused("bad-value", 0, path)
    return bytes(parts)


def readable(raw, padded):
    """Text of bytes, and whether writing it gives the same bytes."""
    kept = raw.lstrip(b"\0").split(b"\0")[0].strip(b" ") if padded else raw
    text = kept.decode("gb18030", "replace")
    try:
        again = text.encode("gb18030")
    except UnicodeEncodeError:
        return text, False
    return text, (again.ljust(len(raw), b"\0") if padded else again) == raw


def text_field(size):
    """`size`: bytes of the field, padded with zeros; None: a length byte stands in front."""

    def read(reader, path):
        length = size if size is not None else reader.take(1, path)[0]
        raw = reader.take(length, path)
        text, is_plain = readable(raw, size is not None)
        return text if is_plain else {"text": text, "raw": raw.hex()}

    def write(value, path):
        if isinstance(value, dict):
            raw = bytes.fromhex(member(value, "raw", path))
        elif isinstance(value, str):
            raw = value.encode("gb18030")
        else:
            raise Refused("bad-value", 0, path)
        if len(raw) > (255 if size is None else size):
            raise Refused("bad-length", 0, path)
        return bytes([len(raw)]) + raw if size is None else raw.ljust(size, b"\0")

    return (read, write)


def read_spare(reader, path):
    if reader.take(1, path) != b"\0":
        raise Refused("bad-value", reader.base + reader.at - 1, path)


byte, word, signed, address4, address6 = number(1), number(2), number(2, signed=True), number(4), number(6)
time, note, description = (read_time, write_time), text_field(31), text_field(None)
spare = (read_spare, lambda value, path: b"\0")

FACILITY = ("normal", "fire", "fault", "shielded", "supervised", "started", "feedback", "delayed")
system_status = flags(2, *FACILITY, "mainPowerFault", "backupPowerFault", "busFault", "manual", "configurationChanged", "reset")
component_status = flags(2, *FACILITY, "powerFault")
transmitter_status = flags(1, "normal", "fire", "fault", "mainPowerFault", "backupPowerFault", "channelFault", "lineFault")
operations = ("reset", "muted", "manualAlarm", "alarmCleared", "selfTest")
facility_operation = flags(1, *operations, "acknowledged", "tested")
transmitter_operation = flags(1, *operations, "dutyAnswered", "tested")

SYSTEM = (("systemType", byte), ("systemAddress", byte))
COMPONENT = (*SYSTEM, ("componentType", byte), ("componentAddress", address4))
ASKED = (*SYSTEM, ("componentAddress", address4))
VERSION = (("major", byte), ("minor", byte))
RECORDS = (("records", at_most(102)), ("start", time))

# Table 3: number -> (name, most objects or None for exactly one, members of an object).
TYPES = {
    1: ("systemStatus", 102, (*SYSTEM, ("status", system_status), ("time", time))),
    2: ("componentStatus", 22, (*COMPONENT, ("status", component_status), ("note", note), ("time", time))),
    3: ("componentAnalog", 63, (*COMPONENT, ("analogType", byte), ("value", signed), ("time", time))),
    4: ("operation", 102, (*SYSTEM, ("operation", facility_operation), ("operator", byte), ("time", time))),
    5: ("softwareVersion", None, (*SYSTEM, *VERSION)),
    6: ("systemConfiguration", 3, (*SYSTEM, ("description", description))),
    7: ("componentConfiguration", 26, (*COMPONENT, ("note", note))),
    8: ("systemTime", None, (*SYSTEM, ("time", time))),
    21: ("transmitterStatus", None, (("status", transmitter_status), ("time", time))),
    24: ("transmitterOperation", 127, (("operation", transmitter_operation), ("operator", byte), ("time", time))),
    25: ("transmitterVersion", None, VERSION),
    26: ("transmitterConfiguration", None, (("description", description),)),
    28: ("transmitterTime", None, (("time", time),)),
    61: ("readSystemStatus", 102, SYSTEM),
    62: ("readComponentStatus", 22, ASKED),
    63: ("readComponentAnalog", 63, ASKED),
    64: ("readOperation", None, (*SYSTEM, *RECORDS)),
    65: ("readSoftwareVersion", None, SYSTEM),
    66: ("readSystemConfiguration", 3, SYSTEM),
    67: ("readComponentConfiguration", 26, ASKED),
    68: ("readSystemTime", None, SYSTEM),
    81: ("readTransmitterStatus", None, (("spare", spare),)),
    84: ("readTransmitterOperation", None, RECORDS),
    85: ("readTransmitterVersion", None, (("spare", spare),)),
    86: ("readTransmitterConfiguration", None, (("spare", spare),)),
    88: ("readTransmitterTime", None, (("spare", spare),)),
    89: ("initialise", None, (("spare", spare),)),
    90: ("setClock", None, (("time", time),)),
    91: ("dutyCheck", None, (("timeoutMinutes", byte),)),
}
NUMBERS = {name: number for number, (name, _, _) in TYPES.items()}


def member(value, name, path):
    if not isinstance(value, dict) or name not in value:
        raise Refused("bad-value", 0, f"{path}.{name}".lstrip("."))
    return value[name]


def read_object(reader, members, path):
    values = {name: field[0](reader, f"{path}.{name}") for name, field in members}
    values.pop("spare", None)
    return values


def write_object(value, members, path):
    return b"".join(
        field[1](None if name == "spare" else member(value, name, path), f"{path}.{name}") for name, field in members
    )


def read_data(data, base, short="bad-length"):
    if not data:
        return {"kind": "empty"}
    if data[0] not in TYPES:
        return {"kind": "unknown", "typeFlag": data[0], "bytes": data[1:].hex()}
    kind, most, members = TYPES[data[0]]
    reader = Reader(data, base, short)
    reader.take(1, "message")
    count_path = "message.count" if most is None else "message.items"
    count = reader.take(1, count_path)[0]
    if not 1 <= count <= (most or 1):
        raise Refused("bad-value", base + 1, count_path)
    if most is None:
        message = {"kind": kind, **read_object(reader, members, "message")}
    else:
        items = [read_object(reader, members, f"message.items[{i}]") for i in range(count)]
        message = {"kind": kind, "items": items}
    if reader.at < len(data):
        raise Refused("bad-length", base + reader.at, "message")
    return message


def write_data(message):
    kind = member(message, "kind", "message")
    if kind == "empty":
        return b""
    if kind == "unknown":
        return number(1)[1](member(message, "typeFlag", "message"), "message.typeFlag") + bytes.fromhex(message["bytes"])
    if kind not in NUMBERS:
        raise Refused("bad-value", 0, "message.kind")
    flag = NUMBERS[kind]
    _, most, members = TYPES[flag]
    objects = [message] if most is None else member(message, "items", "message")
    if not 1 <= len(objects) <= (most or 1):
        raise Refused("bad-value", 0, "message.items")
    return bytes([flag, len(objects)]) + b"".join(write_object(one, members, "message") for one in objects)


HEAD = (
    ("serial", word),
    ("version", (lambda reader, path: {"main": byte[0](reader, path), "user": byte[0](reader, path)}, None)),
    ("time", time),
    ("source", address6),
    ("destination", address6),
    ("length", word),
    ("command", byte),
)


def is_known(command):
    return 1 <= command <= 6 or command >= 128


def decode(packet):
    """One whole packet as a value. @raises Refused"""
    reader = Reader(packet, 0, "truncated")
    if packet[:2] != START[: len(packet)]:
        raise Refused("bad-magic", 0, "start")
    reader.take(2, "start")
    head = {name: field[0](reader, name) for name, field in HEAD}
    if head["length"] > DATA_MAX:
        raise Refused("bad-length", 24, "length")
    if not is_known(head["command"]):
        raise Refused("bad-value", 26, "command")
    base, length = reader.at, head.pop("length")
    rest = packet[base:]
    whole = len(rest) >= length + 3
    data = reader.take(length, "message") if len(rest) >= length else None
    if data is None:
        if head["command"] < 128:
            read_data(rest, base, "truncated")
        raise Refused("truncated", len(packet), "message")
    total = reader.take(1, "sum")[0]
    end = reader.take(2, "end") if whole else reader.take(3, "end")
    if head["command"] >= 128:
        message = {"kind": "unknown", "typeFlag": data[0], "bytes": data[1:].hex()} if data else {"kind": "empty"}
    else:
        message = read_data(data, base)
    if total != sum(packet[2 : base + length]) & 0xFF:
        raise Refused("bad-checksum", base + length, "sum")
    if end != END:
        raise Refused("bad-magic", base + length + 1, "end")
    if reader.at < len(packet):
        raise Refused("bad-length", reader.at, "")
    return {**head, "message": message}


def encode(value):
    """The packet of a value. @raises Refused for what does not fit"""
    version = member(value, "version", "")
    command = member(value, "command", "")
    written = byte[1](command, "command")
    if not is_known(command):
        raise Refused("bad-value", 0, "command")
    data = write_data(member(value, "message", ""))
    if len(data) > DATA_MAX:
        raise Refused("bad-length", 0, "message")
    control = (
        word[1](member(value, "serial", ""), "serial")
        + byte[1](member(version, "main", "version"), "version.main")
        + byte[1](member(version, "user", "version"), "version.user")
        + write_time(member(value, "time", ""), "time")
        + address6[1](member(value, "source", ""), "source")
        + address6[1](member(value, "destination", ""), "destination")
        + word[1](len(data), "length")
        + written
        + data
    )
    return START + control + bytes([sum(control) & 0xFF]) + END


def is_sound(packet):
    return packet[-3] == sum(packet[2:-3]) & 0xFF


def next_packet(stream):
    """The first packet of a stream and what follows it: (packet or None, bytes that are kept)."""
    at = 0
    while True:
        at = stream.find(START[:1], at)
        if at == -1:
            return None, b""
        here = stream[at:]
        if len(here) >= 2 and here[1:2] != START[1:]:
            at += 1
            continue
        if len(here) < 26:
            return None, here
        length = int.from_bytes(here[24:26], "little")
        size = OVERHEAD + length
        if length > DATA_MAX or (len(here) >= size and here[size - 2 : size] != END):
            at += 1
            continue
        if len(here) < size:
            # What is not whole yet may be no packet at all: then one that is whole stands in it.
            inner = None if len(here) == 26 or is_known(here[26]) else sound_inside(here)
            if inner is None:
                return None, here
            at += inner
            continue
        packet = here[:size]
        # A false start may hold a sound packet whole: then that is the one that was sent.
        inner = None if is_sound(packet) else sound_inside(packet)
        if inner is not None:
            at += inner
            continue
        return packet, here[size:]


def sound_inside(packet):
    for at in range(1, len(packet) - OVERHEAD + 1):
        if packet[at : at + 2] == START:
            size = OVERHEAD + int.from_bytes(packet[at + 24 : at + 26], "little")
            inner = packet[at : at + size]
            if len(inner) == size and inner[-2:] == END and is_sound(inner):
                return at
    return None
