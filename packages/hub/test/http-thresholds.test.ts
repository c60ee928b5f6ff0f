import { afterAll, beforeAll, expect, test } from "vitest";
import { type Answer, type DoorCall, openDoorCall } from "./door-call.ts";
import { component, device, operator, unit, until } from "./http-fixture.ts";

let door: DoorCall;
beforeAll(async () => {
  door = await openDoorCall();
  await door.call("POST", "/api/v1/operators", { items: [operator] });
  await door.call("POST", "/api/v1/units", { items: [unit, { ...unit, id: "unit-2" }] });
  await door.call("POST", "/api/v1/devices", {
    items: [device, { ...device, id: "pile-1", type: "chargingPile" }, { ...device, id: "dev-2", unitId: "unit-2" }],
  });
  await door.call("POST", "/api/v1/components", {
    items: [component, { ...component, id: "dev-2:1", deviceId: "dev-2" }],
  });
}, 20_000);
afterAll(() => door?.end());

const TENANT = "/api/v1/thresholds";
const of = (id: string): string => `/api/v1/devices/${id}/thresholds`;
const ofUnit = (id: string): string => `/api/v1/units/${id}/thresholds`;
const condition = { kind: "above", quantity: "residualCurrent", limit: 100, deadband: 10 };
const rule = {
  code: "residual-current-high",
  type: "residualCurrentHigh",
  isOn: true,
  match: "all",
  conditions: [condition],
  onDelaySeconds: 0,
  offDelaySeconds: 0,
};
const limited = (limit: number, more: object = {}) => ({ ...rule, conditions: [{ ...condition, limit }], ...more });
const put = (path: string, rules: readonly unknown[], headers: Record<string, string> = {}, key?: string) =>
  door.call("PUT", path, { rules, reason: "复核" }, { headers, ...(key === undefined ? {} : { key }) });
const get = (path: string, key?: string): Promise<Answer> =>
  door.call("GET", path, undefined, key === undefined ? {} : { key });
const anew = async (path: string, rules: readonly unknown[]): Promise<Answer> => {
  const { tag } = await get(path);
  const answer = await put(path, rules, { "if-match": tag });
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  return answer;
};
/** What holds for residual current, and where it comes from. */
const holding = ({ body }: Answer, componentId: string | null = null): unknown[] => {
  const found = body.effective.find(
    (one: { componentId: unknown; rule: { code: string } }) =>
      one.componentId === componentId && one.rule.code === rule.code,
  );
  return [found.from, found.rule.conditions[0].limit, found.instead.map(({ from }: { from: string }) => from)];
};
const paths = ({ body }: Answer): readonly string[] => body.errors.map(({ path }: { path: string }) => path);

test("EF-3.1: what holds is explained: the nearest level with the rule's code, and what it stands for", async () => {
  expect(holding(await get(of("dev-889")))).toEqual(["default", 300, []]);
  expect(holding(await get(of("pile-1")))).toEqual(["default", 30, []]);
  await anew(TENANT, [limited(250)]);
  expect(holding(await get(of("dev-889")))).toEqual(["tenant", 250, ["default"]]);
  await anew(ofUnit("unit-0001"), [limited(200)]);
  expect(holding(await get(ofUnit("unit-0001")))).toEqual(["unit", 200, ["tenant", "default"]]);
  expect(holding(await get(of("dev-2")))).toEqual(["tenant", 250, ["default"]]);
  const own = await anew(of("dev-889"), [limited(150), limited(120, { componentId: "dev-889:1" })]);
  expect(holding(own)).toEqual(["device", 150, ["unit", "tenant", "default"]]);
  expect(holding(own, "dev-889:1")).toEqual(["component", 120, ["device", "unit", "tenant", "default"]]);
  expect(own.body).toMatchObject({ level: "device", version: 1, reason: "复核" });
  for (const path of [of("dev-889"), ofUnit("unit-0001"), TENANT]) await anew(path, []);
  expect(holding(await get(of("dev-889")))).toEqual(["default", 300, []]);
});

test("EF-3.1: a rule of the organisation may be for some types of devices only", async () => {
  await anew(TENANT, [limited(20, { deviceTypes: ["chargingPile"] }), limited(500, { deviceTypes: ["gateway"] })]);
  expect(holding(await get(of("pile-1")))).toEqual(["tenant", 20, ["default"]]);
  expect(holding(await get(of("dev-889")))).toEqual(["default", 300, []]);
  await anew(TENANT, []);
});

