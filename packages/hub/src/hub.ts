import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { type Instant, tenantId } from "@dianan/model";
import { createKeyRing } from "./access/key-ring.ts";
import { createSeals } from "./access/seal.ts";
import { settleData } from "./backup-data.ts";
import { openCentres } from "./centre/open-centres.ts";
import { openCommands } from "./command/open-commands.ts";
import type { HubConfig, RunningHub } from "./config.ts";
import { defaultDueDays } from "./core/alarm-life-state.ts";
import { createIdSupply } from "./core/uuid-v7.ts";
import { createDrivers } from "./drivers/drivers.ts";
import { createJsonDevices } from "./drivers/json-devices.ts";
import { allProfiles, profileProtocols } from "./drivers/profiles.ts";
import { issueFirstSecrets } from "./first-key.ts";
import { schemaFindings } from "./http/document-schemas.ts";
import { type HttpDoor, startHttp } from "./http/server.ts";
import { hubRounds } from "./hub-rounds.ts";
import { startEngine } from "./ingest/engine.ts";
import { createFeedHints } from "./ingest/feed-hints.ts";
import { createFrameTap } from "./ingest/frame-tap.ts";
import { openLimits } from "./limits.ts";
import { createMapDesk } from "./map/map-desk.ts";
import { createMapper } from "./mapping/mapper.ts";
import { connectReports, openDesk } from "./open-desk.ts";
import { openDeviceDoors } from "./open-device-doors.ts";
import { openFiles } from "./open-files.ts";
import { openPeople } from "./open-people.ts";
import { openReceivers } from "./open-receivers.ts";
import { openStore } from "./open-store.ts";
import { openTcecPartners } from "./open-tcec.ts";
import { backUpBeforeMigration, openUpkeep } from "./open-upkeep.ts";
import { openWebhooks } from "./open-webhooks.ts";
import { allowedRanges } from "./outbound/address.ts";
import { createOutbound } from "./outbound/outbound.ts";
import { createResolve } from "./outbound/resolve.ts";
import { portTaken } from "./port-taken.ts";
import { createFigures } from "./ports/figures.ts";
import type { ProtocolDriver } from "./ports/protocol.ts";
import type { TrustLevel } from "./ports/tenants.ts";
import { JSON_PROTOCOL } from "./ports/uplink.ts";
import { createRegistry } from "./registry/open-registry.ts";
import { startRounds } from "./rounds.ts";
import { startAudit } from "./run-audit.ts";
import { openSharing } from "./share/open-sharing.ts";
import { startKey } from "./start-key.ts";
import { createTenants } from "./tenants.ts";
import { numbersOf, version } from "./version.ts";
import { within } from "./within.ts";

/** What a hub takes from its surroundings; each has a default. */
export type HubSurroundings = {
  /** One line for the operator; default standard error. Never holds a secret or personal data. */
  readonly log?: (line: string) => void;
};

/** One organisation per hub; the tables can hold more. */
const TENANT = tenantId("main");
/** What is under way when the hub closes may take this long. */
const DRAIN_MS = 6_000;

/**
 * Starts a hub: store, engine, device door, HTTP door, courier.
 *
 * @throws PortTakenError (`port-taken`), StoreError (`failed`) when the database cannot be opened, TypeError for a city
 *   address that is no http address or an allowed range that is none; what was opened is closed again
 */
