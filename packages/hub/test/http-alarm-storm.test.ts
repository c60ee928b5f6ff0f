import { gb26875 } from "@dianan/codec";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestHub, type TestHub, until } from "./http-fixture.ts";
import { openPeople } from "./http-people.ts";
import { deviceBody, record, register } from "./registry.ts";
import { openWire, statusFrame, type Wire } from "./wire.ts";

/** Devices 1 to 20 are of unit u1, 21 to 40 of u2, all behind the gateway 90; 60 to 63 stand elsewhere, in u3. */
const BEHIND = Array.from({ length: 40 }, (_, n) => n + 1);
const ELSEWHERE = [60, 61, 62, 63];
const GATEWAY = 90;
type Shown = { readonly id: string; readonly deviceId: string; readonly handling: Record<string, unknown> };
type Pages = { readonly items: readonly Shown[]; readonly next: string | null };

let hub: TestHub;
let wire: Wire;
/** Sees unit u2 only. */ let narrow = "";
beforeAll(async () => {
  hub = await openTestHub();
  await register(hub, []);
  const post = async (kind: string, items: readonly unknown[]): Promise<void> => {
    const text = await (await hub.call("POST", `/api/v1/${kind}`, { items })).text();
    expect(text).not.toContain("refused");
  };
  const { version: _, updatedAt: _u, deleted: _d, ...unit } = await record(hub, "units/u1");
  await post("units", [
    { ...unit, id: "u2" },
    { ...unit, id: "u3" },
  ]);
  const unitOf = (address: number): string => (address >= 60 && address < 90 ? "u3" : address > 20 ? "u2" : "u1");
  const device = (address: number) =>
    deviceBody(`d${address}`, String(address), {
      unitId: unitOf(address),
      ...(BEHIND.includes(address) ? { gatewayId: `d${GATEWAY}` } : {}),
    });
  await post("devices", [...BEHIND, ...ELSEWHERE, GATEWAY].map(device));
  const draft = {
    ...{ name: "u2", role: "platform", scopes: ["alarms:read"], within: { units: ["u2"] } },
    expiresAt: new Date(Date.now() + 86_400_000).toISOString(),
  };
  const { security, ask } = await openPeople(() => hub);
  const given = await ask("POST", "/api/v1/api-keys", draft, security.headers);
  narrow = String((given.body as { secret?: string } | null)?.secret ?? "");
  expect(narrow, JSON.stringify(given.body)).not.toBe("");
  wire = await openWire(hub.hub.gb26875Port);
});
afterAll(async () => {
  await wire?.end();
  await hub?.end();
});

const get = async (path: string, key = hub.key): Promise<Pages> => {
  const answer = await hub.call("GET", `/api/v1/${path}`, undefined, { authorization: `Bearer ${key}` });
  expect(answer.status, `${path} ${hub.log.slice(-3).join(" ")}`).toBe(200);
  return (await answer.json()) as Pages;
};
const all = async (path: string, key = hub.key): Promise<readonly Shown[]> => {
  const items: Shown[] = [];
  let cursor = "";
  do {
    const page = await get(`${path}${path.includes("?") ? "&" : "?"}limit=7${cursor}`, key);
    items.push(...page.items);
    cursor = page.next === null ? "" : `&cursor=${encodeURIComponent(page.next)}`;
  } while (cursor !== "");
  return items;
};
const devices = (items: readonly Shown[]): readonly string[] => items.map(({ deviceId }) => deviceId);
const send = async (addresses: readonly number[], serial: number, what: { fire?: boolean; fault?: boolean }) => {
  for (const address of addresses) wire.send(Buffer.from(encode(statusFrame(address, serial, what))));
  for (const _ of addresses) await wire.next();
};
const encode = (frame: Parameters<typeof gb26875.encodeFrame>[0]): Uint8Array => gb26875.encodeFrame(frame);

test("EF-4.2: a storm behind a gateway is one row for each class; alarms elsewhere are rows of their own", async () => {
  await send(BEHIND, 1, { fire: true });
  await send(BEHIND.slice(0, 15), 2, { fault: true });
  await send(ELSEWHERE, 1, { fire: true });
  const top = await until(
    () => all("alarms?grouped=false"),
    ({ length }) => length === 2 + ELSEWHERE.length,
  );
  const roots = top.filter(({ handling }) => Number(handling.memberCount) > 0);
  expect(roots.map(({ handling }) => handling.memberCount).sort()).toEqual([14, 39]);
  expect([...devices(top)].sort()).toEqual(expect.arrayContaining(["d60", "d61", "d62", "d63"]));
  // Nothing is lost from sight: the whole list still has every alarm, and each member says where it is.
  expect(await all("alarms")).toHaveLength(40 + 15 + 4);
  for (const root of roots) {
    const members = await all(`alarms/${root.id}/members`);
    expect(members).toHaveLength(Number(root.handling.memberCount));
    expect(new Set(members.map(({ handling }) => handling.rootId))).toEqual(new Set([root.id]));
    expect(await record(hub, `alarms/${members[0]?.id}`)).toMatchObject({ handling: { rootId: root.id } });
  }
});

