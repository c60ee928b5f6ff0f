import { readFileSync } from "node:fs";
import { type DiananFrame, dianan } from "@dianan/codec";
import type { Instant } from "@dianan/model";
import { expect, test } from "vitest";
import type { CommandAction } from "../ports/device-command.ts";
import { diananDriver as driver } from "./dianan-driver.ts";

const AT = Date.UTC(2026, 10, 27) as Instant;
const NOTHING = new Uint8Array(0);
const frameOf = (more: Partial<DiananFrame> = {}): DiananFrame => ({
  options: { secured: false, confirmWanted: true, down: false, reserved: 0 },
  ...{ device: 42, counter: 70_001, time: 0, records: [], mac: null },
  ...more,
});
const open = (frame: DiananFrame) => driver.open(dianan.encodeFrame(frame), AT);
const sent = (bytes: Uint8Array | null): DiananFrame => {
  const read = dianan.decodeFrame(bytes ?? NOTHING);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
};
const contentsOf = ({ records }: DiananFrame) => records.map(({ content }) => content);

test("DianAn DP V1: every frame of the vectors from a device is a message of its address; every refused one is broken", () => {
  const vectors = (
    name: string,
  ): readonly { hex: string; direction?: string; layout?: string; value?: DiananFrame }[] =>
    JSON.parse(readFileSync(new URL(`../../../../specs/vectors/dianan/${name}.json`, import.meta.url), "utf8")).vectors;
  let messages = 0;
  for (const { hex, direction, layout, value } of vectors("frames")) {
    if (layout !== "frame" || value === undefined) continue;
    const opened = driver.open(Buffer.from(hex, "hex"), AT);
    if (direction === "down") expect(opened.kind, hex).toBe("broken");
    else expect("wireAddress" in opened ? opened.wireAddress : opened, hex).toBe(String(value.device));
    messages += Number(opened.kind === "message");
  }
  expect(messages).toBeGreaterThan(10);
  const refused = vectors("refusals").filter(({ layout }) => layout === "frame");
  expect(refused.length).toBeGreaterThan(3);
  for (const { hex } of refused)
    expect(driver.open(Buffer.from(hex, "hex"), AT), hex).toMatchObject({ kind: "broken" });
});

test("DianAn DP V1 §5.1: a confirm is sent to who wants one, with its counter; of what was not stored it says so", () => {
  const wanted = open(frameOf());
  if (wanted.kind !== "message") throw new Error(wanted.kind);
  expect(wanted).toMatchObject({ wireAddress: "42", serial: 70_001 % 65_536, answer: "confirm", isReply: false });
  const confirm = sent(wanted.confirm(AT));
  expect(confirm).toMatchObject({ device: 42, options: { down: true, secured: false, confirmWanted: false } });
  expect(contentsOf(confirm)).toMatchObject([{ kind: "confirm", counter: 70_001, outcome: 0 }]);
  expect(contentsOf(sent(wanted.deny(AT)))).toMatchObject([{ kind: "confirm", counter: 70_001, outcome: 5 }]);
  const silent = open(frameOf({ options: { secured: false, confirmWanted: false, down: false, reserved: 0 } }));
  if (silent.kind !== "message") throw new Error(silent.kind);
  expect([silent.answer, silent.deny(AT)]).toEqual(["none", null]);
  const confirmed = { content: { kind: "confirm" as const, counter: 1, outcome: 0, unparsed: NOTHING } };
  expect(open(frameOf({ records: [confirmed] }))).toEqual({ kind: "answer", wireAddress: "42" });
});

test("what is no frame, and what only a platform sends, is broken and answered with silence", () => {
  const down = open(frameOf({ options: { secured: false, confirmWanted: false, down: true, reserved: 0 } }));
  for (const one of [down, driver.open(Buffer.from("da00"), AT), driver.open(NOTHING, AT)]) {
    if (one.kind !== "broken") throw new Error(one.kind);
    expect(one.deny(AT)).toBe(null);
  }
});

const envelope = { wireAddress: "42", serial: 7, now: (AT + 5_000) as Instant, askedAt: AT };
const plan = (action: CommandAction, componentKey: string | null = null, parameters = {}) =>
  driver.commands.plan({ action, componentKey, parameters });

