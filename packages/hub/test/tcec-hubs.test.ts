import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { OTHER, PILE, session } from "./charging-fixture.ts";
import { operator, type TestHub, until } from "./http-fixture.ts";
import { type HubChild, killHubChild, startHubChild } from "./hub-child.ts";
import { OURS, openTcecHub, partnerDraft, THEIRS, THEM, US } from "./tcec-fixture.ts";

const KILLS = 3;
const ORDERS = 120;
/** Of the orders of a round, those that come while the city is away. */
const MISSED = 10;

/** The city's platform: a hub as a process of its own, that is killed. */
let city: HubChild;
let cityKey = "";
let dataDir = "";
let cityPartner = "";
/** The operator's platform, with the piles. */
let hub: TestHub & { id: string };

// biome-ignore lint/suspicious/noExplicitAny: what an answer holds is what is tested
type Any = any;
const ofCity = async (method: string, path: string, body?: object): Promise<Any> => {
  const headers = { authorization: `Bearer ${cityKey}`, "content-type": "application/json" };
  const response = await fetch(`${city.httpUrl}/api/v1/${path}`, {
    ...{ method, headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return text === "" ? null : JSON.parse(text);
};
const ofHub = async (path: string): Promise<Any> => (await hub.call("GET", `/api/v1/${path}`)).json();
const put = async (list: string, ...items: readonly object[]): Promise<void> => {
  const text = await (await hub.call("POST", `/api/v1/${list}`, { items })).text();
  if (text.includes("refused")) throw new Error(text);
};
/** A city that was started again listens elsewhere. */
const tellWhere = async (): Promise<void> => {
  const { version } = await ofHub(`tcec-partners/${hub.id}`);
  const set = { url: `${city.httpUrl}/evcs/v1` };
  const changed = await hub.call("PATCH", `/api/v1/tcec-partners/${hub.id}`, set, { "if-match": `"${version}"` });
  if (changed.status !== 200) throw new Error(await changed.text());
};

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), "dianan-tcec-"));
  city = await startHubChild(dataDir);
  cityKey = city.firstKey ?? "";
  const secrets = { incoming: THEIRS, outgoing: OURS };
  const url = `${city.httpUrl}/evcs/v1`;
  hub = await openTcecHub({ ...partnerDraft, url, secrets }, { outboundAllow: "127.0.0.1", platformCode: "PILE01" });
  await ofCity("POST", "operators", { items: [operator] });
  const records = {
    platformCode: "PILE01",
    operatorId: operator.id,
    installedOn: "2026-01-02",
    manufacturer: "未提供",
  };
  const made = await ofCity("POST", "tcec-partners", {
    ...{ name: "充电运营商", role: "platform", operatorId: US, ownOperatorId: THEM, records },
    ...{ url: `${hub.hub.httpUrl}/evcs/v1`, secrets: { incoming: OURS, outgoing: THEIRS } },
  });
  cityPartner = made.id;
}, 60_000);
afterAll(async () => {
  if (city !== undefined) await killHubChild(city);
  await hub?.end();
  rmSync(dataDir, { recursive: true, force: true });
});

test("CP-N.1: one hub asks another for its stations, and has them as its own records, where they are", async () => {
  const { lastPull } = await until(
    () => ofCity("GET", `tcec-partners/${cityPartner}`),
    (one) => one.lastPull !== null,
    30_000,
  );
  expect(lastPull).toMatchObject({ stations: 2, connectors: 3, faults: [], error: null });
  const [there, here] = [await ofCity("GET", "units/unit-0001"), await ofHub("units/unit-0001")];
  expect(there).toMatchObject({
    name: here.name,
    address: here.address,
    platformCode: "PILE01",
    coordinateSystem: "GCJ02",
  });
  expect(await ofCity("GET", "components/pile-1:port-2")).toMatchObject({ deviceId: "pile-1", name: "充电口 2" });
}, 60_000);