test("EF-4.2: who sees only one unit has the first alarm of it as the row, and nothing of the others", async () => {
  const top = await all("alarms?grouped=false", narrow);
  expect(top.map(({ handling }) => [handling.rootId, handling.memberCount])).toEqual([[null, 19]]);
  const [first] = top;
  const members = await all(`alarms/${first?.id}/members`, narrow);
  expect(new Set(devices(members))).toEqual(
    new Set(
      BEHIND.slice(20)
        .map((n) => `d${n}`)
        .filter((id) => id !== first?.deviceId),
    ),
  );
  expect(new Set(members.map(({ handling }) => handling.rootId))).toEqual(new Set([first?.id]));
  const [root] = (await all("alarms?grouped=false")).filter(({ handling }) => handling.memberCount === 39);
  const foreign = await hub.call("GET", `/api/v1/alarms/${root?.id}/members`, undefined, {
    authorization: `Bearer ${narrow}`,
  });
  expect(foreign.status).toBe(404);
});

test("EF-4.2: what comes once somebody has the root in hand is a row of its own, and the gateway's alarm comes on top of it", async () => {
  const [root] = (await all("alarms?grouped=false")).filter(({ handling }) => handling.memberCount === 14);
  const acknowledged = await hub.call("POST", `/api/v1/alarms/${root?.id}/acknowledge`, {});
  expect(await acknowledged.json()).toMatchObject({
    handling: { stage: "acknowledged", memberCount: 14, rootId: null },
  });
  await send([30], 3, { fault: true });
  const top = await until(
    () => all("alarms?grouped=false&class=fault"),
    ({ length }) => length === 2,
  );
  expect(devices(top)).toContain("d30");
  await send([GATEWAY], 1, { fault: true });
  const [later] = await until(
    async () => (await all("alarms?grouped=false&class=fault")).filter(({ deviceId }) => deviceId === `d${GATEWAY}`),
    ([one]) => one?.handling.memberCount === 1,
  );
  expect(devices(await all(`alarms/${later?.id}/members`))).toEqual(["d30"]);
  const moved = (await all("alarms?deviceId=d30&class=fault"))[0];
  const told = (await get(`alarms/${moved?.id}/timeline`)).items as unknown as readonly {
    kind: string;
    text: string;
  }[];
  expect(told.map(({ kind }) => kind)).toEqual(["raised", "grouped"]);
  expect(told[1]?.text).toContain(later?.id);
});

test("a restart keeps the groups, and a storm that is under way goes on", async () => {
  const before = await all("alarms?grouped=false");
  await wire.end();
  hub = await hub.restart();
  wire = await openWire(hub.hub.gb26875Port);
  expect((await all("alarms?grouped=false")).map(({ id }) => id)).toEqual(before.map(({ id }) => id));
  await send([35], 4, { fault: true });
  const [late] = await until(
    () => all("alarms?deviceId=d35&class=fault"),
    ({ length }) => length === 1,
  );
  expect(late?.handling.rootId).toBe(before.find(({ deviceId }) => deviceId === `d${GATEWAY}`)?.id);
});

test.each([
  ["alarms?grouped=true", 422],
  ["alarms?grouped=", 422],
  ["alarms/nobody/members", 404],
  ["alarms/nobody/members?limit=0", 422],
  ["units?grouped=false", 422],
])("GET %s is refused", async (path, status) => {
  expect((await hub.call("GET", `/api/v1/${path}`)).status).toBe(status);
});

test("a cursor of another list, and a limit that is none, are refused", async () => {
  const [root] = (await all("alarms?grouped=false")).filter(({ handling }) => Number(handling.memberCount) > 7);
  const { next } = await get(`alarms/${root?.id}/members?limit=7`);
  const other = await hub.call("GET", `/api/v1/alarms?cursor=${encodeURIComponent(next ?? "")}`);
  const zero = await hub.call("GET", `/api/v1/alarms/${root?.id}/members?limit=0`);
  expect([other.status >= 400, zero.status >= 400]).toEqual([true, true]);
});
