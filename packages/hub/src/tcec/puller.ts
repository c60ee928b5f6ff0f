import type { Instant, TenantId } from "@dianan/model";
import {
  readTcecStationPage,
  readTcecStationStatuses,
  type TcecConnectorStatus,
  type TcecMembers,
  type TcecStation,
  tcecBusinessTime,
} from "@dianan/sharing";
import { nextAttemptAt } from "../core/backoff.ts";
import type { TcecPullView } from "../ports/tcec.ts";
import { isAsked, type PartnerBook } from "./partner-book.ts";
import type { PartnerClient } from "./partner-client.ts";
import type { PartnerItem } from "./partner-item.ts";
import type { RunningCharges } from "./running-charges.ts";
import type { TcecDeps } from "./tcec-deps.ts";
import { idOf, type TheirPlaces } from "./their-places.ts";
import type { createTheirStates } from "./their-states.ts";
import type { createTheirStations } from "./their-stations.ts";

const PAGE_SIZE = 50;
/** Stations of one question for states (T/CEC 102.2: at most 50). */
const STATUS_MAX = 50;
/** A partner's clock may be behind ours by so much, and a change be written late. */
const OVERLAP_MS = 10 * 60_000;
const PAGES_MAX = 10_000;
const FAULTS_MAX = 20;
const MINUTE_MS = 60_000;

/** How far a partner was asked, as it is kept. */
type Kept = TcecPullView & { readonly lastQueryAt: number | null };

/** Asks partners for stations and states (拉取), one partner at a time for itself. */
export type Puller = {
  /** All of it, not only what has changed. */ now(item: PartnerItem): void;
  /** Soon, what has changed. */ soon(item: PartnerItem): void;
  /** It was changed: it is looked up anew when it is due. */ again(partnerId: string): void;
  tick(): void;
  last(tenant: TenantId, partnerId: string): Promise<TcecPullView | null>;
  idle(): Promise<void>;
};

/** The partner did not answer as it should: in words for its record. */
class PullError extends Error {}