test("SEC-AUD-01: a change needs the version that was read, and is in the audit log", async () => {
  const path = of("pile-1");
  expect((await put(path, [limited(25)], { "if-match": '"7"' })).status).toBe(412);
  expect((await put(path, [limited(25)])).status).toBe(200);
  expect((await put(path, [limited(26)])).status).toBe(428);
  expect((await put(path, [limited(26)], { "if-match": '"9"' })).status).toBe(412);
  expect((await put(path, [limited(26)], { "if-none-match": "*" })).status).toBe(412);
  const both = await Promise.all([27, 28].map((limit) => put(path, [limited(limit)], { "if-match": '"1"' })));
  expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
  const query = { from: null, to: null, actor: null, act: null, result: null, after: null, limit: 9 };
  const { items } = await door.deps.accessStore.audit(door.deps.tenant, {
    ...{ first: "oldest", ...query, object: "thresholds:device:pile-1" },
  });
  expect(items.map(({ act }) => act)).toEqual(["thresholds.put", "thresholds.put"]);
});

const bad = (more: object) => ({ ...rule, conditions: [{ ...condition, ...more }] });
test.each([
  [[{ ...rule, type: "residualCurrentOver" }], ["/rules/0/type"]],
  [[{ ...rule, type: "nonsense" }], ["/rules/0/type"]],
  [[{ ...rule, type: "temperatureHigh" }], ["/rules/0/type"]],
  [[{ ...rule, conditions: [] }], ["/rules/0/conditions"]],
  [[{ ...rule, code: "Not A Code" }], ["/rules/0/code"]],
  [[{ ...rule, onDelaySeconds: -1 }], ["/rules/0/onDelaySeconds"]],
  [[bad({ quantity: "happiness" })], ["/rules/0/type", "/rules/0/conditions/0/quantity"]],
  [[bad({ limit: 30_001 })], ["/rules/0/conditions/0/limit"]],
  [[bad({ limit: undefined })], ["/rules/0/conditions/0/limit"]],
  [[bad({ deadband: 40_000 })], ["/rules/0/conditions/0/deadband"]],
  [[bad({ n: 3 })], ["/rules/0/conditions/0/n"]],
  [[bad({ kind: "nOfM", side: "above", n: 4, m: 3 })], ["/rules/0/conditions/0/n"]],
  [[{ ...rule, conditions: [{ kind: "noData", quantity: "residualCurrent" }] }], ["/rules/0/conditions/0/forSeconds"]],
  [
    [{ ...rule, conditions: [{ kind: "rising", quantity: "residualCurrent", by: 0.01, withinSeconds: 60 }] }],
    ["/rules/0/conditions/0/by"],
  ],
  [[rule, { ...rule, isOn: false }], ["/rules/1/code"]],
  [[{ ...rule, componentId: "dev-2:1" }], ["/rules/0/componentId"]],
  [[{ ...rule, componentId: "nobody" }], ["/rules/0/componentId"]],
  [[{ ...rule, deviceTypes: ["gateway"] }], ["/rules/0/deviceTypes"]],
])("SEC-API-05: rules that cannot act are refused at their place: %#", async (rules, wanted) => {
  const answer = await put(of("dev-889"), rules, { "if-match": (await get(of("dev-889"))).tag });
  expect([answer.status, paths(answer)]).toEqual([422, wanted]);
});

test("EF-3.1: the organisation's rules name no component and only types that there are", async () => {
  const { tag } = await get(TENANT);
  const answer = await put(TENANT, [{ ...rule, componentId: "dev-889:1", deviceTypes: ["toaster"] }], {
    "if-match": tag,
  });
  expect(paths(answer)).toEqual(["/rules/0/deviceTypes/0", "/rules/0/componentId"]);
  expect((await door.call("PUT", TENANT, { rules: [] }, { headers: { "if-match": tag } })).status).toBe(422);
});

test("SEC-AZ-02, -03: outside of its scope a key finds and writes nothing, and never the organisation's rules", async () => {
  const scoped = await door.door.addKey({ scope: { units: ["unit-0001"] } });
  expect((await get(of("dev-889"), scoped)).status).toBe(200);
  for (const path of [of("dev-2"), ofUnit("unit-2"), of("nobody")]) {
    expect((await get(path, scoped)).status).toBe(404);
    expect((await put(path, [rule], {}, scoped)).status).toBe(404);
  }
  expect((await put(TENANT, [rule], { "if-match": "*" }, scoped)).status).toBe(403);
  const trial = { level: "device", rules: [], from: "2026-01-01T00:00:00Z", to: "2026-01-02T00:00:00Z" };
  expect((await door.call("POST", "/api/v1/devices/dev-2/threshold-trial", trial, { key: scoped })).status).toBe(404);
  const engineer = await door.door.addKey({ role: "vendorEngineer" });
  expect((await put(of("dev-889"), [rule], { "if-match": "*" }, engineer)).status).toBe(403);
});