test("SEC-BAK-01: the receiving hub is killed while orders and states come: nothing is lost, nothing is there twice", async () => {
  const places = [
    { deviceId: "pile-1", componentId: "pile-1:port-1", unitId: "unit-0001" },
    { deviceId: "pile-1", componentId: "pile-1:port-2", unitId: "unit-0001" },
    { deviceId: "pile-2", componentId: "pile-2:port-1", unitId: "unit-0002" },
  ] as const;
  const ends = ["full", "userUnplugged", "overCurrent", "deviceFault"] as const;
  const orderOf = (n: number) => {
    const startedAt = Date.UTC(2026, 0, 2, 3) + n * 60_000;
    const end = ends[n % ends.length];
    return {
      ...{ ...session, ...places[n % places.length], id: `order-${n}`, order: null, energyKwh: n / 100, amountFen: n },
      ...{ startedAt: new Date(startedAt).toISOString(), endedAt: new Date(startedAt + 30_000).toISOString() },
      ...{ end, isAbnormal: end === "overCurrent" || end === "deviceFault", rawCode: null },
    };
  };
  const taken = async (): Promise<Any[]> => (await ofCity("GET", "charging-sessions?limit=500")).items ?? [];
  let sent = 0;
  for (let round = 0; round <= KILLS; round += 1) {
    const target = (ORDERS / (KILLS + 1)) * (round + 1);
    const presence = round % 2 === 0 ? "online" : "offline";
    await put("devices", { ...PILE, presence }, { ...OTHER, presence: "online" });
    const sendUpTo = async (count: number): Promise<void> => {
      for (; sent < count; sent += 2) await put("charging-sessions", orderOf(sent), orderOf(sent + 1));
    };
    if (round === KILLS) {
      await sendUpTo(target);
      break;
    }
    await sendUpTo(target - MISSED);
    const before = target - ORDERS / (KILLS + 1);
    // Among them: some are taken, some are on their way, some wait.
    await until(taken, (some) => some.length > before, 30_000);
    await killHubChild(city);
    await sendUpTo(target);
    await until(
      () => ofHub(`tcec-partners/${hub.id}`),
      (one) => one.lastError !== null && one.pending >= MISSED,
      30_000,
    );
    city = await startHubChild(dataDir);
    await tellWhere();
  }
  await put("devices", { ...PILE, presence: "online" });
  const done = await until(
    () => ofHub(`tcec-partners/${hub.id}`),
    (one) => one.pending === 0,
    60_000,
  );
  expect(done).toMatchObject({ pending: 0, dead: 0, lastError: null });
  const there = await taken();
  const told = ({ componentId, energyKwh, amountFen, isAbnormal, startedAt, endedAt }: Any): string =>
    [componentId, energyKwh, amountFen, isAbnormal, Date.parse(startedAt), Date.parse(endedAt)].join(" ");
  expect(there.map(told).sort()).toEqual(Array.from({ length: ORDERS }, (_, n) => told(orderOf(n))).sort());
  expect(new Set(there.map(({ order }) => order)).size).toBe(ORDERS);
  for (const [id, status] of [
    ["pile-1:port-1", "idle"],
    ["pile-1:port-2", "idle"],
    ["pile-2:port-1", "idle"],
  ] as const)
    await until(
      () => ofCity("GET", `components/${id}`),
      (one) => one.status === status,
      30_000,
    );
  const [here, city2] = [
    await ofHub("charging-statistics?from=2026-01-02T00:00:00Z&to=2026-01-03T00:00:00Z&bucket=day&per=site"),
    await ofCity("GET", "charging-statistics?from=2026-01-02T00:00:00Z&to=2026-01-03T00:00:00Z&bucket=day&per=site"),
  ];
  const sums = ({ items }: Any) =>
    items.map(({ unitId, sessions, abnormalEnds, energyKwh }: Any) => [unitId, sessions, abnormalEnds, energyKwh]);
  expect(sums(city2)).toEqual(sums(here));
}, 240_000);

test("CP-N.1: with the wrong secrets neither is told anything, and both say why", async () => {
  const before = (await ofCity("GET", "charging-sessions?limit=500")).items.length;
  const { version } = await ofHub(`tcec-partners/${hub.id}`);
  const set = { secrets: { outgoing: { ...OURS, sigSecret: "not-what-was-agreed" } } };
  await hub.call("PATCH", `/api/v1/tcec-partners/${hub.id}`, set, { "if-match": `"${version}"` });
  await put("charging-sessions", { ...session, id: "order-forged" });
  // What the city answers is signed with what was agreed: we do not believe it either.
  const failed = await until(
    () => ofHub(`tcec-partners/${hub.id}`),
    (one) => one.lastError !== null,
    30_000,
  );
  expect(failed).toMatchObject({ lastError: "answer: /Sig" });
  expect(await ofCity("GET", `tcec-partners/${cityPartner}`)).toMatchObject({ lastRefusal: "4001 query_token /Sig" });
  expect((await ofCity("GET", "charging-sessions?limit=500")).items).toHaveLength(before);
}, 60_000);
