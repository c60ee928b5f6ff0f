import { convertPoint } from "@dianan/sharing";
import { afterEach, expect, test } from "vitest";
import { alarm, operator, putPlace, unit, until } from "./http-fixture.ts";
import { draft, lastOf, openReceiver, openSharingHub, SECRET } from "./sharing-fixture.ts";

const SLOW = 60_000;
const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});
const AT = "/api/v1/sharing/{id}";

test("EF-N.4: a destination that is set up while the hub runs gets what exists and what comes, in its own form", {
  timeout: SLOW,
}, async () => {
  const { hub, add, settled, ask } = await openSharingHub(ends);
  await putPlace(hub);
  const [first, second] = [await openReceiver(ends), await openReceiver(ends)];
  const a = await add({
    url: `${first.url}/api/v1/`,
    coordinateSystem: "GCJ02",
    headers: { authorization: "Bearer x1" },
  });
  const b = await add({
    url: second.url,
    kinds: ["operator", "alarm"],
    personalData: "full",
    agreement: "协议 1",
    secret: SECRET,
  });
  await settled(String(a.id));
  await settled(String(b.id));
  await hub.call("POST", "/api/v1/alarms", { items: [alarm] });
  await until(() => [first, second].every((one) => lastOf(one).has("alarms al-1")), Boolean);

  expect([...lastOf(second).keys()].sort()).toEqual(["alarms al-1", "operators op-01"]);
  expect(lastOf(first).size).toBe(5);
  // Each in its own way: masked there, in full here; GCJ-02 there, as registered here.
  expect(lastOf(first).get("operators op-01")).toMatchObject({ contactPhone: "000-0000-0000", contactName: "联某" });
  expect(lastOf(second).get("operators op-01")).toMatchObject({ contactPhone: operator.contactPhone });
  const there = convertPoint(unit, "CGCS2000", "GCJ02");
  for (const record of ["units unit-0001", "devices dev-889"])
    expect(lastOf(first).get(record)).toMatchObject({ ...there, coordinateSystem: "GCJ02" });
  expect(Math.abs(there.latitude - unit.latitude)).toBeGreaterThan(0.001);
  expect(first.pushes[0]?.headers.authorization).toBe("Bearer x1");
  expect([first, second].map(({ pushes }) => pushes[0]?.headers["webhook-signature"] !== undefined)).toEqual([
    false,
    true,
  ]);
  const list = (await ask("GET", "/api/v1/sharing")).body.items as { id: string; state: string }[];
  expect(list.map(({ id }) => id).sort()).toEqual([a.id, b.id].sort());
  expect(JSON.stringify([list, a, b])).not.toMatch(/x1|whsec/);
});

test("destinations that are removed while they are listed are simply no longer there", { timeout: SLOW }, async () => {
  const { add, ask } = await openSharingHub(ends);
  const receiver = await openReceiver(ends);
  for (let round = 0; round < 4; round += 1) {
    const made = await Promise.all(Array.from({ length: 5 }, () => add({ url: receiver.url })));
    const removed = made.map(({ id }) => ask("DELETE", `/api/v1/sharing/${String(id)}`, undefined, AT));
    const listed = Array.from({ length: 20 }, () => ask("GET", "/api/v1/sharing"));
    const shown = made.map(({ id }) => ask("GET", `/api/v1/sharing/${String(id)}`, undefined, AT));
    expect(new Set((await Promise.all(removed)).map(({ status }) => status))).toEqual(new Set([204]));
    expect(new Set((await Promise.all(listed)).map(({ status }) => status))).toEqual(new Set([200]));
    for (const { status } of await Promise.all(shown)) expect([200, 404]).toContain(status);
  }
  expect((await ask("GET", "/api/v1/sharing")).body.items).toEqual([]);
});

test("SEC-PII-05: full personal data are recorded per transfer; masked ones are not", { timeout: SLOW }, async () => {
  const { hub, add, settled, people } = await openSharingHub(ends);
  const auditor = await people.invited("auditAdministrator");
  const [open, masking] = [await openReceiver(ends), await openReceiver(ends)];
  await hub.call("POST", "/api/v1/operators", { items: [operator, { ...operator, id: "op-02" }] });
  const full = await add({ url: open.url, personalData: "full", agreement: "协议 1", secret: SECRET });
  const masked = await add({ url: masking.url });
  await settled(String(full.id));
  await settled(String(masked.id));
  const path = "/api/v1/audit?act=personalData.transfer";
  const { body } = await people.ask("GET", path, undefined, auditor.headers, "/api/v1/audit");
  const entries = body.items as { object: { id: string } | string; reason: string }[];
  expect(entries.length).toBe(1);
  expect(JSON.stringify(entries)).toContain(String(full.id));
  expect(entries[0]?.reason).toBe("operator op-01 op-02");
  expect(JSON.stringify(entries)).not.toContain(operator.contactPhone);
});

