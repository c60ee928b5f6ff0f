import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Instant, tenantId } from "@dianan/model";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createKeyRing } from "../src/access/key-ring.ts";
import { createSeals } from "../src/access/seal.ts";
import { createTenantView } from "../src/http/tenant-view.ts";
import { createFeedHints } from "../src/ingest/feed-hints.ts";
import { allowedRanges } from "../src/outbound/address.ts";
import { createOutbound } from "../src/outbound/outbound.ts";
import { createResolve } from "../src/outbound/resolve.ts";
import type { Caller } from "../src/ports/caller.ts";
import { createFigures } from "../src/ports/figures.ts";
import type { JsonObject, RecordKind } from "../src/ports/records.ts";
import type { WebhookView } from "../src/ports/webhooks.ts";
import { openSqliteStore, type SqliteStore } from "../src/store/sqlite-store.ts";
import { type RunningWebhooks, startWebhooks } from "../src/webhook/start-webhooks.ts";
import { alarm, operator, until } from "./http-fixture.ts";
import { ALL } from "./webhook-fixture.ts";
import { accept, openReceiver, type Receiver, status } from "./webhook-receiver.ts";

const tenant = tenantId("t");
const who: Caller = {
  ...{ tenant, actor: "key:k", name: "k", role: "platform", scope: {}, scopes: null, by: "key" },
  ...{ credential: "k", factorAt: null },
};
const hints = createFeedHints(() => {});

/** Time runs this much faster, so that days take a moment; 1 where what matters is real time. */
let speed = 200;
let started = Date.now();
const clock = (): Instant => Math.round(started + (Date.now() - started) * speed) as Instant;
const at = () => ({ now: clock(), source: "", requestId: "r" });

let folder: string;
let receiver: Receiver;
let ports: SqliteStore;
let running: RunningWebhooks;
const log: string[] = [];

const open = async ({ changes = 10_000, pendingMax = 1_000 } = {}): Promise<void> => {
  ports = await openSqliteStore({
    file: join(folder, "hub.db"),
    ...{ changes, undecodable: 10, auditKey: new Uint8Array(32) },
  });
  const { store, access, webhooks } = ports;
  running = await startWebhooks({
    ...{ store, access, webhooks, hints, clock, pendingMax },
    outbound: createOutbound(allowedRanges("127.0.0.1"), createResolve()),
    seals: createSeals(createKeyRing(new Uint8Array(32))),
    rights: async () => ({ scope: {}, isPersonal: false }),
    sightOf: (of, scope) => createTenantView(store, { tenant: of, scope, by: "key", scopes: [] }),
    source: { platformCode: "JJLY01", home: tenant, utcOffsetMinutes: 480, cursorOf: String },
    ...{ figures: createFigures(), mapper: {} as never, findings: () => [] },
    timer: (run, ms) => {
      const timeout = setTimeout(run, ms / speed);
      return () => clearTimeout(timeout);
    },
    log: (line) => void log.push(line),
  });
};
const close = async (): Promise<void> => {
  await running.close();
  await ports.store.close();
};
const start = async (options: Parameters<typeof open>[0] & { readonly speed?: number } = {}): Promise<void> => {
  speed = options.speed ?? 200;
  started = Date.now();
  await open(options);
};

beforeEach(async () => {
  log.length = 0;
  folder = mkdtempSync(join(tmpdir(), "dianan-webhook-"));
  receiver = await openReceiver();
});
afterEach(async () => {
  await close();
  await receiver.close();
  rmSync(folder, { recursive: true, force: true });
});

const put = async (kind: RecordKind, body: JsonObject & { readonly id: string }): Promise<void> => {
  const { id, ...set } = body;
  const write = { kind: "put", record: kind, id, set, at: clock(), how: "replace" } as const;
  hints.hint((await ports.store.commit({ tenant, writes: [write] })).head);
};
const subscribe = async (url = receiver.url): Promise<string> => {
  const made = await running.webhooks.add(
    who,
    { url, eventTypes: ALL, unitIds: [], description: null, mapping: null },
    at(),
  );
  if ("fault" in made) throw new Error(JSON.stringify(made));
  return made.view.id;
};
const view = async (id: string): Promise<WebhookView> => {
  const found = await running.webhooks.find(who, id);
  if (found === null) throw new Error("no webhook");
  return found;
};
const isState = (id: string, state: WebhookView["state"], ms?: number): Promise<WebhookView> =>
  until(
    () => view(id),
    (now) => now.state === state,
    ms,
  );
