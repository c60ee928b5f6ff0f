// Every operation that is there, called with requests made from the document.
import { operations as rows } from "@dianan/open-api/tables";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addressOf, type Call, callsOf, type Operation, type Pools } from "./generated-calls.ts";
import { alarm, component, device, openTestHub, operator, putPlace, type TestHub, unit } from "./http-fixture.ts";
import { openPeople } from "./http-people.ts";
import { checkAnswer, isForClients, isSecured, present } from "./http-schema.ts";

const CALLS = Number(process.env.DIANAN_API_CALLS ?? 10_000);
const SEED = 20_261_126;
const ROLES = ["systemAdministrator", "auditAdministrator", "dutyOfficer", "unitUser", "operatorUser"] as const;
const MORE_ROLES = ["departmentGuide", "vendorEngineer"] as const;

type Headers = Record<string, string>;
let hub: TestHub;
/** Who is signed in, by role. */ const callers = new Map<string, Headers>();
/** Somebody whose sessions and factors may end. */ let spare: Headers;
const pools: Pools = new Map();
const known = {
  operatorId: [operator.id],
  unitId: [unit.id],
  deviceId: [device.id],
  componentId: [component.id],
  "If-Match": ['"1"', '"2"', '"3"'],
};
const counts: Record<string, number> = {};

beforeAll(async () => {
  hub = await openTestHub();
  await putPlace(hub);
  await hub.call("POST", "/api/v1/alarms", { items: [alarm] });
  const people = await openPeople(hub);
  callers.set("securityAdministrator", people.security.headers);
  for (const role of [...ROLES, ...MORE_ROLES]) callers.set(role, (await people.invited(role)).headers);
  callers.set("platform", { authorization: `Bearer ${hub.key}` });
  const victim = await people.invited("dutyOfficer");
  spare = victim.headers;
  for (const [path, id] of [
    ["operators", operator.id],
    ["units", unit.id],
    ["devices", device.id],
    ["components", component.id],
    ["alarms", alarm.id],
    ["users", victim.id],
  ] as const)
    pools.set(`/api/v1/${path}`, [id]);
}, 120_000);
afterAll(() => hub?.end());

const rowOf = ({ method, path }: Operation) => {
  const row = rows.find((one) => one.method === method && one.path === path);
  if (row === undefined) throw new Error(`${method} ${path} is in no table`);
  return row;
};
/** One's own account and session: called by who can be spared. */
const isOwn = ({ path }: Operation): boolean => /^\/api\/v1\/(me|session)(\/|$)/.test(path);
const mayCall = (one: Operation, role: string): boolean => {
  const row = rowOf(one);
  return row.schemes.includes(role === "platform" ? "key" : "session") && row.roles.includes(role as never);
};

const answer = async (one: Operation, call: Call, who: Headers) => {
  const abort = new AbortController();
  const address = addressOf(one.path, call, pools);
  const response = await fetch(`${hub.hub.httpUrl}${address}`, {
    method: one.method,
    redirect: "manual",
    signal: abort.signal,
    headers: { "sec-fetch-site": "same-origin", ...call.headers, ...who },
    ...(call.body === undefined ? {} : { body: call.body }),
  });
  const media = response.headers.get("content-type") ?? "";
  if (media.startsWith("text/event-stream")) {
    abort.abort();
    return { status: response.status, body: null, address };
  }
  const text = await response.text();
  const body: unknown = /[/+]json(;|$)/.test(media) ? JSON.parse(text) : null;
  const made = /^(.*)\/([^/?]+)$/.exec(response.headers.get("location") ?? "");
  if (response.status === 201 && made?.[1] && made[2])
    pools.set(made[1], [...(pools.get(made[1]) ?? []).slice(-20), decodeURIComponent(made[2])]);
  return { status: response.status, body, address };
};

/** A bulk answers each item by itself. */
const refusesAnItem = (body: unknown): boolean =>
  ((body as { results?: readonly { status?: string }[] } | null)?.results ?? []).some(
    ({ status }) => status === "refused",
  );

/** T/CEC 102 refuses by a `Ret` other than 0, with the status 200. */
const refusesByRet = (body: unknown): boolean => Number((body as { Ret?: unknown } | null)?.Ret ?? 0) !== 0;

/** Of a tombstone nothing but its id is looked at. */
const holdsTombstone = (text: string | undefined): boolean => text?.includes('"deleted":true') === true;

const judge = (one: Operation, call: Call, who: string, got: Awaited<ReturnType<typeof answer>>): void => {
  const { status, body, address } = got;
  counts[status] = (counts[status] ?? 0) + 1;
  const told = `${who} ${one.method} ${address} ${call.broken} ${call.body?.slice(0, 400) ?? ""} -> ${status} ${JSON.stringify(body)?.slice(0, 600)}`;
  if (status >= 500) throw new Error(told);
  const responses = one.operation.responses as Record<string, unknown>;
  if (body !== null) checkAnswer(one.method, one.path, status, body);
  else if (!(status in responses)) throw new Error(`not in the document: ${told}`);
  if (who === "nobody" || who === "forger") {
    if (isSecured(one.operation) && status !== 401) throw new Error(`no credential, no 401: ${told}`);
  } else if (who !== "spare" && isSecured(one.operation) && !isForClients(one) && !mayCall(one, who)) {
    if (status !== 403) throw new Error(`not for this role, no 403: ${told}`);
  } else if (call.broken !== "" && status < 400) {
    if (!refusesAnItem(body) && !refusesByRet(body) && !holdsTombstone(call.body))
      throw new Error(`taken though broken: ${told}`);
  }
};

test(`SEC-API-01, -05, -09, SEC-AZ-05: ${CALLS} calls made from the document break nothing and get what it says`, {
  timeout: 300_000 + CALLS * 20,
}, async () => {
  // Those that end a session come last.
  const ordered = [...present].sort((a, b) => Number(isOwn(a)) - Number(isOwn(b)));
  const numRuns = Math.ceil(CALLS / ordered.length);
  for (const one of ordered) {
    const { valid, broken } = callsOf(one, known);
    const allowed = isOwn(one) ? ["spare"] : [...callers.keys()].filter((role) => mayCall(one, role));
    const able = allowed.length === 0 ? ["nobody"] : allowed;
    const who = fc.oneof(
      { weight: 8, arbitrary: fc.constantFrom(...able) },
      { weight: 2, arbitrary: fc.constantFrom("nobody", "forger", ...(isOwn(one) ? [] : callers.keys())) },
    );
    const calls = broken === null ? valid : fc.oneof(valid, broken);
    await fc.assert(
      fc.asyncProperty(calls, who, async (call, name) => {
        const forged = { authorization: "Bearer da_00000000000000000000000000000000" };
        const credential =
          name === "nobody" ? {} : name === "forger" ? forged : name === "spare" ? spare : callers.get(name);
        judge(one, call, name, await answer(one, call, credential ?? {}));
      }),
      { numRuns, seed: SEED, endOnFailure: true },
    );
  }
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  console.log(`api calls: ${total} calls of ${ordered.length} operations, by status ${JSON.stringify(counts)}`);
  expect(total).toBeGreaterThanOrEqual(CALLS);
  // The calls are what they claim to be: enough of them are taken, enough are refused for what they say.
  expect((counts[200] ?? 0) / total).toBeGreaterThan(0.15);
  expect((counts[422] ?? 0) / total).toBeGreaterThan(0.1);
  expect((counts[401] ?? 0) / total).toBeGreaterThan(0.02);
});
