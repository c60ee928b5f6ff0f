import { hexBytes } from "@dianan/testkit";
import { expect, test } from "vitest";
import type { Dlt645Frame } from "./frame.ts";
import { dlt645 } from "./protocol.ts";

const address = "171118445100";
const di = 0x0203ff00;
/** Total, a, b, c: 3.0000, 1.0000, 0.0050 and -1.0150 kW. */
const powers = hexBytes("000003000001500000500181");
const first = (from: number, to: number): Dlt645Frame => ({
  preamble: 0,
  address,
  message: { kind: "readAnswerMore", di, bytes: powers.slice(from, to) },
});
const next = (kind: "followingAnswer" | "followingAnswerMore", sequence: number, from: number, to: number) =>
  ({ preamble: 0, address, message: { kind, di, bytes: powers.slice(from, to), sequence } }) satisfies Dlt645Frame;
const answers = [first(0, 5), next("followingAnswerMore", 1, 5, 7), next("followingAnswer", 2, 7, 12)] as const;

test("read, read on, join: a value may be cut anywhere", () => {
  const asked = dlt645.readRequest(address, di);
  expect(asked.message).toMatchObject({ kind: "readRequest", di });
  expect(dlt645.followingRequest(answers[0])?.message).toEqual({ kind: "followingRequest", di, sequence: 1 });
  expect(dlt645.followingRequest(answers[1])?.message).toEqual({ kind: "followingRequest", di, sequence: 2 });
  expect(dlt645.followingRequest(answers[2])).toBeNull();
  const joined = dlt645.joinAnswers(answers);
  expect(joined).toMatchObject({
    ok: true,
    value: { kind: "activePowers", total: 30_000, a: 10_000, b: 50, c: -10_150 },
  });
  if (!joined.ok) return;
  const readings = dlt645.normaliseData(joined.value, { receivedAt: 0 });
  expect(readings.map((event) => (event.kind === "reading" ? event.value : null))).toEqual([
    30_000, 10_000, 50, -10_150,
  ]);
});

test("nobody asks for a 256th part, nor for what follows a master's frame", () => {
  expect(dlt645.followingRequest(next("followingAnswerMore", 254, 0, 1))?.message).toMatchObject({ sequence: 255 });
  expect(dlt645.followingRequest(next("followingAnswerMore", 255, 0, 1))).toBeNull();
  expect(dlt645.followingRequest(dlt645.readRequest(address, di))).toBeNull();
});

test.each<[string, readonly Dlt645Frame[], string, string, number]>([
  ["no answer at all", [], "truncated", "", 0],
  ["the first alone", [answers[0]], "truncated", "", 9],
  ["without its last", [answers[0], answers[1]], "truncated", "[1].message.kind", 9],
  ["without its middle", [answers[0], answers[2]], "bad-value", "[1].message.sequence", 9],
  ["without its first", [answers[1], answers[2]], "bad-value", "[0].message.kind", 0],
  ["in the wrong order", [answers[0], answers[2], answers[1]], "bad-value", "[1].message.kind", 9],
  [
    "of two meters",
    [answers[0], { ...next("followingAnswer", 1, 5, 12), address: "000000000001" }],
    "bad-value",
    "[1].address",
    9,
  ],
  [
    "of two identifiers",
    [answers[0], { ...answers[2], message: { ...answers[2].message, di: 0x0204ff00, sequence: 1 } }],
    "bad-value",
    "[1].message.di",
    9,
  ],
  ["whose data lack their end", [answers[0], next("followingAnswer", 1, 5, 11)], "truncated", "data.c", 13],
])("an answer %s is refused", (_, list, code, path, offset) => {
  const joined = dlt645.joinAnswers(list);
  expect(joined.ok ? null : joined.error).toMatchObject({ code, path, offset });
  expect(joined.ok ? "" : joined.error.clause).toMatch(/^DL\/T 645-2007 /);
});