const isEmpty = (id: string, ms = 15_000): Promise<WebhookView> =>
  until(
    () => view(id),
    ({ figures }) => figures.pending === 0,
    ms,
  );
test("SEC-OUT-05: over failures, a restart and changes meanwhile no event is lost, doubled or under another id", async () => {
  await start();
  const id = await subscribe();
  await isState(id, "active");
  let failures = 9;
  receiver.answer = (request, response) => (failures-- > 0 ? status(503) : accept)(request, response);
  for (let n = 0; n < 40; n += 1) await put("operator", { ...operator, id: `o-${n}` });
  await until(
    () => view(id),
    ({ figures }) => figures.fails >= 3,
  );
  await close();
  await open();
  for (let n = 0; n < 10; n += 1) await put("alarm", { ...alarm, id: `a-${n}` });
  await until(
    () => receiver.events().length,
    (count) => count >= 59,
    15_000,
  );
  await isEmpty(id);
  const taken = receiver.events().slice(9);
  expect(taken.length).toBe(50);
  expect(new Set(taken.map(({ subject, type }) => `${type} ${subject}`)).size).toBe(50);
  // What failed came again under the id that it had.
  expect(receiver.events().length).toBe(59);
  expect(new Set(receiver.events().map(({ id: eventId }) => eventId)).size).toBe(50);
  expect(log.filter((line) => line.includes("HTTP 503")).length).toBe(1);
}, 30_000);

test("SEC-OUT-05: a receiver that is away is tried by one event, after 1, 2, 4, 8, 15 s and so on up to five minutes", async () => {
  await start();
  const id = await subscribe();
  await isState(id, "active");
  receiver.answer = status(500);
  const from = receiver.all.length;
  await put("alarm", { ...alarm, id: "a-0" });
  const tries = (): number => receiver.all.length - from;
  // What is under way when the first one fails is tried too: the others come after it.
  await until(tries, (count) => count >= 1);
  for (let n = 1; n < 20; n += 1) await put("alarm", { ...alarm, id: `a-${n}` });
  await until(tries, (count) => count >= 11, 25_000);
  const gaps = receiver.all.slice(from + 1, from + 11).map(({ at: then }, n) => {
    const before = receiver.all[from + n]?.at ?? 0;
    return ((then - before) * speed) / 1000;
  });
  for (const [n, least] of [1, 2, 4, 8, 15, 30, 60, 120, 240, 300].entries())
    expect(gaps[n], `gap ${n}`).toBeGreaterThan(least * 0.88);
  expect((await view(id)).figures.pending).toBe(20);
}, 40_000);

test("SEC-OUT-05: three days without one success end it; nothing is given up, and going on delivers it all", async () => {
  await start({ speed: 40_000 });
  const id = await subscribe();
  await isState(id, "active");
  receiver.answer = status(500);
  await put("alarm", alarm);
  const ended = await isState(id, "disabled", 30_000);
  expect(ended).toMatchObject({ disabledBecause: "failing", figures: { pending: 1 } });
  expect(log.some((line) => line.includes("stopped (failing)"))).toBe(true);
  const tried = receiver.all.length;
  await put("alarm", { ...alarm, id: "al-2" });
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(receiver.all.length).toBe(tried);
  receiver.answer = accept;
  const changed = await running.webhooks.change(who, id, ended.version, { isDisabled: false }, at());
  expect(changed).toMatchObject({ view: { state: "active" } });
  await until(
    () => new Set(receiver.all.slice(tried).map(({ subject }) => subject)),
    (told) => told.has(alarm.id) && told.has("al-2"),
  );
}, 40_000);