export const startHub = async (
  config: HubConfig,
  { log = (line) => console.error(line) }: HubSurroundings = {},
): Promise<RunningHub> => {
  const resolve = createResolve();
  const outbound = createOutbound(allowedRanges(config.outboundAllow ?? ""), resolve);
  /** Ends what waits for another platform. */ const hangUp = new AbortController();
  const clock = (): Instant => Date.now() as Instant;
  const nextId = createIdSupply(clock, (bytes) => crypto.getRandomValues(bytes));
  const figures = createFigures();
  const hints = createFeedHints(log);
  const tap = createFrameTap(log);
  /** What to close when a later part does not start, last first. */ const opened: (() => Promise<void>)[] = [];
  const closeAll = async (): Promise<void> => {
    for (const close of opened.reverse()) await close();
  };

  try {
    // It holds personal data: for this user only.
    mkdirSync(config.dataDir, { recursive: true, mode: 0o700 });
    settleData(config.dataDir);
    const ring = createKeyRing(startKey(config.dataDir, config.masterKey ?? ""));
    await backUpBeforeMigration(config, ring, log);
    const { opening, store, latency, jobEvents, watched } = await openStore(config, ring, { figures, clock });
    const { outbox, access } = opening;
    opened.push(() => store.close());
    const audit = await startAudit(config, { store, access, ring, tenant: TENANT, clock, log });
    opened.push(() => audit.close());
    const seals = createSeals(ring);
    const { platformCode, utcOffsetMinutes, expectedPeriodMs, linkGraceMs, timedOutAfterMs } = config;
    const limitBook = await openLimits(config.limits, { store, access, tenant: TENANT, figures });
    const limits = limitBook.now();
    const trusted = createOutbound({ isEmpty: false, holds: () => true }, resolve);
    const mapper = createMapper();
    opened.push(() => mapper.close());
    const centres = openCentres({
      ...{ store, access, outbox, queues: opening.webhooks, outbound, hints, clock, utcOffsetMinutes, log },
      ...{ platformName: config.platformName, version: numbersOf(version) },
    });
    const sharing = await openSharing(
      {
        ...{ centres, store, access, outbox, seals, hints, outbound, trusted, mapper, clock, utcOffsetMinutes, log },
        findings: schemaFindings,
        intakeOf: (tenant) => tenants.intakeOf(tenant),
        links: { linked: (of) => links.linked(of), key: (of, party) => links.key(of, party) },
      },
      TENANT,
      config.city,
    );
    const persons = await openPeople(config, {
      ...{ store, access, seals, outbound, tenant: TENANT, clock, signal: hangUp.signal },
    });
    const { deps: accessDeps, people, machines, book, parties, connections, links } = persons;
    const engineDeps = {
      ...{ platformCode, utcOffsetMinutes, expectedPeriodMs, linkGraceMs, timedOutAfterMs, limits, store, hints },
      ...{ clock, nextId, log, dueDays: config.dueDays ?? defaultDueDays },
      settings: access,
      drivers: createDrivers(utcOffsetMinutes, config.profilesFolder),
      profileProtocols,
    };
    const leastTrust = (): TrustLevel => book.leastTrust(TENANT);
    const engine = await startEngine({ ...engineDeps, tenant: TENANT, figures, tap, leastTrust });
    const commands = await openCommands({
      ...{ tenant: TENANT, store, access, tap, clock, nextId, log },
      ...{ downlink: engine.downlink, answerMs: config.commandAnswerMs ?? null, ending: hangUp.signal },
      drivers: new Map<string, Pick<ProtocolDriver, "id" | "commands" | "trust">>(engineDeps.drivers).set(
        JSON_PROTOCOL,
        createJsonDevices(utcOffsetMinutes),
      ),
    });
    const tenants = createTenants(TENANT, engine, async (tenant) =>
      // Nothing of another tenant comes to the device door: its figures are not this hub's.
      startEngine({
        ...engineDeps,
        tenant,
        platformCode: (await book.platformCode(tenant)) ?? platformCode,
        figures: createFigures(),
      }),
    );
    opened.push(() => within(DRAIN_MS, engine.finish()));
    const receive = openReceivers({
      ...{ store, access, seals, outbound, mapper, clock, log },
      ...{ drivers: engineDeps.drivers, uplinkOf: tenants.uplinkOf },
    });
    const allTenants = async () => [...new Set([TENANT, ...(await access.tenants()).map(({ tenant }) => tenant)])];
    const known = await allTenants();
    const registry = createRegistry({ store, access });
    const tcec = await openTcecPartners(
      {
        ...{ store, access, seals, outbound, clock, nextId, log, platformCode, utcOffsetMinutes },
        ...{ intakeOf: tenants.intakeOf, pendingMax: limits.webhookPending },
      },
      known,
    );
    watched.connect(tcec.committed);
    opened.push(() => within(DRAIN_MS, tcec.close()));
    const { transfer, reports } = openFiles(join(config.dataDir, "files"), {
      ...{ store, access, registry, intakeOf: tenants.intakeOf, platformCode, utcOffsetMinutes, clock, nextId, log },
      notices: opening.notices,
    });
    opened.push(
      () => transfer.close(),
      () => reports.close(),
    );

    const webhooks = await openWebhooks({
      ...{ store, access, webhooks: opening.webhooks, outbound, mapper, hints, clock, figures, log, seals, machines },
      ...{ people: people.people, parties, tenants: book, tenant: TENANT, platformCode, utcOffsetMinutes },
      pendingMax: limits.webhookPending,
    });
    jobEvents.connect(webhooks.webhooks);
    opened.push(() => webhooks.close());

    const { door, gb26875Port, doorPorts } = await openDeviceDoors(config, {
      ...{ keys: machines.devices, store, tenant: TENANT, figures, limits, clock, log, platformCode },
      ...{ utcOffsetMinutes, uplinkOf: tenants.uplinkOf, commands: commands.devices, engine },
    });
    opened.push(() => door.close());

    const { duty, notify, couriers } = openDesk({
      ...{ store, seals, outbound, hints, ring, clock, utcOffsetMinutes, figures, log, people: people.people },
      ...{
        opening,
        intakeOf: tenants.intakeOf,
        publicUrl: config.publicUrl ?? "",
        alerts: audit.alerts,
        tenant: TENANT,
      },
      debt: async (tenant, id) => centres.debt(tenant, id, await outbox.debt(tenant, id)),
    });
    opened.push(() => within(DRAIN_MS, notify.close()));
    connectReports(reports, { notify, people, publicUrl: config.publicUrl ?? "" });
    const upkeep = openUpkeep(config, {
      ...{ store, access, ring, tenant: TENANT, clock, log, troublesElsewhere: couriers.troubles },
      ...audit,
      ...{ figures, expiry: opening.expiry },
    });
    opened.push(() => within(DRAIN_MS, upkeep.close()));
    const http: HttpDoor = await startHttp(
      {
        ...{ tenant: TENANT, platformCode, platformName: config.platformName, publicUrl: config.publicUrl ?? "" },
        ...{ store, access: people, accessStore: access, machines, parties, connections },
        ...{ audit: audit.books, securityAlerts: audit.alerts },
        ...{ registry, tenants: book, transfer, reportDesk: reports.desk },
        ...{ upkeep: upkeep.upkeep, webhooks: webhooks.webhooks, notifications: notify.notifications },
        ...{ duty, latency: latency.trace },
        ...{ commands, seals: accessDeps.seals },
        ...{ intakeOf: tenants.intakeOf, uplinkOf: tenants.uplinkOf },
        ...{ receivers: receive.receivers, pushDoor: receive.pushDoor },
        tcec,
        ...{ hints, tap, clock, utcOffsetMinutes, figures: figures.snapshot },
        ...{ sharing: sharing.sharing, reconciliations: sharing.reconciliations, exchanges: sharing.exchanges },
        ...{ limits: limitBook, map: createMapDesk({ store, access, outbound }) },
        ...{ consoleDir: config.consoleDir, checkAnswers: config.checkAnswers ?? false, profiles: allProfiles, log },
      },
      { host: config.httpHost, port: config.httpPort },
    ).catch(portTaken(config.httpPort, "httpPort"));
    opened.push(() => http.close());

    const first = await issueFirstSecrets(accessDeps, people, machines, TENANT, clock(), config.newKey ?? false);
    await sharing.start();
    opened.push(() => sharing.close());
    await transfer.resume(known);
    await reports.resume(known);
    await tenants.wake(store, known);
    await receive.resume(known);
    tcec.start();
    const stopRounds = startRounds(
      hubRounds({
        ...{ tenants, door, commands, receive, tcec, duty, latency, access },
        ...{ transfer, reports, sharing, couriers, clock, log },
        readings: opening.readings,
        tenantsNow: allTenants,
        watchParties: async () => {
          for (const tenant of await allTenants()) {
            await parties.watch(tenant, clock());
            await connections.keep(tenant, { platformCode, name: config.platformName }, clock());
          }
        },
      }),
    );

    let closing: Promise<void> | null = null;
    const close = async (): Promise<void> => {
      stopRounds();
      hangUp.abort();
      // No new frame; what was taken is committed and confirmed; then everything that writes ends before the store does.
      door.stop();
      await Promise.all([
        within(DRAIN_MS, tenants.finish()).then(() => door.close()),
        http.close(),
        webhooks.close(),
        within(DRAIN_MS, notify.close()),
        sharing.close(),
        ...[transfer, reports].map((one) => within(DRAIN_MS, one.close())),
        within(DRAIN_MS, upkeep.close()),
      ]);
      await within(DRAIN_MS, receive.idle());
      await within(DRAIN_MS, tcec.close());
      await within(DRAIN_MS, commands.idle());
      await mapper.close();
      await audit.close();
      await store.close();
    };
    return {
      httpUrl: http.url,
      httpPort: http.port,
      gb26875Port,
      doorPorts,
      firstKey: first.key,
      signInCode: first.lookCode,
      setupCode: first.setupCode,
      close: () => {
        closing ??= close();
        return closing;
      },
    };
  } catch (error) {
    await closeAll();
    throw error;
  }
};