export const createPuller = (
  deps: TcecDeps,
  book: PartnerBook,
  client: PartnerClient,
  places: TheirPlaces,
  stations: ReturnType<typeof createTheirStations>,
  states: ReturnType<typeof createTheirStates>,
  charges: RunningCharges,
  inTurn: <T>(partnerId: string, work: () => Promise<T>) => Promise<T>,
  stop: AbortSignal,
): Puller => {
  const running = new Map<string, Promise<void>>();
  /** When each is next asked; absent: it is looked up. */ const nextAt = new Map<string, number>();
  const fails = new Map<string, number>();
  /** When it was last asked ahead of its time: a partner must not make us ask without end. */
  const soonAt = new Map<string, number>();
  /** To be asked for everything. */ const whole = new Set<string>();

  const keptOf = async (tenant: TenantId, id: string): Promise<Kept | null> =>
    ((await deps.access.item(tenant, "tcecPull", `${id}/state`))?.body as Kept | undefined) ?? null;
  const keep = async (item: PartnerItem, kept: Kept): Promise<void> => {
    // It was removed while it was asked.
    if (book.find(item.id) === null) return;
    await deps.store.commit({
      tenant: item.tenant,
      writes: [
        {
          kind: "item",
          item: { kind: "tcecPull", id: `${item.id}/state`, body: { ...kept }, lookup: null, expiresAt: null },
          ifVersion: null,
        },
      ],
    });
  };

  const ask = async (item: PartnerItem, name: string, data: TcecMembers): Promise<TcecMembers> => {
    const outcome = await client.call(item, name, data, stop);
    if (outcome.kind === "ok") return outcome.data;
    const why = outcome.kind === "ret" ? `Ret ${outcome.ret} ${outcome.message}` : outcome.kind;
    throw new PullError(`${name}: ${outcome.kind === "fault" ? outcome.why : why}`.slice(0, 200));
  };
  const statesOf = async (item: PartnerItem, ids: readonly string[]): Promise<readonly TcecConnectorStatus[]> => {
    if (ids.length === 0) return [];
    const read = readTcecStationStatuses(
      await ask(item, "query_station_status", { StationIDs: ids }),
      item.body.switches.numbers,
    );
    if (!read.ok) throw new PullError(`query_station_status: ${read.error[0]?.path ?? ""}`);
    return read.value;
  };

  /** Stations that we have of it, by its own ids, without those just pulled. */
  const knownIds = async (item: PartnerItem, seen: ReadonlySet<string>): Promise<readonly string[]> => {
    const prefix = idOf(item, "");
    const found: string[] = [];
    let after = "";
    for (;;) {
      const some = await deps.store.chargingUnits(item.tenant, after, 500);
      for (const id of some)
        if (id.startsWith(prefix) && !seen.has(id.slice(prefix.length)) && (await places.isTheirs(item, "unit", id)))
          found.push(id.slice(prefix.length));
      after = some.at(-1) ?? "";
      if (some.length < 500) return found;
    }
  };

  const pull = async (item: PartnerItem, since: number | null): Promise<Omit<TcecPullView, "at" | "error">> => {
    const faults: string[] = [];
    const seen = new Set<string>();
    let connectors = 0;
    const apply = async (found: readonly TcecConnectorStatus[]): Promise<void> => {
      connectors += found.length;
      await inTurn(item.id, () => states.apply(item, found, deps.clock()));
      await charges.ask(item, found, stop);
    };
    const take = async (some: readonly TcecStation[]): Promise<void> => {
      for (let n = 0; n < some.length; n += STATUS_MAX) {
        const part = some.slice(n, n + STATUS_MAX);
        const found = await statesOf(
          item,
          part.map(({ StationID }) => StationID),
        );
        for (const station of part) {
          const fault = await inTurn(item.id, () => stations.apply(item, station));
          if (fault !== null) faults.push(fault);
          seen.add(station.StationID);
        }
        await apply(found);
      }
    };
    const base = since === null ? {} : { LastQueryTime: tcecBusinessTime(since - OVERLAP_MS) };
    for (let PageNo = 1; PageNo <= PAGES_MAX; PageNo += 1) {
      const data = await ask(item, "query_stations_info", { ...base, PageNo, PageSize: PAGE_SIZE });
      const page = readTcecStationPage(data, item.body.switches.numbers);
      if (!page.ok) throw new PullError(`query_stations_info: ${page.error[0]?.path ?? ""}`);
      faults.push(...page.value.faults.map(({ path }) => `page ${PageNo} ${path}`));
      await take(page.value.stations);
      if (PageNo >= page.value.pageCount) break;
    }
    const rest = await knownIds(item, seen);
    for (let n = 0; n < rest.length; n += STATUS_MAX) {
      const found = await statesOf(item, rest.slice(n, n + STATUS_MAX));
      await apply(found);
    }
    return { stations: seen.size, connectors, faults: faults.slice(0, FAULTS_MAX) };
  };

  const run = async (item: PartnerItem): Promise<void> => {
    const { id, tenant, body } = item;
    const before = await keptOf(tenant, id);
    const at = deps.clock();
    const isWhole = whole.delete(id);
    try {
      const found = await pull(item, isWhole ? null : (before?.lastQueryAt ?? null));
      // What could not be taken is asked for again as a whole.
      await keep(item, { at, error: null, lastQueryAt: found.faults.length > 0 ? null : at, ...found });
      fails.delete(id);
      // Somebody wanted all of it while it was asked.
      if (whole.has(id)) nextAt.set(id, 0);
      else if (body.pullMinutes > 0) nextAt.set(id, at + body.pullMinutes * MINUTE_MS);
      else nextAt.delete(id);
    } catch (error) {
      if (stop.aborted) return;
      const count = (fails.get(id) ?? 0) + 1;
      fails.set(id, count);
      if (isWhole) whole.add(id);
      nextAt.set(id, nextAttemptAt(deps.clock(), count, null, Math.random()));
      const why = error instanceof Error ? error.message : "?";
      if (count === 1) deps.log(`tcec ${id}: ${why}; asking again 拉取失败,将重试`);
      const shown = error instanceof PullError ? why : "the hub failed";
      const { lastQueryAt = null, stations: s = 0, connectors = 0, faults = [] } = before ?? {};
      await keep(item, { ...{ at, error: shown, lastQueryAt, stations: s, connectors, faults } });
    }
  };

  const start = (item: PartnerItem): void => {
    if (stop.aborted || running.has(item.id)) return;
    nextAt.set(item.id, Number.MAX_SAFE_INTEGER);
    const work = run(item)
      .catch((error: unknown) => {
        nextAt.set(item.id, deps.clock() + MINUTE_MS);
        deps.log(`tcec ${item.id}: failed 拉取出错: ${error instanceof Error ? error.message : "?"}`);
      })
      .finally(() => void running.delete(item.id));
    running.set(item.id, work);
  };

  const isDue = async (item: PartnerItem): Promise<boolean> => {
    const known = nextAt.get(item.id);
    if (known !== undefined) return known <= deps.clock();
    if (item.body.pullMinutes === 0) return false;
    const kept = await keptOf(item.tenant, item.id);
    const at = kept === null ? 0 : kept.at + item.body.pullMinutes * MINUTE_MS;
    nextAt.set(item.id, at);
    return at <= deps.clock();
  };

  return {
    now: (item) => {
      whole.add(item.id);
      nextAt.set(item.id, 0);
    },
    soon: ({ id }) => {
      if (deps.clock() - (soonAt.get(id) ?? 0) < MINUTE_MS || fails.has(id)) return;
      soonAt.set(id, deps.clock());
      nextAt.set(id, 0);
    },
    again: (id) => {
      for (const known of [nextAt, fails, soonAt]) known.delete(id);
    },
    tick: () => {
      for (const item of book.all())
        if (isAsked(item) && !running.has(item.id))
          void isDue(item)
            .then((due) => due && start(item))
            .catch(() => {});
    },
    last: async (tenant, partnerId) => {
      const kept = await keptOf(tenant, partnerId);
      if (kept === null) return null;
      const { lastQueryAt: _, ...view } = kept;
      return { ...view, at: view.at as Instant };
    },
    idle: async () => {
      await Promise.all(running.values());
    },
  };
};