test("SEC-OUT-05: an event that is always refused does not hold up the others, and is given up in the end", async () => {
  await start({ speed: 40_000 });
  const id = await subscribe();
  await isState(id, "active");
  receiver.answer = (request, response) => (request.subject === "bad" ? status(422) : accept)(request, response);
  await put("operator", { ...operator, id: "bad" });
  let n = 0;
  const deadline = Date.now() + 30_000;
  for (;;) {
    n += 1;
    await put("operator", { ...operator, id: `good-${n}` });
    const [bad] = await running.webhooks
      .deliveries(who, id, { state: "failed", from: null, to: null, before: null, limit: 10 })
      .then((rows) => rows ?? []);
    if (bad?.subject === "bad") {
      expect(bad).toMatchObject({ lastStatus: 422 });
      expect(bad.attempts).toBeGreaterThanOrEqual(30);
      break;
    }
    if (Date.now() > deadline) throw new Error("never given up");
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
  const good = () => receiver.events().filter(({ subject }) => subject?.startsWith("good-") === true);
  await until(
    () => good().length,
    (count) => count >= n,
  );
  await isEmpty(id);
  expect(good().length).toBe(n);
}, 40_000);

test("SEC-OUT-05: a receiver that never answers costs the others nothing, and gets one request at a time", async () => {
  await start({ speed: 1 });
  const dead = await openReceiver();
  const deadId = await subscribe(dead.url);
  const id = await subscribe();
  await Promise.all([isState(deadId, "active"), isState(id, "active")]);
  dead.answer = () => {};
  await put("alarm", { ...alarm, id: "first" });
  await until(
    () => dead.events().length,
    (count) => count === 1,
  );
  const from = performance.now();
  for (let n = 0; n < 50; n += 1) await put("alarm", { ...alarm, id: `a-${n}` });
  await until(
    () => receiver.events().length,
    (count) => count === 51,
  );
  expect(performance.now() - from).toBeLessThan(4_000);
  // It had answered the test, so it may have as many under way as it had answers, and no more.
  expect(dead.events().length).toBeLessThanOrEqual(2);
  await dead.close();
}, 30_000);

test("SEC-OUT-05: too many waiting: the oldest changes are given up and counted, alarms never, and they go first", async () => {
  await start({ pendingMax: 60, speed: 20 });
  const id = await subscribe();
  await isState(id, "active");
  receiver.answer = status(500);
  for (let n = 0; n < 30; n += 1) await put("alarm", { ...alarm, id: `a-${n}` });
  for (let n = 0; n < 200; n += 1) await put("operator", { ...operator, id: `o-${n}` });
  await until(
    () => view(id),
    ({ figures }) => figures.dropped >= 170,
    20_000,
  );
  expect((await view(id)).figures).toMatchObject({ pending: 60, dropped: 170 });
  const from = receiver.all.length;
  receiver.answer = accept;
  await isEmpty(id);
  const subjects = receiver.all.slice(from).map(({ subject }) => subject ?? "");
  expect(subjects.filter((one) => one.startsWith("a-")).length).toBe(30);
  expect(subjects.slice(0, 25).every((one) => one.startsWith("a-"))).toBe(true);
  expect(subjects.filter((one) => one.startsWith("o-")).sort()).toEqual(
    Array.from({ length: 30 }, (_, n) => `o-${170 + n}`).sort(),
  );
  const failed = await running.webhooks.deliveries(who, id, {
    ...{ state: "failed", from: null, to: null, before: null, limit: 500 },
  });
  expect(failed?.length).toBe(170);
  expect(failed?.every(({ lastError }) => lastError === "dropped")).toBe(true);
}, 40_000);

test("SEC-OUT-05: stopped for longer than changes are kept, it gets every alarm of the meantime", async () => {
  await start({ changes: 20, speed: 20 });
  const id = await subscribe();
  const { version } = await isState(id, "active");
  await put("alarm", { ...alarm, id: "before" });
  await until(
    () => receiver.events().length,
    (count) => count === 1,
  );
  await isEmpty(id);
  await running.webhooks.change(who, id, version, { isDisabled: true }, at());
  for (let n = 0; n < 5; n += 1) await put("alarm", { ...alarm, id: `a-${n}` });
  await put("alarm", { ...alarm, id: "before", description: "再次" });
  for (let n = 0; n < 80; n += 1) await put("operator", { ...operator, id: `o-${n}` });
  const from = receiver.events().length;
  await running.webhooks.change(who, id, version + 1, { isDisabled: false }, at());
  await until(
    () => receiver.events().slice(from).length,
    (count) => count >= 26,
  );
  await isEmpty(id);
  const told = receiver
    .events()
    .slice(from)
    .map(({ type, subject }) => `${type.slice(11)} ${subject}`);
  const alarms = told.filter((one) => one.startsWith("alarm"));
  expect(alarms.sort()).toEqual([
    "alarm.changed before",
    ...Array.from({ length: 5 }, (_, n) => `alarm.raised a-${n}`),
  ]);
  expect(log.some((line) => line.includes("away for longer"))).toBe(true);
}, 30_000);
