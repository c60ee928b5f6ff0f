import { expect, test } from "vitest";
import { receiverDraft, receiverFault, secretsOf, takesSecret } from "./receiver-draft.ts";

type Values = { readonly [name: string]: string };
const plain: Values = { name: "电信烟感", platform: "ctwing", kind: "frames", deviceKey: "imei", isEnabled: "yes" };
const get =
  (values: Values) =>
  (name: string): string =>
    ({ ...plain, ...values })[name] ?? "";
const of = (values: Values, readings = 0, conditions = 0) => receiverDraft(get(values), { readings, conditions });
const frames = { protocol: "gb26875", member: "/APPdata", encoding: "base64" };

test("EF-N.1: frames have a protocol, a member and an encoding; sources are a line each", () => {
  expect(of({ ...frames, sources: "203.0.113.0/24\n127.0.0.1" })).toEqual({
    ...{ name: "电信烟感", platform: "ctwing", deviceKey: "imei", isEnabled: true, switches: {}, commands: null },
    ...{ payload: { kind: "frames", ...frames }, sources: ["203.0.113.0/24", "127.0.0.1"] },
  });
});

test("members are the rows that are filled in; a row that was emptied is gone", () => {
  const { payload } = of(
    {
      ...{ kind: "members", "reading0.member": "/leak", "reading0.quantity": "residualCurrent" },
      ...{ "reading0.component": "loop-1", "reading0.factor": "0.1", "reading1.quantity": "temperature" },
      ...{ "condition0.member": "/alarm", "condition0.type": "residualCurrentOver", "condition0.raisedBy": '1, "1"' },
      ...frames,
    },
    2,
    1,
  );
  expect(payload).toEqual({
    kind: "members",
    readings: [{ member: "/leak", quantity: "residualCurrent", component: "loop-1", factor: 0.1 }],
    conditions: [{ member: "/alarm", type: "residualCurrentOver", raisedBy: [1, "1"] }],
  });
});

test("a mapping says itself whose a push is: it has no device key, and its own switches", () => {
  const mapping = of({
    ...{ platform: "mapping", expression: "$", parameters: '{"a":1}', headers: "X-Device-Name" },
    ...{ hmacHeader: "X-Signature", hmacPrefix: "sha256=", aesIv: "key" },
  });
  expect(mapping).toMatchObject({
    payload: { kind: "mapping", expression: "$", parameters: { a: 1 }, headers: ["X-Device-Name"] },
    switches: { hmacHeader: "X-Signature", hmacPrefix: "sha256=" },
  });
  expect(Object.keys(mapping)).not.toContain("deviceKey");
  expect(mapping.switches).not.toHaveProperty("aesIv");
});

test("commands go down by frames of CTWing alone, and only where they are asked for", () => {
  const asked = { commands: "yes", commandUrl: "https://ag-api.ctwing.example", ttlSeconds: "7200" };
  expect(of({ ...frames, ...asked }).commands).toEqual({
    ...{ url: "https://ag-api.ctwing.example", ttlSeconds: 7_200, confirms: false },
  });
  for (const other of [{ platform: "iotda" }, { kind: "members" }, { commands: "" }])
    expect(of({ ...frames, ...asked, ...other }).commands).toBeNull();
});

test("SEC-KEY-02: only secrets that were typed are sent, null for one that is to go, none of another platform", () => {
  expect(secretsOf(get({}))).toEqual({});
  expect(
    secretsOf(get({ platform: "onenet", "secret-token": "t", "drop-aesKey": "yes", "secret-aesKey": "k" })),
  ).toEqual({
    ...{ token: "t", aesKey: null },
  });
  expect(secretsOf(get({ "secret-token": "t" }))).toEqual({});
  expect(takesSecret("iotda", "headerValue")).toBe(true);
  expect(takesSecret("nobody", "token")).toBe(false);
});

test.each(["[1]", "{", "7"])("parameters %s of a mapping are no object and nothing is sent", (parameters) => {
  expect(receiverFault(get({ platform: "mapping", parameters }))).toBe("/payload/parameters");
  expect(receiverFault(get({ parameters }))).toBeNull();
});
