import { struct, u8, u16le, u32le } from "@dianan/layout";
import { describe, expect, test } from "vitest";
import type { TypeTables } from "./message.ts";
import type { Frame } from "./packet.ts";
import { createGb26875, gb26875 } from "./protocol.ts";

const power = struct("Acme manual §3", { phase: u8, milliwatts: u32le });
const print = struct("Acme manual §4", { lines: u8 });
const acme = createGb26875({
  userTypes: { acmePower: [140, power], acmePrint: [9, print] },
  normalise: ({ message, command }) => {
    if (command === 200) return [{ kind: "diagnostic", code: "acme", text: "own command" }];
    if (message.kind !== "acmePower") return null;
    return [
      {
        ...{ kind: "reading", component: null, quantity: "activePower", quality: "good", at: null },
        value: message.milliwatts / 100,
      },
    ];
  },
});
const head: Omit<Frame, "message"> = {
  ...{ serial: 1, version: { main: 1, user: 1 }, time: null, source: 1, destination: 0, command: 2 },
};
const message = { kind: "acmePower", phase: 2, milliwatts: 1_500_000 } as const;
const bytes = acme.encodeFrame({ ...head, message });

test("a user type has its table in both directions, in every dialect", () => {
  for (const dialect of [{}, { checksumBytes: 2 }, gb26875.dialects.dahua.options]) {
    const encoded = acme.encodeFrame({ ...head, message }, { dialect });
    expect(acme.decodeFrame(encoded, { dialect })).toEqual({ ok: true, value: { ...head, message } });
  }
  expect([...bytes.slice(27, 33)]).toEqual([140, 2, 0x60, 0xe3, 0x16, 0]);
});

test("its values are checked: what does not fit is refused by its path and clause", () => {
  expect(() => acme.encodeFrame({ ...head, message: { ...message, phase: 256 } })).toThrow(/^message\.phase: 256/);
  const cut = Uint8Array.from(bytes);
  cut[24] = 5;
  expect(acme.decodeFrame(cut)).toMatchObject({
    ok: false,
    error: { code: "bad-length", offset: 29, path: "message.milliwatts", clause: "Acme manual §3" },
  });
});

test("the standard protocol keeps its bytes, which encode to the same frame", () => {
  const kept = gb26875.decodeFrame(bytes);
  expect(kept).toMatchObject({ ok: true, value: { message: { kind: "unknown", typeFlag: 140 } } });
  if (kept.ok) expect(gb26875.encodeFrame(kept.value)).toEqual(bytes);
});

describe("what a user's frame says", () => {
  const said = (frame: Parameters<typeof acme.normalise>[0]) => acme.normalise(frame, { receivedAt: 0 });
  test("is for the hook to say: own types, own commands", () => {
    expect(said({ ...head, message })).toMatchObject([{ kind: "reading", quantity: "activePower", value: 15_000 }]);
    expect(said({ ...head, command: 200, message: { kind: "empty" } })).toMatchObject([{ code: "acme" }]);
  });
  test("what the hook leaves is told as kept or opened, never dropped", () => {
    const unknown = { kind: "unknown", typeFlag: 201, bytes: new Uint8Array(1) } as const;
    expect(said({ ...head, message: unknown })).toMatchObject([{ code: "unknown-type" }]);
    expect(said({ ...head, message: { kind: "acmePrint", lines: 3 } })).toMatchObject([{ code: "user-type" }]);
  });
  test("the standard's own types are not the hook's", () => {
    const version = { kind: "transmitterVersion", major: 1, minor: 0 } as const;
    expect(said({ ...head, message: version })).toEqual([{ kind: "identity", facts: { firmware: "1.0" } }]);
  });
});

test("a confirm is due to a user type that is opened", () => {
  expect(acme.dueOf({ ...head, message }, { dialect: { unknownTypes: "deny" } })).toBe("confirm");
});

const row = struct("§1", { n: u16le });
test.each<readonly [string, TypeTables, RegExp]>([
  ["a type of the standard", { mine: [2, row] }, /^userTypes\.mine: type 2 is the standard's/],
  ["a number twice", { mine: [140, row], other: [140, row] }, /^userTypes\.other: type 140 is there twice/],
  ["no type flag", { mine: [256, row] }, /256 is no type flag/],
  ["half a number", { mine: [1.5, row] }, /1\.5 is no type flag/],
  ["a negative number", { mine: [-1, row] }, /-1 is no type flag/],
  ["a name of the standard", { systemStatus: [140, row] }, /^userTypes\.systemStatus: the name is taken/],
  ["the name of what is unknown", { unknown: [140, row] }, /the name is taken/],
])("refused: %s", (_, userTypes, error) => {
  expect(() => createGb26875({ userTypes })).toThrow(error);
});

test("refused: a table with a field named kind", () => {
  expect(() => createGb26875({ userTypes: { mine: [140, struct("§1", { kind: u8 })] } })).toThrow(RangeError);
});