const HOUR = 3_600_000;
const upload = async (deviceId: string, values: readonly (readonly [number, number])[], more: object = {}) => {
  const items = values.map(([at, value]) => ({
    ...{ deviceId, quantity: "residualCurrent", value, at: new Date(at).toISOString(), ...more },
  }));
  const { body } = await door.call("POST", "/api/v1/readings", { items });
  expect(body.results.every(({ status }: { status: string }) => status === "created")).toBe(true);
};
const warnings = async (deviceId: string) =>
  (await door.call("GET", `/api/v1/alarms?deviceId=${deviceId}`)).body.items as readonly Record<string, unknown>[];

test("EF-3.1: a dry run says what history makes of rules, and changes nothing", async () => {
  const from = Date.now() - 20 * 86_400_000;
  const values = [50, 120, 130, 60, 400, 410, 50].map((value, n) => [from + n * HOUR, value] as const);
  await upload("dev-2", values);
  const ask = (rules: readonly unknown[], more: object = {}) =>
    door.call("POST", "/api/v1/devices/dev-2/threshold-trial", {
      ...{ level: "device", rules, from: new Date(from).toISOString() },
      ...{ to: new Date(from + 10 * HOUR).toISOString(), ...more },
    });
  const { body } = await ask([rule]);
  expect(body).toMatchObject({ rows: 7, isWhole: true, now: { count: 1 }, tried: { count: 2 } });
  // By default a minute late, when the value has lasted so long.
  expect([Date.parse(body.now.warnings[0].at) - from, body.now.warnings[0].value]).toEqual([4 * HOUR + 60_000, 400]);
  expect(body.tried.warnings).toMatchObject([
    { code: rule.code, from: "device", value: 120 },
    { code: rule.code, from: "device", value: 400 },
  ]);
  expect((await ask([{ ...rule, isOn: false }])).body.tried.count).toBe(0);
  expect(await warnings("dev-2")).toEqual([]);
  expect((await get(of("dev-2"))).body.version).toBe(0);
  expect(paths(await ask([rule], { to: new Date(from + 40 * 86_400_000).toISOString() }))).toEqual(["/to"]);
  expect(paths(await ask([rule], { to: new Date(from).toISOString() }))).toEqual(["/to"]);
  expect(paths(await ask([{ ...rule, type: "fireAlarm" }]))).toEqual(["/rules/0/type"]);
});

test("EF-2.2: readings put over the API raise a warning of their component, once, and clear it beyond the deadband", async () => {
  await anew(of("dev-889"), [rule]);
  const now = Date.now();
  const more = { componentId: "dev-889:1" };
  await upload("dev-889", [[now - 9_000, 99]], more);
  expect(await warnings("dev-889")).toEqual([]);
  await upload("dev-889", [[now - 8_000, 100]], more);
  await upload("dev-889", [[now - 7_000, 105]], more);
  await upload("dev-889", [[now - 6_000, 92]], more);
  const raised = await warnings("dev-889");
  expect(raised).toMatchObject([
    { type: "residualCurrentHigh", class: "warning", severity: "medium", state: "raised", repeats: 0, ...more },
  ]);
  expect(raised[0]).toMatchObject({ value: 100, threshold: 100, unit: "mA", rawCode: `rule:${rule.code}` });
  expect(raised[0]?.rawText).toContain("规则来源:设备");
  // Late, and of last month: neither clears it.
  await upload("dev-889", [[now - 9_500, 10]], more);
  await upload("dev-889", [[now - 40 * 86_400_000, 10]], more);
  expect(await warnings("dev-889")).toMatchObject([{ state: "raised" }]);
  await upload("dev-889", [[now - 5_000, 89.9]], more);
  expect(await warnings("dev-889")).toMatchObject([{ id: raised[0]?.id, state: "cleared" }]);
  const timeline = (await door.call("GET", `/api/v1/alarms/${raised[0]?.id}/timeline`)).body.items;
  expect(timeline.map(({ kind, by }: { kind: string; by: { kind: string } }) => `${kind} by ${by.kind}`)).toEqual([
    "raised by system",
    "cleared by system",
  ]);
});

test("EF-2.2: what a person has cleared although it stands comes back with the next reading", async () => {
  const now = Date.now();
  await anew(of("dev-889"), [rule]);
  await upload("dev-889", [[now - 3_000, 300]]);
  const [first] = (await warnings("dev-889")).filter(({ state }) => state === "raised");
  const { id, version: _v, ...body } = first as Record<string, unknown>;
  await door.call("POST", "/api/v1/alarms", { items: [{ id, ...body, state: "cleared", clearedAt: body.occurredAt }] });
  await upload("dev-889", [[now - 2_000, 50]]);
  await upload("dev-889", [[now - 1_000, 300]]);
  const again = (await warnings("dev-889")).filter(({ state }) => state === "raised");
  expect(again.map((one) => one.id === id)).toEqual([false]);
  // A rule that is switched off takes its warning with it.
  await anew(of("dev-889"), [{ ...rule, isOn: false }]);
  door.door.tick();
  await until(
    () => warnings("dev-889"),
    (all) => all.every(({ state }) => state === "cleared"),
  );
});
