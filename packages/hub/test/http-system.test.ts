import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, expect, test } from "vitest";
import { forecast } from "../src/backup/storage-watch.ts";
import { backupData, verifyData } from "../src/backup-data.ts";
import { openTestHub, operator, type TestHub, until } from "./http-fixture.ts";
import { openPeople, type People, type Person } from "./http-people.ts";

const SLOW = { timeout: 120_000 };
const BACKUPS = "/api/v1/backups";
const DRILL = `${BACKUPS}/{id}/drills`;
const DAY_MS = 86_400_000;

type Row = {
  readonly id: string;
  readonly state: string;
  readonly bytes: number;
  readonly error: string | null;
  readonly baseId: string | null;
};

let hub: TestHub;
let people: People;
let system: Person;
let officer: Person;
beforeAll(async () => {
  hub = await openTestHub({ backupKeep: 2 });
  people = await openPeople(() => hub);
  system = await people.invited("systemAdministrator");
  officer = await people.invited("dutyOfficer");
  await (await hub.call("POST", "/api/v1/operators", { items: [operator] })).body?.cancel();
}, 60_000);
afterAll(() => hub?.end());

const folder = (): string => join(hub.dataDir, "backups");
const list = async (query = ""): Promise<readonly Row[]> =>
  (await people.ask("GET", `${BACKUPS}${query}`, undefined, system.headers)).body.items as readonly Row[];
const ended = (id: string, from = "running"): Promise<Row | undefined> =>
  until(
    async () => (await list()).find((one) => one.id === id),
    (one) => one !== undefined && one.state !== from,
    60_000,
  );
const make = async (): Promise<Row | undefined> => {
  const made = await people.ask("POST", BACKUPS, undefined, system.headers);
  expect([made.status, made.body.state]).toEqual([202, "running"]);
  return ended(String(made.body.id));
};
const drill = (id: string, who: Person = system) =>
  people.ask("POST", `${BACKUPS}/${id}/drills`, undefined, who.headers, DRILL);

test("SEC-BAK-03, SEC-BAK-05: a backup is made beside the running hub, and a drill proves it", SLOW, async () => {
  const before = await people.ask("GET", "/api/v1/system", undefined, system.headers);
  expect(before.body).toMatchObject({
    lastBackupAt: null,
    lastRestoreProofAt: null,
    nodes: [{ state: "up", text: "" }],
  });
  const good = await make();
  expect(good).toMatchObject({ state: "good", error: null, restoredAt: null, isEncrypted: true, place: "local" });
  const path = join(folder(), `${good?.id}.dianan`);
  expect(verifyData({ dataDir: hub.dataDir, masterKey: "" }, path, null)).toMatchObject({
    header: { id: good?.id },
    bytes: good?.bytes,
    counts: { operator: 1 },
  });
  expect((await drill(String(good?.id))).status).toBe(202);
  expect(await ended(String(good?.id), "good")).toMatchObject({ state: "restoredGood", error: null });
  const after = await people.ask("GET", "/api/v1/system", undefined, system.headers);
  expect([typeof after.body.lastBackupAt, typeof after.body.lastRestoreProofAt]).toEqual(["string", "string"]);
  // What it took of the feed is there to be followed.
  const cursor = ((await list()) as unknown as { feedCursor: string }[])[0]?.feedCursor;
  expect((await hub.call("GET", `/api/v1/changes?after=${cursor}`)).status).toBe(200);
});

test("SEC-BAK-05: a drill of a backup that was altered says so, and does not count as proof", SLOW, async () => {
  const good = await make();
  const path = join(folder(), `${good?.id}.dianan`);
  const bytes = readFileSync(path);
  bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 4;
  writeFileSync(path, bytes);
  expect((await drill(String(good?.id))).status).toBe(202);
  const bad = await ended(String(good?.id), "good");
  expect(bad?.state).toBe("restoredBad");
  expect(bad?.error).toContain("恢复演练未通过");
  expect(bad?.error).toContain("was changed");
});

