import { createHmac } from "node:crypto";
import type { Instant } from "@dianan/model";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createKeyRing } from "../src/access/key-ring.ts";
import { openAudit, type RunningAudit } from "../src/audit/open-audit.ts";
import { createAuditSigner } from "../src/audit/signing.ts";
import { type AuditCheckpoint, parseAuditLine } from "../src/core/audit-lines.ts";
import { told } from "../src/ports/act.ts";
import { MINUTE, openAccess, tenant } from "./access-fixture.ts";

type Access = Awaited<ReturnType<typeof openAccess>>;

let world: Access;
let lines: AuditCheckpoint[];
let log: string[];
/** What the sink does with the next line. */ let isDiskFull: boolean;
let steady: number;
let audit: RunningAudit;

beforeEach(async () => {
  world = await openAccess();
  lines = [];
  log = [];
  isDiskFull = false;
  steady = 0;
  const key = createKeyRing(new Uint8Array(32).fill(3)).keyFor("audit");
  audit = openAudit({
    ...{ store: world.store, access: world.access, utcOffsetMinutes: 480, home: tenant },
    clock: () => world.clock.now as Instant,
    steady: () => steady,
    signer: createAuditSigner(new Uint8Array(32).fill(9)),
    hashOf: (text) => createHmac("sha256", key).update(text).digest("hex"),
    sink: {
      append: async (text) => {
        if (isDiskFull) throw new Error("no space left");
        const line = parseAuditLine(text);
        if (line?.kind === "checkpoint") lines.push(line);
      },
      newest: async () => new Map(lines.map((line) => [line.tenant, line])),
    },
    log: (line) => void log.push(line),
    tenantsNow: async () => [tenant],
  });
});
afterEach(async () => {
  await world.close();
  world.remove();
});

const pass = (ms: number): void => {
  world.clock.now += ms;
  steady += ms;
};
const act = (name = "test.act", result: "done" | "denied" = "done", count = 1) =>
  world.store.commit({
    tenant,
    writes: Array.from({ length: count }, () => told("nobody", name, "", result, world.at())),
  });
const rules = async () =>
  (await audit.alerts.list(tenant, { after: null, from: null, to: null, limit: 100 })).items.map(({ rule }) => rule);

test("SEC-AUD-04: an entry is signed when it is ten minutes old, or a thousand are there, and not before", async () => {
  await act();
  await audit.tick();
  pass(9 * MINUTE);
  await audit.tick();
  expect(lines).toEqual([]);
  pass(MINUTE);
  await audit.tick();
  expect(lines.map(({ sequence }) => sequence)).toEqual([1]);
  await act("test.act", "done", 999);
  await audit.tick();
  expect(lines).toHaveLength(1);
  await act();
  await audit.tick();
  expect(lines.map(({ sequence }) => sequence)).toEqual([1, 1001]);
});

test("SEC-AUD-04: where the file outside cannot be written, the database has the checkpoint, and the operator is told", async () => {
  isDiskFull = true;
  await act();
  pass(10 * MINUTE);
  await audit.tick();
  const { items } = await audit.books.checkpoints(tenant, { after: null, from: null, to: null, limit: 10 });
  expect(items.map(({ sequence }) => sequence)).toEqual([1]);
  expect(log.join("\n")).toContain("could not be written outside");
});

test("SEC-OPS-03, SEC-AUD-10: a clock that steps is an alert; one that only goes on, or a second off, is none", async () => {
  pass(5_000);
  await audit.tick();
  world.clock.now += 900;
  await audit.tick();
  expect(await rules()).toEqual([]);
  world.clock.now -= 3_600_000;
  await audit.tick();
  await audit.tick();
  expect(await rules()).toEqual(["clockStep"]);
});

test("SEC-AUD-10: history is no alert of today; what happens after the first look is", async () => {
  await act("session.signIn", "denied", 20);
  pass(120 * MINUTE);
  await audit.tick();
  expect(await rules()).toEqual([]);
  await act("session.signIn", "denied", 9);
  await audit.tick();
  expect(await rules()).toEqual([]);
  await act("session.signIn", "denied");
  await audit.tick();
  expect(await rules()).toEqual(["bruteForce"]);
});

test("SEC-AUD-04: a database that was put back behind a checkpoint outside of it is told at the start", async () => {
  await act();
  pass(10 * MINUTE);
  await audit.tick();
  await audit.compare();
  expect(await rules()).toEqual([]);
  const [point] = lines as [AuditCheckpoint];
  lines.push({ ...point, sequence: point.sequence + 5 });
  await audit.compare();
  // It is raised beside.
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(await rules()).toEqual(["chainBreak"]);
  expect(log.join("\n")).toContain("does not hold at entry 2 (gap)");
});