test("EF-N.5: what was refused for good is listed, and sent again when somebody says so", {
  timeout: SLOW,
}, async () => {
  const { hub, add, settled, ask } = await openSharingHub(ends);
  const city = await openReceiver(ends);
  city.answer = ({ items }) => ({
    status: 200,
    body: JSON.stringify({
      results: items.map(({ id }) => ({ id, status: "refused", problem: { code: "invalid", title: "No" } })),
    }),
  });
  const { id } = await add({ url: city.url, coordinateSystem: "BD09" });
  await putPlace(hub);
  await settled(String(id), ({ refused, pending }) => refused === 4 && pending === 0);
  const queue = (query: string) => ask("GET", `/api/v1/sharing/${id}/queue${query}`, undefined, `${AT}/queue`);
  const page = await queue("?limit=3&state=refused");
  const rest = await queue(`?limit=3&state=refused&cursor=${page.body.next}`);
  const rows = [...(page.body.items as never[]), ...(rest.body.items as never[])] as { kind: string; body: object }[];
  expect(rows.map(({ kind }) => kind).sort()).toEqual(["component", "device", "operator", "unit"]);
  expect(rows.find(({ kind }) => kind === "unit")).toMatchObject({
    state: "refused",
    error: "invalid: No",
    body: { coordinateSystem: "BD09", id: "unit-0001" },
  });
  expect(JSON.stringify(rows)).not.toContain(operator.contactPhone);
  expect((await queue("?state=pending")).body.items).toEqual([]);
  for (const bad of ["?state=dead", "?cursor=x", "?limit=0", "?nobody=1"]) expect((await queue(bad)).status).toBe(422);
  city.answer = () => "accept";
  const retry = await ask("POST", `/api/v1/sharing/${id}/retry`, undefined, `${AT}/retry`);
  expect(retry.status).toBe(202);
  await settled(String(id), ({ refused, pending }) => refused === 0 && pending === 0);
});

test("EF-N.4: another period, address or kind takes effect at once; a stale change does not", {
  timeout: SLOW,
}, async () => {
  const { hub, add, settled, ask } = await openSharingHub(ends);
  await putPlace(hub);
  const [old, next] = [await openReceiver(ends), await openReceiver(ends)];
  const { id } = await add({ url: old.url, kinds: ["unit"], headers: { authorization: "Bearer keep" } });
  await settled(String(id));
  const patch = (body: object, version?: number) =>
    ask("PATCH", `/api/v1/sharing/${id}`, body, AT, version === undefined ? {} : { "if-match": `"${version}"` });
  expect((await patch({ name: "x" })).status).toBe(428);
  expect((await patch({ name: "x" }, 7)).status).toBe(412);
  expect((await patch({ url: "http://192.168.1.1/api" }, 1)).body.code).toBe("address-forbidden");
  expect((await patch({ personalData: "full" }, 1)).status).toBe(422);
  const moved = await patch({ url: next.url, kinds: ["operator", "unit"], periodSeconds: 21_600 }, 1);
  expect([moved.status, moved.body.version]).toEqual([200, 2]);
  await settled(String(id));
  // Another receiver is owed everything; the credential went along.
  expect([...lastOf(next).keys()].sort()).toEqual(["operators op-01", "units unit-0001"]);
  expect(next.pushes[0]?.headers.authorization).toBe("Bearer keep");
  const before = next.pushes.length;
  await hub.call("POST", "/api/v1/operators", { items: [{ ...operator, name: "改名" }] });
  await settled(String(id), ({ pending }) => pending === 1);
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  expect(next.pushes.length).toBe(before);
  expect((await ask("DELETE", `/api/v1/sharing/${id}`, undefined, AT)).status).toBe(204);
  expect((await ask("GET", `/api/v1/sharing/${id}`, undefined, AT)).status).toBe(404);
  expect((await ask("DELETE", `/api/v1/sharing/${id}`, undefined, AT)).status).toBe(404);
  expect((await ask("POST", `/api/v1/sharing/${id}/resume`, undefined, `${AT}/resume`)).status).toBe(404);
});