test("SEC-AZ-05: who may not is refused, what is not there is a 404, and nothing is made", async () => {
  const count = (await list()).length;
  expect((await people.ask("GET", BACKUPS, undefined, officer.headers)).status).toBe(403);
  expect((await people.ask("POST", BACKUPS, undefined, officer.headers)).status).toBe(403);
  expect((await people.ask("POST", BACKUPS, undefined, people.security.headers)).status).toBe(403);
  expect((await people.ask("POST", BACKUPS)).status).toBe(401);
  expect((await hub.call("POST", BACKUPS)).status).toBe(403);
  const [first] = await list();
  expect((await drill(String(first?.id), officer)).status).toBe(403);
  expect((await drill("backup-19700101T000000Z-0000")).status).toBe(404);
  expect((await drill("..%2F..%2Fmaster.key")).status).toBe(404);
  for (const path of ["/api/v1/system", "/api/v1/storage"])
    expect((await people.ask("GET", path, undefined, officer.headers)).status).toBe(403);
  expect((await people.ask("GET", "/api/v1/storage?x=1", undefined, system.headers, "/api/v1/storage")).status).toBe(
    422,
  );
  expect((await people.ask("GET", `${BACKUPS}?cursor=e30`, undefined, system.headers, BACKUPS)).status).toBe(422);
  expect((await list()).length).toBe(count);
});

test(
  "SEC-BAK-03: so many are kept, and what they need; pages lead to the others; what the audit log says",
  SLOW,
  async () => {
    const base = (await list()).at(-1);
    const [one, two] = [await make(), await make()];
    const ids = (await until(list, (rows) => rows.length === 3, 20_000)).map(({ id }) => id);
    expect(ids).toEqual([two?.id, one?.id, base?.id]);
    expect([base?.baseId, one?.baseId, two?.baseId]).toEqual([null, base?.id, base?.id]);
    expect(Number(two?.bytes)).toBeLessThan(Number(base?.bytes) / 2);
    expect(readdirSync(folder()).sort()).toEqual(ids.map((id) => `${id}.dianan`).reverse());
    const page = await people.ask("GET", `${BACKUPS}?limit=1`, undefined, system.headers, BACKUPS);
    expect((page.body.items as Row[]).map(({ id }) => id)).toEqual([two?.id]);
    expect(page.headers.get("link")).toContain('rel="next"');
    expect((await list(`?limit=1&cursor=${String(page.body.next)}`)).map(({ id }) => id)).toEqual([one?.id]);
    const database = new DatabaseSync(join(hub.dataDir, "hub.db"), { readOnly: true });
    const acts = database.prepare("SELECT act, count(*) AS n FROM audit WHERE act LIKE 'backup.%' GROUP BY act").all();
    database.close();
    const told = Object.fromEntries(acts.map(({ act, n }) => [String(act), Number(n)]));
    expect(told).toMatchObject({ "backup.create": 4, "backup.drill": 2, "backup.expire": 1 });
  },
);

test(
  "SEC-BAK-05: a base found damaged is told, with all that were made on it; the next one is whole",
  SLOW,
  async () => {
    const before = await list();
    const base = before.at(-1);
    const path = join(folder(), `${base?.id}.dianan`);
    const bytes = readFileSync(path);
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 4;
    writeFileSync(path, bytes);
    const whole = await make();
    expect(whole).toMatchObject({ state: "good", baseId: null });
    const after = new Map((await list()).map((row) => [row.id, row]));
    for (const { id } of before) expect(after.get(id)).toMatchObject({ state: "restoredBad" });
    expect(after.get(String(base?.id))?.error).toContain("was changed");
    expect(after.get(String(before[0]?.id))?.error).toContain(base?.id);
    const next = await make();
    expect(next).toMatchObject({ state: "good", baseId: whole?.id });
    // Those that cannot be restored are not counted among those that are kept.
    await until(list, (rows) => rows.length === 2, 20_000);
    // The last of those that went is noted before the work has ended.
    await until(
      () => drill(String(next?.id)),
      ({ status }) => status === 202,
      20_000,
    );
    expect(await ended(String(next?.id), "good")).toMatchObject({ state: "restoredGood", error: null });
    expect((await list()).map(({ id }) => id)).toEqual([next?.id, whole?.id]);
    // Nor does one that somebody removed stop the next.
    rmSync(join(folder(), `${whole?.id}.dianan`));
    expect(await make()).toMatchObject({ state: "good", baseId: null });
  },
);

