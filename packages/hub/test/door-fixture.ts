import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Instant, tenantId } from "@dianan/model";
import { createKeyRing } from "../src/access/key-ring.ts";
import { createAccess } from "../src/access/open-access.ts";
import { createParties } from "../src/access/parties.ts";
import { createPasswordHashes } from "../src/access/password-hash.ts";
import { createSeals } from "../src/access/seal.ts";
import { openTenantBook } from "../src/access/tenant-book.ts";
import { openCommands } from "../src/command/open-commands.ts";
import { defaultLimits } from "../src/config.ts";
import { defaultDueDays } from "../src/core/alarm-life-state.ts";
import { createIdSupply } from "../src/core/uuid-v7.ts";
import { createDrivers } from "../src/drivers/drivers.ts";
import { allProfiles, profileProtocols } from "../src/drivers/profiles.ts";
import type { HttpDeps } from "../src/http/http-deps.ts";
import { type Engine, startEngine } from "../src/ingest/engine.ts";
import { createFeedHints } from "../src/ingest/feed-hints.ts";
import { createFrameTap } from "../src/ingest/frame-tap.ts";
import { openLimits } from "../src/limits.ts";
import { openFiles } from "../src/open-files.ts";
import { openReceivers } from "../src/open-receivers.ts";
import { openTcecPartners } from "../src/open-tcec.ts";
import type { Scope } from "../src/ports/caller.ts";
import { createFigures } from "../src/ports/figures.ts";
import { createRegistry } from "../src/registry/open-registry.ts";
import { roleRules } from "../src/role-rules.ts";
import { openSqliteStore } from "../src/store/sqlite-store.ts";

/** What the HTTP door needs, on a real store and engine, with no door for devices. */
export type DoorDeps = {
  readonly deps: HttpDeps;
  /** Makes an API key: of a platform for the whole tenant, unless it is said otherwise. */
  addKey(grant?: {
    readonly role?: string;
    readonly scope?: Scope;
    readonly scopes?: readonly string[];
    readonly expiresAt?: number;
  }): Promise<string>;
  /** Where its data are. */ readonly folder: string;
  readonly notices: Awaited<ReturnType<typeof openSqliteStore>>["notices"];
  /** Removes the bytes of files that have expired. */ sweep(): Promise<void>;
  /** A link of a device. */ readonly accept: ReturnType<Engine["doorOf"]>;
  /** Resolves when what devices sent is stored. */ idle(): Promise<void>;
  /** A second has passed for the engine. */ tick(): void;
  /** Closes the store and removes it. */ end(): Promise<void>;
};

/** No destinations: the door alone is tried. */
const noSharing = { list: async () => [], find: async () => null } as unknown as HttpDeps["sharing"];

export const openDoorDeps = async (): Promise<DoorDeps> => {
  const tenant = tenantId("t");
  const folder = mkdtempSync(join(tmpdir(), "dianan-door-"));
  const { store, access, notices } = await openSqliteStore({
    file: join(folder, "hub.sqlite"),
    changes: 1_000,
    undecodable: 10,
    auditKey: new Uint8Array(32),
  });
  const seals = createSeals(createKeyRing(new Uint8Array(32)));
  const accessDeps = {
    store,
    access,
    hashes: createPasswordHashes({ n: 8, r: 8, p: 1 }),
    seals,
    roles: roleRules,
    policy: "default",
    issuer: "DianAn",
  } as const;
  const { engine, machines } = createAccess(accessDeps, { domain: "localhost", origins: [] });
  const clock = (): Instant => Date.now() as Instant;
  const hints = createFeedHints(() => {});
  const tap = createFrameTap(() => {});
  const running = await startEngine({
    tenant,
    platformCode: "JJLY01",
    utcOffsetMinutes: 480,
    expectedPeriodMs: 300_000,
    linkGraceMs: 60_000,
    dueDays: defaultDueDays,
    limits: defaultLimits,
    store,
    settings: access,
    drivers: createDrivers(480),
    profileProtocols,
    hints,
    tap,
    figures: createFigures(),
    clock,
    nextId: createIdSupply(clock, (bytes) => crypto.getRandomValues(bytes)),
    log: () => {},
  });
  const receive = openReceivers({
    ...{ store, access, seals, clock, log: () => {} },
    drivers: createDrivers(480),
    outbound: {} as never,
    mapper: {} as never,
    uplinkOf: async () => running.uplink,
  });
  const tcec = await openTcecPartners(
    {
      ...{ store, access, seals, clock, log: () => {}, platformCode: "JJLY01", utcOffsetMinutes: 480 },
      ...{ outbound: {} as never, intakeOf: async () => running.intake, nextId: () => crypto.randomUUID() },
      pendingMax: 1_000,
    },
    [tenant],
  );
  const registry = createRegistry({ store, access });
  const { transfer, reports } = openFiles(join(folder, "files"), {
    ...{ store, access, notices, registry, clock, platformCode: "JJLY01", utcOffsetMinutes: 480, log: () => {} },
    intakeOf: async () => running.intake,
    nextId: createIdSupply(clock, (bytes) => crypto.getRandomValues(bytes)),
  });
  return {
    folder,
    notices,
    sweep: transfer.sweep,
    tick: running.tick,
    deps: {
      tenant,
      transfer,
      platformCode: "JJLY01",
      platformName: "测试平台",
      publicUrl: "",
      store,
      ...{ sharing: noSharing, profiles: allProfiles },
      reconciliations: {} as never,
      map: {} as never,
      access: engine,
      accessStore: access,
      // Those that use this door do not audit.
      audit: {} as never,
      securityAlerts: {} as never,
      machines,
      parties: createParties(accessDeps, { read: async () => ({ ok: false, error: "peer-unreachable" }) }),
      // Those that use this door connect to nobody.
      connections: {} as never,
      exchanges: { keep: async () => {}, destinationId: async () => null, pullState: async () => null },
      registry,
      tenants: await openTenantBook(
        { store, access, people: engine.people },
        { id: tenant, name: "测试平台", platformCode: "JJLY01" },
        clock(),
      ),
      reportDesk: reports.desk,
      upkeep: {} as never,
      // Those that use this door ask for no webhook.
      webhooks: {} as never,
      notifications: {} as never,
      duty: {} as never,
      latency: { pushed: () => {}, shown: () => {}, flush: async () => {} },
      commands: await openCommands({
        ...{ tenant, store, access, tap, clock, answerMs: null, log: () => {}, downlink: running.downlink },
        ...{ drivers: createDrivers(480), nextId: createIdSupply(clock, (bytes) => crypto.getRandomValues(bytes)) },
      }),
      seals,
      intakeOf: async () => running.intake,
      uplinkOf: async () => running.uplink,
      ...{ receivers: receive.receivers, pushDoor: receive.pushDoor, tcec },
      limits: await openLimits(defaultLimits, { store, access, tenant, figures: createFigures() }),
      hints,
      tap,
      figures: () => ({ framesTotal: 3, openConnections: 1 }),
      clock,
      utcOffsetMinutes: 480,
      consoleDir: null,
      log: () => {},
    },
    addKey: async ({
      role = "platform",
      scope = {},
      scopes = null as readonly string[] | null,
      expiresAt = Date.now() + 1e9,
    } = {}) => {
      const grant = { name: "test", role, scope, scopes, expiresAt: expiresAt as Instant };
      const at = { now: Date.now() as Instant, source: "", requestId: "r" };
      return (await machines.keys.add("hub", tenant, grant, at)).secret;
    },
    accept: running.doorOf("gb26875"),
    idle: running.idle,
    end: async () => {
      await transfer.close();
      await running.idle();
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
