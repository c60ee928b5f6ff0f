import { protocols } from "@dianan/codec";
import { expect, test } from "vitest";
import { decodedOf, isHex } from "./bench-codec.ts";
import { protocolIds } from "./bench-protocols.ts";
import { groupsOf } from "./undecodable-groups.ts";

test("EF-N.2: every protocol that the hub decodes can be chosen on the bench", () => {
  expect([...protocolIds].sort()).toEqual(Object.keys(protocols).sort());
});

test("a frame is decoded here as the hub decodes it; a broken one names the byte; what is none is refused", () => {
  const bad = decodedOf("gb26875", "40400100", "up");
  expect(bad.verdict).toBe("refused");
  expect(bad.error).toMatchObject({ code: "truncated" });
  for (const [text, wanted] of [
    ["40 40 01", true],
    ["4040\n0102", true],
    ["404", false],
    ["4g", false],
    ["", false],
  ] as const)
    expect(isHex(text), text).toBe(wanted);
});

test("undecodable frames are grouped by protocol, error and path, the most first", () => {
  const one = (protocol: string, code: string, receivedAt: string, id = receivedAt) => ({
    ...{ id, protocol, receivedAt, remote: "127.0.0.1", hex: "40" },
    error: { code, offset: 0, path: "start", clause: "§6" },
  });
  const groups = groupsOf([
    one("ykc", "truncated", "2026-01-02T00:00:01Z"),
    one("ykc", "truncated", "2026-01-02T00:00:03Z"),
    one("ykc", "bad-checksum", "2026-01-02T00:00:02Z"),
  ]);
  expect(groups.map(({ code, count, first, last }) => [code, count, first.slice(17, 19), last.slice(17, 19)])).toEqual([
    ["truncated", 2, "01", "03"],
    ["bad-checksum", 1, "02", "02"],
  ]);
  expect(groupsOf([])).toEqual([]);
});
