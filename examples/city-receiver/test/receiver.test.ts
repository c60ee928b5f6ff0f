import { signWebhook } from "@dianan/open-api";
import { afterEach, expect, test } from "vitest";
import { type Receiver, startReceiver } from "../src/receiver.ts";

const secret = `whsec_${Buffer.alloc(32, 7).toString("base64")}`;
const otherSecret = `whsec_${Buffer.alloc(32, 8).toString("base64")}`;

const device = {
  id: "dev-889",
  name: "1 号配电箱",
  type: "electricalFireMonitor",
  address: "一层",
  latitude: 24.718012,
  longitude: 118.538871,
  operatorId: "op-01",
  unitId: "unit-0001",
  platformCode: "JJLY01",
  installedOn: "2026-03-18",
  status: "normal",
  manufacturer: "示例电气",
  componentCount: 0,
};
const alarm = {
  id: "al-1",
  deviceId: "dev-889",
  unitId: "unit-0001",
  occurredAt: "2026-01-02T11:04:05+08:00",
  description: "剩余电流报警",
  type: "residualCurrentOver",
  platformCode: "JJLY01",
  version: 1,
};
const operator = {
  id: "op-01",
  name: "示例运维",
  code: "91350100M000100Y43",
  address: "晋江",
  contactName: "示例联系人",
  contactPhone: "+86-595-85600000",
  version: 1,
};

let receiver: Receiver | null = null;
const lines: string[] = [];
const open = async (more: { readonly secret?: string; readonly key?: string } = {}): Promise<Receiver> => {
  receiver = await startReceiver({
    port: 0,
    secret: more.secret ?? null,
    key: more.key ?? null,
    log: (line) => lines.push(line),
  });
  return receiver;
};
afterEach(async () => {
  await receiver?.close();
  receiver = null;
  lines.length = 0;
});