test("EF-N.4: a destination stays after a restart with its secrets, and one that cannot be reached costs the others nothing", {
  timeout: SLOW,
}, async () => {
  const { hub, add, settled } = await openSharingHub(ends);
  const [good, away] = [await openReceiver(ends), await openReceiver(ends)];
  away.answer = () => "hang";
  const a = await add({ url: good.url, headers: { "x-key": "k1" } });
  await add({ url: away.url });
  await putPlace(hub);
  await settled(String(a.id));
  const again = await hub.restart();
  ends.push(() => again.end());
  ends.splice(ends.length - 2, 1);
  const before = good.pushes.length;
  await again.call("POST", "/api/v1/operators", { items: [{ ...operator, name: "改名" }] });
  await until(
    () => good.pushes.length,
    (count) => count > before,
    4_000,
  );
  expect(good.pushes.at(-1)?.headers["x-key"]).toBe("k1");
});

test("SEC-OUT-01, SEC-PII-05: what must not be set up is refused, with the place and without the secret", {
  timeout: SLOW,
}, async () => {
  const { ask, people, hub } = await openSharingHub(ends);
  const url = "http://127.0.0.1:9999/api/v1";
  const full = { personalData: "full", agreement: "协议 1", secret: SECRET } as const;
  const refusals: readonly (readonly [object, string])[] = [
    [{ url: "http://10.1.2.3/api" }, "address-forbidden"],
    [{ url: "https://127.0.0.2/api" }, "address-forbidden"],
    [{ url: "http://[::1]:8080/" }, "address-forbidden"],
    [{ url: "https://user:canary@127.0.0.1:9999/" }, "/url"],
    [{ url: `${url}?token=canary` }, "/url"],
    [{ url, coordinateSystem: "MARS" }, "/coordinateSystem"],
    [{ url, secret: "whsec_canary" }, "/secret"],
    [{ url, headers: { host: "canary" } }, "/headers"],
    [{ url, headers: { "webhook-id": "canary" } }, "/headers"],
    [{ url, headers: { "x-key": "canary\r\nx: y" } }, "/headers"],
    [{ url, form: "tcec102" }, "/form"],
    [{ url, kinds: ["canary"] }, "/kinds/0"],
    [{ url, periodSeconds: 21_601 }, "/periodSeconds"],
    [{ url, ...full, secret: undefined }, "/secret"],
    [{ url, ...full, agreement: undefined }, "/agreement"],
    [{ ...full, url: "http://city.example/" }, "/url"],
    [{ url, nobody: 1 }, "/nobody"],
  ];
  for (const [more, place] of refusals) {
    const { status, body } = await ask("POST", "/api/v1/sharing", { ...draft, ...more });
    expect(status, JSON.stringify(more)).toBe(422);
    const [first] = (body.errors ?? []) as { path: string }[];
    expect(place.startsWith("/") ? first?.path : body.code, JSON.stringify(body)).toBe(place);
    expect(JSON.stringify(body)).not.toContain("canary");
  }
  expect((await ask("GET", "/api/v1/sharing")).body.items).toEqual([]);
  // Only who runs the platform may, and only with a fresh second factor: no key, no other role.
  const officer = await people.invited("dutyOfficer");
  for (const headers of [officer.headers, people.security.headers, { authorization: `Bearer ${hub.key}` }])
    expect((await people.ask("POST", "/api/v1/sharing", { ...draft, url }, headers)).status).toBe(403);
});

test("EF-N.4: the command line's destination stands beside the others and belongs to it", {
  timeout: SLOW,
}, async () => {
  const city = await openReceiver(ends);
  const { hub, ask } = await openSharingHub(ends, { city: { url: city.url, key: "k", secret: null } });
  const [item] = (await ask("GET", "/api/v1/sharing")).body.items as { id: string }[];
  const id = item?.id ?? "";
  const read = await ask("GET", `/api/v1/sharing/${id}`, undefined, AT);
  expect(read.body).toMatchObject({ isConfigured: true, personalData: "full", form: "dianan" });
  const patch = await ask("PATCH", `/api/v1/sharing/${id}`, { name: "x" }, AT, { "if-match": '"1"' });
  expect([patch.status, patch.body.code]).toEqual([409, "wrong-state"]);
  expect((await ask("DELETE", `/api/v1/sharing/${id}`, undefined, AT)).status).toBe(409);
  expect((await ask("POST", `/api/v1/sharing/${id}/pause`, { reason: "检修" }, `${AT}/pause`)).status).toBe(200);
  await putPlace(hub);
  const again = await hub.restart();
  ends.push(() => again.end());
  ends.splice(ends.length - 2, 1);
  expect(await (await again.call("GET", `/api/v1/sharing/${id}`)).json()).toMatchObject({
    state: "paused",
    pending: 4,
  });
  expect(city.pushes).toEqual([]);
  await again.hub.close();
  // Without the option it is gone, and with it what was owed.
  const without = await again.restart({ city: null });
  ends.push(() => without.end());
  ends.splice(ends.length - 2, 1);
  expect((await without.call("GET", `/api/v1/sharing/${id}`)).status).toBe(404);
});
