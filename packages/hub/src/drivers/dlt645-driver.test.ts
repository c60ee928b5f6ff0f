import { readFileSync } from "node:fs";
import { dlt645 } from "@dianan/codec";
import type { Instant } from "@dianan/model";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Polling } from "../ports/polling.ts";
import { dlt645Driver as driver } from "./dlt645-driver.ts";

const NOW = Date.UTC(2026, 10, 20) as Instant;
const METER = "000123456789";
const NOTHING = new Uint8Array(0);
const polling = driver.polling as Polling;
type Vector = { readonly name: string; readonly hex: string; readonly layout?: string; readonly direction?: string };
const vectorsOf = (file: string): readonly (Vector & { readonly error?: object })[] => {
  const path = new URL(`../../../../specs/vectors/dlt645/${file}.json`, import.meta.url);
  return (JSON.parse(readFileSync(path, "utf8")) as { vectors: readonly Vector[] }).vectors.filter(
    (one) => one.layout === "frame" && !("dialect" in one) && !("options" in one),
  );
};
const bytesOf = (hex: string): Uint8Array => Uint8Array.from(Buffer.from(hex, "hex"));
type Frame = Parameters<typeof dlt645.encodeFrame>[0];
const frame = (message: object, address = METER): Uint8Array =>
  dlt645.encodeFrame({ preamble: 0, address, message } as Frame);
const voltages = (a: number): Uint8Array =>
  frame({ kind: "readAnswer", data: { kind: "voltages", a, b: a, c: a, unparsed: NOTHING } });
const addressAnswer = frame({ kind: "readAddressAnswer", address: METER });
const noData = {
  ...{ otherError: false, noData: true, unauthorised: false, baudFixed: false, yearZonesExceeded: false },
  ...{ daySlotsExceeded: false, tariffsExceeded: false, reserved: 0 },
};
const readError = frame({ kind: "readError", error: noData });

test("a meter's answers are taken as its readings and never answered; a master's frames are refused", () => {
  let taken = 0;
  let refused = 0;
  for (const { hex, name, direction } of vectorsOf("frames")) {
    const opened = driver.open(bytesOf(hex), NOW);
    if (direction === "down") {
      expect(opened, name).toMatchObject({ kind: "broken", error: { code: "wrong-direction" } });
      refused += 1;
    } else if (opened.kind === "message") {
      expect(opened, name).toMatchObject({ answer: "none", isPolled: true, isReply: false });
      expect(opened.wireAddress, name).toMatch(/^[0-9]{12}$/);
      taken += 1;
    }
  }
  expect(taken).toBeGreaterThan(10);
  expect(refused).toBeGreaterThan(10);
});

test("what does not decode is refused with its reason and gets no answer", () => {
  const all = vectorsOf("refusals");
  expect(all.length).toBeGreaterThan(10);
  for (const { hex, name } of all) {
    const opened = driver.open(bytesOf(hex), NOW);
    expect(opened, name).toMatchObject({ kind: "broken", error: { code: expect.any(String) } });
    if (opened.kind === "broken") expect(opened.deny(NOW), name).toBeNull();
  }
});

test.each(["AAAAAAAAAAAA", "AAAAAAAA0001", "999999999999"])(
  "an answer of %s is of no single meter: refused",
  (address) => {
    const bytes = frame({ kind: "readAddressAnswer", address: "999999999999" }, address);
    expect(driver.open(bytes, NOW)).toMatchObject({ kind: "broken", error: { code: "no-address", offset: 1 } });
  },
);

test("who is there is asked of all; what it is asked of one, by its address", () => {
  const ask = (wireAddress: string | null, question: number | null) => {
    const decoded = dlt645.decodeFrame(polling.question({ wireAddress, question }));
    if (!decoded.ok) throw new Error(JSON.stringify(decoded.error));
    return decoded.value;
  };
  expect(ask(null, null)).toMatchObject({ address: "AAAAAAAAAAAA", message: { kind: "readAddressRequest" } });
  const asked = Array.from({ length: polling.questions }, (_, question) => ask(METER, question));
  expect(new Set(asked.map(({ message }) => "di" in message && message.di)).size).toBe(polling.questions);
  for (const { address, message } of asked) expect([address, message.kind]).toEqual([METER, "readRequest"]);
});

