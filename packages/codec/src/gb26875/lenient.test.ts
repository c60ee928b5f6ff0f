import type { DecodeError } from "@dianan/layout";
import { hexBytes } from "@dianan/testkit";
import { describe, expect, test } from "vitest";
import { gb26875 } from "./protocol.ts";

const HEAD = "404001000101030508140b1a010000000000000000000000";
const NOTE = "00".repeat(31);
const TIME = "030508140b1a";
const FIRE = `01011102000500${"0300"}${NOTE}${TIME}`;
const GOOD = `01011202000500${"0100"}${NOTE}${TIME}`;

/** A packet around these data; `size`, `sumOff`: what it lies about. */
const packetOf = (data: string, { size = data.length / 2, command = 2, sumOff = 0 } = {}): Uint8Array => {
  const bytes = hexBytes(`${HEAD}0000${command.toString(16).padStart(2, "0")}${data}002323`);
  bytes[24] = size & 255;
  bytes[25] = size >> 8;
  bytes[bytes.length - 3] = (bytes.slice(2, -3).reduce((sum, byte) => sum + byte, 0) + sumOff) & 255;
  return bytes;
};
const placesOf = (odd: readonly DecodeError[]) => odd.map(({ code, offset, path }) => `${code} ${offset} ${path}`);
const read = (bytes: Uint8Array) => {
  expect(gb26875.decodeFrame(bytes).ok).toBe(false);
  const { frame, odd } = gb26875.decodeLenient(bytes);
  for (const { clause } of odd) expect(clause).toContain("GB/T 26875.3-2011");
  return { frame, odd: placesOf(odd) };
};
const kinds = (bytes: Uint8Array) => {
  const { frame, odd } = read(bytes);
  const items = frame !== null && "items" in frame.message ? frame.message.items.length : null;
  return { kind: frame?.message.kind ?? null, items, odd };
};

describe("a fire alarm is read through", () => {
  test.each<readonly [string, Uint8Array, readonly string[]]>([
    ["a wrong checksum", packetOf(`0201${FIRE}`, { sumOff: 1 }), ["bad-checksum 75 sum"]],
    ["a length too small", packetOf(`0201${FIRE}`, { size: 40 }), ["bad-length 24 length"]],
    ["a length too large", packetOf(`0201${FIRE}`, { size: 60 }), ["bad-length 24 length"]],
    ["a length over the limit", packetOf(`0201${FIRE}`, { size: 4_000 }), ["bad-length 24 length"]],
    [
      "a wrong length and a wrong checksum",
      packetOf(`0201${FIRE}`, { size: 40, sumOff: 1 }),
      ["bad-length 24 length", "bad-checksum 75 sum"],
    ],
    ["a count of 0", packetOf(`0200${FIRE}`), ["bad-value 28 message.items"]],
    ["a count of 23", packetOf(`0217${FIRE}`), ["bad-value 28 message.items"]],
    ["a reserved command", packetOf(`0201${FIRE}`, { command: 9 }), ["bad-value 26 command"]],
  ])("%s", (_, bytes, odd) => {
    const { frame, odd: found } = read(bytes);
    expect(found).toEqual(odd);
    expect(frame?.message).toMatchObject({ kind: "componentStatus", items: [{ status: { fire: true } }] });
    const said = frame === null ? [] : gb26875.normalise(frame, { receivedAt: 0 });
    expect(said).toContainEqual(expect.objectContaining({ type: "residualCurrentOver", present: true }));
  });

  test("a wrong start mark and a wrong end mark", () => {
    const bytes = packetOf(`0201${FIRE}`);
    bytes[0] = 0x41;
    bytes[bytes.length - 1] = 0;
    expect(kinds(bytes)).toEqual({ kind: "componentStatus", items: 1, odd: ["bad-magic 0 start", "bad-magic 76 end"] });
  });

  test("a frame cut behind the first of two objects", () => {
    const bytes = packetOf(`0202${FIRE}${GOOD}`).slice(0, 90);
    expect(kinds(bytes)).toMatchObject({ kind: "componentStatus", items: 1 });
  });
});

test("a count that lies is set right when whole objects fill the data", () => {
  expect(kinds(packetOf(`0201${FIRE}${GOOD}`))).toEqual({
    ...{ kind: "componentStatus", items: 2, odd: ["bad-value 28 message.items"] },
  });
  expect(kinds(packetOf(`0205${FIRE}${GOOD}`))).toMatchObject({ items: 2 });
});

test("when they do not, the whole ones stay", () => {
  expect(kinds(packetOf(`0202${FIRE}${GOOD.slice(0, 60)}`))).toMatchObject({ kind: "componentStatus", items: 1 });
});

test("a type that does not fit keeps its bytes", () => {
  const { frame, odd } = read(packetOf("5b01"));
  expect(frame?.message).toEqual({ kind: "unknown", typeFlag: 91, bytes: Uint8Array.of(1) });
  expect(odd).toEqual(["bad-length 29 message.timeoutMinutes"]);
});

test("a reserved byte that is not 0 is read over", () => {
  expect(kinds(packetOf("510105", { command: 4 }))).toEqual({
    ...{ kind: "readTransmitterStatus", items: null, odd: ["bad-value 29 message.spare"] },
  });
});

test("a user-defined command with a wrong checksum keeps its data", () => {
  const { frame } = read(packetOf("0102", { command: 200, sumOff: 3 }));
  expect(frame?.message).toEqual({ kind: "unknown", typeFlag: 1, bytes: Uint8Array.of(2) });
});

test.each([
  ["nothing", ""],
  ["a head that is cut", HEAD],
  ["another protocol", `6860640209220468910a3332343547563333333397${"00".repeat(20)}16`],
])("null with the reason: %s", (_, hex) => {
  const { frame, odd } = read(hexBytes(hex));
  expect(frame).toBeNull();
  expect(odd.length).toBeGreaterThan(0);
});

test("what a dialect refuses beyond the standard is listed too", () => {
  const dialect = { mainVersion: "refuse", reservedTypes: "refuse" } as const;
  const bytes = packetOf("1601");
  bytes[4] = 2;
  bytes[bytes.length - 3] = ((bytes[bytes.length - 3] ?? 0) + 1) & 255;
  expect(gb26875.decodeFrame(bytes).ok).toBe(true);
  const { frame, odd } = gb26875.decodeLenient(bytes, { dialect });
  expect(frame?.message.kind).toBe("unknown");
  expect(placesOf(odd)).toEqual(["bad-value 4 version.main", "bad-value 27 message"]);
});