test.each([
  ["read", null, {}, { kind: "report", quantity: 0xff, place: 0 }],
  ["read", "current/3", {}, { kind: "report", place: 0x12 }],
  ["syncClock", null, {}, { kind: "setClock" }],
  ["mute", null, {}, { kind: "act", action: 1 }],
  ["reset", null, {}, { kind: "act", action: 2 }],
  ["selfTest", null, {}, { kind: "act", action: 3 }],
  ["openBreaker", "phase/a", {}, { kind: "switch", place: 0x30, position: 0 }],
  ["closeBreaker", null, {}, { kind: "switch", place: 0, position: 1 }],
  [
    "startCharge",
    "port/2",
    { order: "A1", maxSeconds: 3_600 },
    { kind: "startCharge", place: 0x41, maxSeconds: 3_600 },
  ],
  ["stopCharge", "port/64", { order: "A1" }, { kind: "stopCharge", place: 0x7f, order: "A1" }],
] as const)("DianAn DP V1 §4.10: %s of %s", (action, component, parameters, content) => {
  const question = plan(action, component, parameters);
  if (!question.ok) throw new Error(JSON.stringify(question.error));
  const expiresAt = (AT + 60_000) as Instant;
  const frame = sent(driver.commands.encode(question.value, { ...envelope, expiresAt }));
  expect(frame).toMatchObject({ device: 42, options: { down: true }, time: dianan.secondsOf(envelope.now) });
  expect(contentsOf(frame)).toMatchObject([{ kind: "expiry", at: dianan.secondsOf(expiresAt) }, content]);
  // A resend has its counter; what is asked a second later has a higher one.
  const counterOf = (more: object) => sent(driver.commands.encode(question.value, { ...envelope, ...more })).counter;
  expect(counterOf({ now: AT + 20_000 })).toBe(frame.counter);
  expect(counterOf({ askedAt: AT + 1_000 })).toBeGreaterThan(frame.counter);
});

test("DianAn DP V1 §4.10: what the protocol does not have is refused, with where", () => {
  const pathOf = (...wish: Parameters<typeof plan>) => {
    const planned = plan(...wish);
    return planned.ok ? "taken" : planned.error.path;
  };
  expect(pathOf("dutyCheck")).toBe(null);
  expect(pathOf("setThreshold")).toBe(null);
  expect(pathOf("read", "loop-5")).toBe("/componentId");
  expect(pathOf("mute", "port/1")).toBe("/componentId");
  expect(pathOf("mute", null, { minutes: 1 })).toBe("/parameters");
  expect(pathOf("startCharge", null, { order: "A1" })).toBe("/componentId");
  expect(pathOf("startCharge", "current/1", { order: "A1" })).toBe("/componentId");
  expect(pathOf("startCharge", "port/1", {})).toBe("/parameters/order");
  expect(pathOf("startCharge", "port/1", { order: "x".repeat(33) })).toBe("/parameters/order");
  expect(pathOf("startCharge", "port/1", { order: "A1", maxSeconds: 1 })).toBe("/parameters/maxSeconds");
  expect(pathOf("stopCharge", "port/1", { order: "A1", maxSeconds: 100 })).toBe("/parameters");
});

test("DianAn DP V1 §4.8: a result answers the command whose frame and record it names, and no other", () => {
  const question = plan("selfTest");
  if (!question.ok) throw new Error("no plan");
  const { counter } = sent(driver.commands.encode(question.value, envelope));
  const result = (command: number, index: number, outcome: number) => ({
    content: { kind: "result" as const, command, index, outcome, detail: 0, unparsed: NOTHING },
  });
  const answer = (...results: ReturnType<typeof result>[]) =>
    driver.commands.answerOf(question.value, envelope, dianan.encodeFrame(frameOf({ records: results })));
  expect([0, 1, 2, 3, 9].map((outcome) => answer(result(counter, 1, outcome))?.says)).toEqual([
    ...["done", "refused", "undone", "refused", "refused"],
  ]);
  expect(answer(result(1, 1, 0), result(counter, 1, 0))).toMatchObject({ serial: 7, says: "done" });
  expect([answer(result(counter + 1, 1, 0)), answer(result(counter, 0, 0)), answer()]).toEqual([null, null, null]);
  expect(driver.commands.answerOf(question.value, envelope, NOTHING)).toBe(null);
  const opened = open(frameOf({ records: [result(counter, 1, 0)] }));
  expect(opened).toMatchObject({ kind: "message", isReply: true });
});
