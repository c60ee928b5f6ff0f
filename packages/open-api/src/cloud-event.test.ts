import fc from "fast-check";
import { expect, test } from "vitest";
import { type CloudEvent, isHubEvent, parseCloudEvent, signWebhook, verifyWebhook } from "./index.ts";

const alarm = {
  specversion: "1.0",
  id: "event-01",
  source: "/hubs/JJLY01",
  type: "com.dianan.alarm.raised",
  subject: "alarm-1",
  time: "2026-01-02T11:04:05+08:00",
  datacontenttype: "application/json",
  sequence: "eyJlIjoiYSJ9",
  data: { kind: "alarm", id: "alarm-1", version: 1, record: { id: "alarm-1", description: "剩余电流报警" } },
};
const structured = { "content-type": "application/cloudevents+json; charset=utf-8" };
const parse = (event: unknown, headers: Record<string, string> = structured) =>
  parseCloudEvent({ headers, body: typeof event === "string" ? event : JSON.stringify(event) });
const fault = (code: string, attribute = "") => ({ ok: false, error: { code, attribute } });

test("EF-4.2: a pushed alarm is verified, then read; its data are known by its type", async () => {
  const secret = `whsec_${btoa("an example of at least 24 bytes")}`;
  const body = JSON.stringify(alarm);
  const headers = { ...(await signWebhook({ id: alarm.id, timestamp: Date.now(), body, secret })), ...structured };
  expect(await verifyWebhook({ headers, body, secrets: [secret], now: Date.now() })).toMatchObject({ ok: true });
  const read = parseCloudEvent({ headers, body });
  if (!read.ok) throw new Error(read.error.code);
  const event: CloudEvent = read.value;
  expect(event).toEqual({
    ...{ id: "event-01", source: "/hubs/JJLY01", type: "com.dianan.alarm.raised", subject: "alarm-1" },
    ...{ time: alarm.time, data: alarm.data, extensions: { sequence: "eyJlIjoiYSJ9" } },
  });
  expect(isHubEvent(event, "com.dianan.job.ended")).toBe(false);
  if (!isHubEvent(event, "com.dianan.alarm.raised")) throw new Error("not an alarm");
  expect(event.data.record.id).toBe("alarm-1");
});

test("only the required attributes are required", () => {
  const least = { specversion: "1.0", id: "1", source: "s", type: "t" };
  expect(parse(least)).toEqual({
    ok: true,
    value: { id: "1", source: "s", type: "t", subject: null, time: null, data: null, extensions: {} },
  });
});

test("the binary mode is read from headers, percent-encoding undone", () => {
  const headers = {
    "ce-specversion": "1.0",
    "Ce-Id": "event-02",
    "ce-source": "/hubs/%E7%94%B5",
    "ce-type": "com.dianan.presence.changed",
    "ce-severity": "2",
    "content-type": "application/json",
  };
  expect(parse({ deviceId: "dev-889" }, headers)).toMatchObject({
    ok: true,
    value: { id: "event-02", source: "/hubs/电", data: { deviceId: "dev-889" }, extensions: { severity: "2" } },
  });
  expect(parse("", { ...headers, "content-type": "" })).toMatchObject({ ok: true, value: { data: null } });
  expect(parse("plain", { ...headers, "content-type": "text/plain" })).toMatchObject({ value: { data: "plain" } });
  const bytes = parseCloudEvent({
    headers: new Headers({ ...headers, "content-type": "image/png" }),
    body: Uint8Array.of(0xff),
  });
  expect(bytes).toMatchObject({ ok: true, value: { data: Uint8Array.of(0xff) } });
});

test.each([
  ["{", fault("not-json")],
  ["", fault("not-json")],
  [[], fault("not-an-object")],
  [null, fault("not-an-object")],
  [[alarm], fault("not-an-object")],
  [{ ...alarm, specversion: "0.3" }, fault("wrong-version", "specversion")],
  [{ ...alarm, specversion: 1 }, fault("wrong-version", "specversion")],
  [{ ...alarm, specversion: undefined }, fault("missing", "specversion")],
  [{ ...alarm, id: undefined }, fault("missing", "id")],
  [{ ...alarm, id: "" }, fault("bad-value", "id")],
  [{ ...alarm, id: 7 }, fault("bad-value", "id")],
  [{ ...alarm, source: null }, fault("bad-value", "source")],
  [{ ...alarm, type: ["x"] }, fault("bad-value", "type")],
  [{ ...alarm, subject: "" }, fault("bad-value", "subject")],
  [{ ...alarm, time: "yesterday" }, fault("bad-value", "time")],
  [{ ...alarm, time: "2026-01-02 11:04:05" }, fault("bad-value", "time")],
])("a body that is no event is refused by name: %j", (event, expected) => {
  expect(parse(event)).toEqual(expected);
});

test.each<readonly [Record<string, string>, object]>([
  [{}, fault("wrong-media-type")],
  [{ "content-type": "application/json" }, fault("wrong-media-type")],
  [{ "content-type": "application/cloudevents-batch+json" }, fault("wrong-media-type")],
  [{ "ce-specversion": "1.0", "ce-id": "%zz" }, fault("bad-value", "ce-headers")],
  [{ "ce-specversion": "1.0", "ce-id": "1", "ce-source": "s" }, fault("missing", "type")],
])("headers that make no event are refused: %j", (headers, expected) => {
  expect(parse(alarm, headers)).toEqual(expected);
});

test("a member that is no attribute of CloudEvents, or no plain value, is no extension", () => {
  const event = { ...alarm, Bad_Name: "x", object: {}, database: "x", flag: true, __proto__: { a: 1 } };
  expect(parse(event)).toMatchObject({ value: { extensions: { sequence: alarm.sequence, flag: true } } });
  const read = parse(event);
  expect(read.ok && Object.keys(read.value.extensions).sort()).toEqual(["flag", "sequence"]);
});

test("no body and no headers whatever make it throw", () => {
  const headers = fc.dictionary(
    fc.constantFrom("content-type", "ce-specversion", "ce-id", "ce-type", "ce-source", "ce-time"),
    fc.oneof(fc.string(), fc.constantFrom("1.0", "application/json", "application/cloudevents+json")),
  );
  fc.assert(
    fc.property(headers, fc.oneof(fc.uint8Array(), fc.json()), (some, body) => {
      expect(parseCloudEvent({ headers: some, body }).ok).toBeTypeOf("boolean");
    }),
  );
});