test("an answer is one to its own question, of its own meter, and to nothing else", () => {
  const first = { wireAddress: METER, question: 0 };
  expect(polling.answerOf(first, voltages(2_200))).toEqual({ wireAddress: METER, says: "data" });
  expect(polling.answerOf({ wireAddress: null, question: null }, addressAnswer)).toEqual({
    wireAddress: METER,
    says: "data",
  });
  expect(polling.answerOf(first, readError)).toEqual({ wireAddress: METER, says: "refused" });
  // Any error but "no such data" passes: the meter has it, and cannot say it now.
  const busy = frame({ kind: "readError", error: { ...noData, noData: false, otherError: true } });
  expect(polling.answerOf(first, busy)).toEqual({ wireAddress: METER, says: "failed" });
  for (const [asked, bytes] of [
    [{ wireAddress: METER, question: 1 }, voltages(2_200)],
    [{ wireAddress: "000000000001", question: 0 }, voltages(2_200)],
    [{ wireAddress: null, question: null }, voltages(2_200)],
    [first, addressAnswer],
    [first, polling.question(first)],
    [first, voltages(2_200).subarray(1)],
  ] as const)
    expect(polling.answerOf(asked, bytes)).toBeNull();
});

test("values of one instant have numbers of their own", () => {
  const serials = Array.from({ length: polling.questions }, (_, question) => {
    const decoded = dlt645.decodeFrame(polling.question({ wireAddress: METER, question }));
    if (!decoded.ok || decoded.value.message.kind !== "readRequest") throw new Error("no request");
    const { di } = decoded.value.message;
    const bytes = frame({ kind: "readAnswerMore", di, bytes: NOTHING });
    const opened = driver.open(bytes, NOW);
    expect(polling.answerOf({ wireAddress: METER, question }, bytes)?.says).toBe("data");
    return opened.kind === "message" ? opened.serial : null;
  });
  expect(new Set(serials).size).toBe(polling.questions);
  for (const serial of serials) expect(serial).toBeLessThan(65_536);
});

test("EF-N.2: a meter with a profile is asked what its profile polls, and its answers are read by it", () => {
  const plan = polling.ofProfile("dlt645-meter");
  if (plan === null) throw new Error("no plan");
  const asked = Array.from({ length: plan.questions }, (_, question) => {
    const decoded = dlt645.decodeFrame(plan.question({ wireAddress: METER, question }));
    return decoded.ok && decoded.value.message.kind === "readRequest" ? decoded.value.message.di : null;
  });
  const { voltages: u, currents, activePowers, forwardEnergy } = dlt645.dataIdentifiers;
  expect(asked).toEqual([u, currents, activePowers, forwardEnergy].map(({ code }) => code));
  expect([plan.periodMs, plan.everyRounds]).toEqual([60_000, [1, 1, 1, 1]]);
  expect(plan.answerOf({ wireAddress: METER, question: 0 }, voltages(2_200))?.says).toBe("data");
  const events = driver.eventsBy?.("dlt645-meter", voltages(2_200), NOW) ?? [];
  const reading = { kind: "reading", component: "phase/a", quantity: "voltage", value: 2_200 };
  expect(events).toContainEqual(expect.objectContaining(reading));
});

test.each(["", "nowhere", "constructor", "wem3080t", "gb26875-electrical-fire"])(
  "the profile %j says nothing of a meter: it is read as one without",
  (id) => {
    expect(polling.ofProfile(id)).toBeNull();
    expect(driver.eventsBy?.(id, voltages(2_200), NOW)).toBeNull();
  },
);

test("no bytes make it throw", () => {
  const known = fc.constantFrom(...vectorsOf("frames").map(({ hex }) => bytesOf(hex)));
  fc.assert(
    fc.property(fc.oneof(known, fc.uint8Array({ maxLength: 300 })), fc.nat(300), fc.nat(255), (bytes, at, by) => {
      const bent = Uint8Array.from(bytes);
      if (at < bent.length) bent[at] = (bent[at] ?? 0) ^ by;
      driver.open(bent, NOW);
      polling.answerOf({ wireAddress: METER, question: 0 }, bent);
      driver.cut(bent.subarray(0, at), bent.subarray(at));
    }),
    { numRuns: 300 },
  );
});

test.each([
  ["phase/a", { type: "phase", name: "A 相", address: "phase/a" }],
  ["energy/combined", { type: "component", name: "energy/combined", address: "energy/combined" }],
  ["constructor", { type: "component", name: "constructor", address: "constructor" }],
])("%s has words", (key, words) => expect(driver.describeComponent(key)).toEqual(words));

test("every command is refused in words", () => {
  for (const action of ["read", "openBreaker", "reset"] as const) {
    const planned = driver.commands.plan({ action, componentKey: null, parameters: {} });
    expect(planned).toMatchObject({ ok: false, error: { path: null, words: { zh: expect.stringContaining("抄读") } } });
  }
});