test("SEC-BAK-03: a start finds what was cut off, what is gone and what the command made", SLOW, async () => {
  const [newest, other] = await list();
  await hub.hub.close();
  const made = await backupData({ dataDir: hub.dataDir, masterKey: "" }, folder());
  rmSync(join(folder(), `${other?.id}.dianan`));
  const database = new DatabaseSync(join(hub.dataDir, "hub.db"));
  database
    .prepare(
      "UPDATE access SET body = json_set(body, '$.state', 'running', '$.endedAt', NULL) WHERE kind = 'backup' AND id = ?",
    )
    .run(String(newest?.id));
  database.close();
  rmSync(join(folder(), `${newest?.id}.dianan`));
  hub = await hub.restart();
  const rows = await until(list, (all) => all.some(({ id }) => id === made.header.id), 20_000);
  const stateOf = (id: string | undefined) => rows.find((row) => row.id === id);
  expect(stateOf(made.header.id)).toMatchObject({ state: "good", bytes: made.bytes });
  expect(stateOf(other?.id)).toMatchObject({ state: "failed", error: expect.stringContaining("no longer") });
  expect(stateOf(newest?.id)).toMatchObject({ state: "failed", error: expect.stringContaining("平台停止") });
  expect((await drill(String(newest?.id))).status).toBe(409);
});

test(
  "SEC-BAK-03, SEC-OPS-04: the hub backs itself up when the newest is a day old, and tells when it is two",
  SLOW,
  async () => {
    await hub.hub.close();
    const database = new DatabaseSync(join(hub.dataDir, "hub.db"));
    database
      .prepare(
        "UPDATE access SET body = json_set(body, '$.createdAt', json_extract(body, '$.createdAt') - ?) WHERE kind = 'backup'",
      )
      .run(3 * DAY_MS);
    database.close();
    hub = await hub.restart();
    const start = Date.now();
    const own = await until(
      list,
      (rows) =>
        rows.some(
          (row) =>
            row.state === "good" && Date.parse(String((row as { createdAt?: unknown }).createdAt)) > start - 5_000,
        ),
      60_000,
    );
    expect(own.length).toBeGreaterThan(0);
    const alerts = await people.ask("GET", "/api/v1/security-alerts", undefined, people.security.headers);
    expect(alerts.body.items).toContainEqual(expect.objectContaining({ rule: "backupOverdue", state: "open" }));
    const files = existsSync(folder()) ? readdirSync(folder()) : [];
    expect(files.filter((name) => name.endsWith(".part"))).toEqual([]);
  },
);

test("SEC-BAK-07: what the disk says of the days that are left", async () => {
  const disk = { totalBytes: 1_000_000, freeBytes: 500_000 };
  const now = { at: 10 * DAY_MS, bytes: 200_000 };
  expect(forecast(disk, [], now)).toEqual({
    ...disk,
    usedByHub: 200_000,
    bytesPerDay: 0,
    daysLeft: null,
    state: "good",
  });
  // 300,000 bytes until 80 %, 10,000 a day.
  const week = [
    { at: 1 * DAY_MS, bytes: 0 },
    { at: 5 * DAY_MS, bytes: 150_000 },
  ];
  expect(forecast(disk, week, now)).toMatchObject({ bytesPerDay: 10_000, daysLeft: 30 });
  expect(forecast({ ...disk, freeBytes: 200_000 }, week, now)).toMatchObject({ state: "warning", daysLeft: 0 });
  expect(forecast({ ...disk, freeBytes: 200_001 }, week, now)).toMatchObject({ state: "good" });
  expect(forecast(disk, [{ at: 5 * DAY_MS, bytes: 900_000 }], now).daysLeft).toBe(null);
  const storage = await people.ask("GET", "/api/v1/storage", undefined, system.headers);
  expect(storage.status).toBe(200);
  expect(Number(storage.body.usedByHub)).toBeGreaterThan(100_000);
  expect(Number(storage.body.freeBytes)).toBeLessThan(Number(storage.body.totalBytes));
});