const post = (path: string, body: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${receiver?.url}${path}`, {
    method: "POST",
    body,
    headers: { "content-type": "application/json", ...headers },
  });
const push = async (kind: string, items: readonly unknown[], headers: Record<string, string> = {}) => {
  const response = await post(`/${kind}`, JSON.stringify({ items }), headers);
  return { status: response.status, results: ((await response.json()) as { results: { status: string }[] }).results };
};
const signed = (body: string, more: { timestamp?: number; secret?: string } = {}) =>
  signWebhook({ id: "msg_1", timestamp: more.timestamp ?? Date.now(), body, secret: more.secret ?? secret });

test("SH-3: a valid device is created, and shown", async () => {
  const { url } = await open();
  const { status, results } = await push("devices", [device]);
  expect([status, results]).toEqual([200, [{ id: "dev-889", status: "created", version: 1 }]]);
  expect(await (await fetch(url)).text()).toContain("<td>设备 device</td><td>1</td>");
});

test("SH-3: an invalid item is refused alone, with the clause and both languages", async () => {
  await open();
  const { status, results } = await push("devices", [{ ...device, latitude: "24.7" }, device]);
  expect(status).toBe(200);
  expect(results).toMatchObject([
    {
      id: "dev-889",
      status: "refused",
      problem: { code: "invalid", errors: [{ path: "/latitude", clause: "SH-3", code: "wrong-type" }] },
    },
    { id: "dev-889", status: "created" },
  ]);
});

test("SH-5: an alarm before its device is parked with 202; the device lets it go", async () => {
  const { list } = await open();
  expect(await push("alarms", [alarm])).toMatchObject({ status: 202, results: [{ status: "parked", version: 1 }] });
  expect(list()).toMatchObject([{ kind: "alarm", isParked: true }]);
  expect(await push("devices", [device])).toMatchObject({ status: 200 });
  expect(list()).toMatchObject([{ kind: "alarm", isParked: false }, { kind: "device" }]);
});

test("SH-5: a device of another platform with the same id does not let a parked alarm go", async () => {
  const { list } = await open();
  await push("alarms", [alarm]);
  await push("devices", [{ ...device, platformCode: "OTHER1" }]);
  expect(list()[0]).toMatchObject({ kind: "alarm", isParked: true });
});

test("SH-6: the same version again changes nothing, an older one that was overtaken neither", async () => {
  const { list } = await open();
  await push("devices", [{ ...device, version: 3, name: "third" }]);
  expect(await push("devices", [{ ...device, version: 3, name: "third" }])).toMatchObject({
    results: [{ status: "unchanged", version: 3 }],
  });
  expect(await push("devices", [{ ...device, version: 2, name: "second" }])).toMatchObject({
    results: [{ status: "unchanged", version: 3 }],
  });
  expect(await push("devices", [{ ...device, version: 4, name: "fourth" }])).toMatchObject({
    results: [{ status: "updated", version: 4 }],
  });
  // Sent again after a comparison, or in another form: same version, other content.
  expect(await push("devices", [{ ...device, version: 4, name: "fourth, again" }])).toMatchObject({
    results: [{ status: "updated", version: 4 }],
  });
  expect(list()).toMatchObject([{ version: 4, record: { name: "fourth, again" } }]);
});

test("SH-6: unknown members are kept and a tombstone deletes", async () => {
  const { list } = await open();
  await push("devices", [{ ...device, version: 1, simCard: "x" }]);
  expect(list()[0]?.record.simCard).toBe("x");
  await push("devices", [{ ...device, version: 2, deleted: true }]);
  expect(list()[0]?.isDeleted).toBe(true);
});

test("SEC-OUT-04: a signed push is accepted", async () => {
  await open({ secret });
  const body = JSON.stringify({ items: [operator] });
  expect((await post("/operators", body, { ...(await signed(body)) })).status).toBe(200);
});

test("SEC-OUT-04: unsigned, tampered, foreign and old pushes are refused and nothing is kept", async () => {
  const { list } = await open({ secret });
  const body = JSON.stringify({ items: [operator] });
  const tampered = JSON.stringify({ items: [{ ...operator, contactPhone: "+86-595-85699999" }] });
  const attempts = [
    await post("/operators", body),
    await post("/operators", tampered, { ...(await signed(body)) }),
    await post("/operators", body, { ...(await signed(body, { secret: otherSecret })) }),
    await post("/operators", body, { ...(await signed(body, { timestamp: Date.now() - 301_000 })) }),
  ];
  expect(
    await Promise.all(attempts.map(async (one) => [one.status, ((await one.json()) as { code: string }).code])),
  ).toEqual([
    [401, "missing-header"],
    [401, "wrong-signature"],
    [401, "wrong-signature"],
    [401, "too-old"],
  ]);
  expect(list()).toEqual([]);
});

test("SEC-API-02: a push without the key is refused", async () => {
  await open({ key: "da_city" });
  expect((await post("/operators", JSON.stringify({ items: [operator] }))).status).toBe(401);
  const good = await push("operators", [operator], { authorization: "Bearer da_city" });
  expect(good.status).toBe(200);
});

test("SEC-API-05: broken bodies, empty pushes, too many items and unknown kinds are refused", async () => {
  await open();
  const statuses = [
    await post("/devices", "{"),
    await post("/devices", "null"),
    await post("/devices", '{"items":[]}'),
    await post("/devices", JSON.stringify({ items: Array.from({ length: 501 }, () => device) })),
    await post("/persons", '{"items":[1]}'),
    await post("/constructor", '{"items":[1]}'),
  ].map(({ status }) => status);
  expect(statuses).toEqual([400, 400, 400, 413, 404, 404]);
});

test("SEC-PII-06: contact data reaches neither the page nor the log, and markup stays text", async () => {
  const { url } = await open();
  await push("operators", [operator]);
  await push("alarms", [{ ...alarm, description: "<script>alert(1)</script>" }]);
  const html = await (await fetch(url)).text();
  expect(html).toContain("&lt;script&gt;");
  for (const output of [html, lines.join("\n")]) {
    expect(output).not.toContain("85600000");
    expect(output).not.toContain("示例联系人");
    expect(output).not.toContain("<script>");
  }
});
