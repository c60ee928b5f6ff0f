// Two organisations in one hub: whatever the second one asks with the first one's ids, it finds nothing and changes nothing.
import { operations as rows } from "@dianan/open-api/tables";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addressOf, type Call, callsOf, type Operation, type Pools } from "./generated-calls.ts";
import { alarm, component, device, operator, type TestHub, unit, until } from "./http-fixture.ts";
import { present } from "./http-schema.ts";
import { openTwoTenants, type TwoTenants } from "./two-tenants.ts";

const CALLS = Number(process.env.DIANAN_TENANT_CALLS ?? 5_000);
const SEED = 20_261_127;
/** Stands in everything that the first organisation owns. */
const WORD = "甲单位机密";
const LISTS = [
  "operators",
  "units",
  "devices",
  "components",
  "alarms",
  "vendors",
  "device-models",
  "webhooks",
  "receivers",
];

let two: TwoTenants;
let hub: TestHub;
let callers: TwoTenants["others"];
const pools: Pools = new Map();
let before: string;

const named = <T extends { readonly name: string }>(record: T): T => ({ ...record, name: WORD });
/** All that the first organisation has, as its own key sees it. */
const everything = async (): Promise<string> => {
  const pages = await Promise.all(
    LISTS.map(async (list) => (await hub.call("GET", `/api/v1/${list}?limit=500`)).text()),
  );
  const single = await Promise.all(
    [...pools].flatMap(([path, ids]) =>
      /users/.test(path)
        ? []
        : ids.map(async (id) => (await hub.call("GET", `${path}/${encodeURIComponent(id)}`)).text()),
    ),
  );
  // A feed's cursor and a request's id are new each time.
  return [...pages, ...single].join("\n").replaceAll(/"(feedCursor|requestId)":"[^"]*"/g, "");
};

beforeAll(async () => {
  two = await openTwoTenants();
  hub = two.hub;
  callers = two.others;
  const mine = [
    ["operators", named(operator)],
    ["units", named(unit)],
    ["devices", { ...named(device), protocol: "gb26875", wireAddress: "889" }],
    ["components", named(component)],
    ["alarms", { ...alarm, description: WORD }],
  ] as const;
  for (const [list, item] of mine) {
    expect((await hub.call("POST", `/api/v1/${list}`, { items: [item] })).status).toBe(200);
    pools.set(`/api/v1/${list}`, [item.id]);
  }
  const payload = { kind: "members", readings: [{ member: "/t", quantity: "temperature" }] };
  const platform = { name: WORD, platform: "ctwing", deviceKey: "imei", payload };
  const receiver = (await (await hub.call("POST", "/api/v1/receivers", platform)).json()) as Record<
    string,
    { id: string }
  >;
  pools.set("/api/v1/receivers", [receiver.receiver?.id ?? ""]);
  const wish = { action: "read", reason: WORD };
  const command = await hub.call("POST", `/api/v1/devices/${device.id}/commands`, wish);
  pools.set("/api/v1/commands", [((await command.json()) as { id: string }).id]);
  const own = two.people;
  const officer = await own.invited("dutyOfficer", { name: WORD });
  pools.set("/api/v1/users", [own.security.id, officer.id]);
  // What was put in is at rest before it is looked at.
  before = await until(everything, (text) => text.includes(WORD));
}, 120_000);
afterAll(() => hub?.end());

const mayCall = ({ method, path }: Operation, role: string): boolean => {
  const row = rows.find((one) => one.method === method && one.path === path);
  return row?.schemes.includes(role === "platform" ? "key" : "session") === true && row.roles.includes(role as never);
};

/** Whether the call names something that only the first organisation has. */
const isForeign = ({ path }: Operation, call: Call): boolean =>
  Object.entries(call.parts).some(
    ([name, part]) => "pick" in part && (pools.get(path.split(`/{${name}}`)[0] ?? "") ?? []).length > 0,
  );

const statuses: Record<string, number> = {};
const ask = async (one: Operation, call: Call, role: string): Promise<void> => {
  const abort = new AbortController();
  const address = addressOf(one.path, call, pools);
  const response = await fetch(`${hub.hub.httpUrl}${address}`, {
    method: one.method,
    redirect: "manual",
    signal: abort.signal,
    headers: { "sec-fetch-site": "same-origin", ...call.headers, ...callers.get(role) },
    ...(call.body === undefined ? {} : { body: call.body }),
  });
  const isStream = response.headers.get("content-type")?.startsWith("text/event-stream") === true;
  if (isStream) abort.abort();
  const text = isStream ? "" : await response.text();
  const told = `${role} ${one.method} ${address} ${call.body?.slice(0, 300) ?? ""} -> ${response.status} ${text.slice(0, 500)}`;
  if (response.status >= 500 || text.includes(WORD)) throw new Error(told);
  if (!isForeign(one, call)) return;
  statuses[response.status] = (statuses[response.status] ?? 0) + 1;
  // One's own record may have the same id as somebody else's: PUT makes it.
  if (one.method === "PUT" && response.status < 300) return;
  if (response.status < 400) throw new Error(`a foreign thing was found: ${told}`);
};

test(`SEC-AZ-01, SEC-AZ-02: ${CALLS} calls with the ids of another organisation find and change nothing`, {
  timeout: 300_000 + CALLS * 20,
}, async () => {
  const known = { operatorId: [operator.id], unitId: [unit.id], deviceId: [device.id], componentId: [component.id] };
  const asked = present.filter(
    (one) => !/^\/api\/v1\/(me|session)(\/|$)/.test(one.path) && [...callers.keys()].some((role) => mayCall(one, role)),
  );
  const numRuns = Math.ceil(CALLS / asked.length);
  // What PUT makes under a foreign id is one's own from then on: it comes last.
  asked.sort((a, b) => Number(a.method === "PUT") - Number(b.method === "PUT"));
  for (const one of asked) {
    const roles = [...callers.keys()].filter((role) => mayCall(one, role));
    const calls = callsOf(one, { ...known, "If-Match": ['"1"', '"2"'] }).valid;
    await fc.assert(
      fc.asyncProperty(calls, fc.constantFrom(...roles), (call, role) => ask(one, call, role)),
      { numRuns, seed: SEED, endOnFailure: true },
    );
  }
  console.log(
    `tenant calls: ${numRuns * asked.length} calls of ${asked.length} operations, foreign ${JSON.stringify(statuses)}`,
  );
  expect(statuses[404] ?? 0).toBeGreaterThan(CALLS / 20);
  expect(await everything()).toBe(before);
});

test("SEC-AZ-02: what is foreign and what does not exist get the same answer", async () => {
  const key = callers.get("platform") ?? {};
  let compared = 0;
  for (const one of present.filter(({ path, method }) => path.includes("{id}") && method === "GET")) {
    if (!mayCall(one, "platform")) continue;
    const ids = pools.get(one.path.split("/{id}")[0] ?? "") ?? [];
    for (const id of ids) {
      const [foreign, missing] = await Promise.all(
        [id, "nobody-has-this"].map(async (name) => {
          const address = one.path.replace("{id}", encodeURIComponent(name)).replaceAll(/\{\w+\}/g, "x");
          const response = await fetch(`${hub.hub.httpUrl}${address}`, { headers: key });
          const { requestId: _, ...body } = (await response.json()) as Record<string, unknown>;
          return { status: response.status, body };
        }),
      );
      expect(foreign, `${one.path} ${id}`).toEqual(missing);
      compared += 1;
    }
  }
  expect(compared).toBeGreaterThan(5);
});
