import type { Instant, TenantId } from "@dianan/model";
import { packReadings } from "./pack-readings.ts";
import type { AccessStore } from "./ports/access-store.ts";
import type { LatencyTrace } from "./ports/latency.ts";
import type { ReadingUpkeep } from "./ports/readings.ts";
import type { Round } from "./rounds.ts";

const TICK_MS = 1_000;
/** How often it is looked whether readings are due to be packed. */
const PACK_MS = 5_000;
/** How often expired sessions, tokens and nonces are removed. */
const SWEEP_MS = 60_000;
/** How often bytes of files that are gone are removed: each old one is looked up. */
const FILE_SWEEP_MS = 10 * 60_000;
/** How often it is looked at which other platforms have fallen silent, and whether what is owed gets through. */
const WATCH_MS = 60_000;
/** How often it is looked what connected platforms are owed and what is to be read from them. */
const EXCHANGE_MS = 1_000;

type Ticking = { tick(): unknown };

/** The parts of a hub that do something again and again. */
export type RoundParts = {
  readonly tenants: Ticking;
  readonly commands: Ticking;
  readonly receive: Ticking;
  readonly tcec: Ticking;
  readonly door: { sweep(): void };
  readonly duty: { readonly watch: { tick(now: Instant): unknown } };
  readonly latency: { readonly trace: Pick<LatencyTrace, "flush"> };
  readonly readings: ReadingUpkeep;
  readonly access: Pick<AccessStore, "sweep">;
  readonly transfer: { sweep(): unknown };
  readonly reports: { tick(tenants: readonly TenantId[]): unknown };
  readonly sharing: { look(): unknown };
  readonly couriers: { look(): unknown };
  readonly tenantsNow: () => Promise<readonly TenantId[]>;
  /** Looks after the other platforms of every tenant. */ readonly watchParties: () => Promise<void>;
  readonly clock: () => Instant;
  readonly log: (line: string) => void;
};

/** What a hub does again and again while it runs, and who is told when it fails. */
export const hubRounds = (parts: RoundParts): readonly Round[] => {
  const {
    tenants,
    door,
    commands,
    receive,
    tcec,
    duty,
    latency,
    readings,
    access,
    transfer,
    reports,
    sharing,
    couriers,
  } = parts;
  const { clock, log } = parts;
  const telling =
    (words: (error: string) => string) =>
    (error: unknown): void =>
      log(words(String(error)));
  return [
    { everyMs: TICK_MS, run: () => tenants.tick() },
    { everyMs: TICK_MS, run: () => door.sweep() },
    { everyMs: TICK_MS, run: () => commands.tick() },
    { everyMs: TICK_MS, run: () => receive.tick() },
    { everyMs: TICK_MS, run: () => tcec.tick() },
    {
      everyMs: TICK_MS,
      run: () => duty.watch.tick(clock()),
      failed: telling((error) => `duty: ${error} 值守记录未能写入,将重试`),
    },
    { everyMs: TICK_MS, run: () => latency.trace.flush() },
    { everyMs: PACK_MS, run: () => packReadings(readings, clock) },
    { everyMs: SWEEP_MS, run: () => access.sweep(clock()) },
    { everyMs: FILE_SWEEP_MS, run: () => transfer.sweep() },
    {
      everyMs: EXCHANGE_MS,
      run: () => sharing.look(),
      failed: telling((error) => `exchange: ${error} 与互联平台的数据交换出错,将重试`),
    },
    { everyMs: WATCH_MS, run: () => parts.watchParties() },
    {
      everyMs: WATCH_MS,
      run: async () => reports.tick(await parts.tenantsNow()),
      failed: telling((error) => `reports: ${error} 定期报告未能生成,将重试`),
    },
    {
      everyMs: WATCH_MS,
      run: () => couriers.look(),
      failed: telling((error) => `couriers: ${error} 推送检查失败,将重试`),
    },
  ];
};
