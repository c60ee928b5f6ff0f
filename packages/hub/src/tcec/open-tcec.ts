import type { TenantId } from "@dianan/model";
import type { TcecDoor, TcecPartners } from "../ports/tcec.ts";
import { createCallGuard } from "./call-guard.ts";
import { createChargeQueries } from "./charge-queries.ts";
import { type Committed, createCommitted } from "./committed.ts";
import { createTcecDoor } from "./door.ts";
import { theirOrderChecks } from "./order-check.ts";
import { createOurOrderCheck } from "./our-order-check.ts";
import { createOurStations } from "./our-stations.ts";
import { createPartnerBook, isAsked, isPushedTo } from "./partner-book.ts";
import { createPartnerClient } from "./partner-client.ts";
import { createTcecPartners } from "./partners.ts";
import { createPuller } from "./puller.ts";
import { droppedRows, pushRows } from "./push-rows.ts";
import { createPusher, type Pusher } from "./pusher.ts";
import { createRunningCharges } from "./running-charges.ts";
import { createStationQueries } from "./station-queries.ts";
import type { TcecDeps } from "./tcec-deps.ts";
import { createTheirCharges } from "./their-charges.ts";
import { createTheirPlaces } from "./their-places.ts";
import { theirPushes } from "./their-pushes.ts";
import { createTheirStates } from "./their-states.ts";
import { createTheirStations } from "./their-stations.ts";
import { createTokens } from "./tokens.ts";
import { createToldStates } from "./told-states.ts";

/** T/CEC 102 as the hub runs it (充换电信息交换). */
export type OpenTcec = {
  readonly partners: TcecPartners;
  readonly door: TcecDoor;
  /** What sees each commit. */ readonly committed: Committed;
  /** Begins to push what is queued, and compares what partners were told. */ start(): void;
  /** Once a second: what failed is tried again. */ tick(): void;
  /** Hangs up; what was not taken stays queued. */ close(): Promise<void>;
};

/** Work of one partner one after the other: two pushes about one connector must not both raise its alarm. */
const createTurns = () => {
  const tails = new Map<string, Promise<unknown>>();
  return <T>(partnerId: string, work: () => Promise<T>): Promise<T> => {
    const turn = (tails.get(partnerId) ?? Promise.resolve()).then(work, work);
    const tail: Promise<unknown> = turn
      .catch(() => {})
      .then(() => tails.get(partnerId) === tail && tails.delete(partnerId));
    tails.set(partnerId, tail);
    return turn;
  };
};

/** Goes on where the hub stopped: queues are in the store. */
export const openTcec = async (deps: TcecDeps, tenants: readonly TenantId[]): Promise<OpenTcec> => {
  const refusals = new Map<string, { refused: number; lastRefusal: string }>();
  const pushers = new Map<string, Pusher>();
  const hangUp = new AbortController();
  let isStarted = false;
  const book = createPartnerBook(deps);
  await book.load(tenants);
  const guard = createCallGuard();
  const tokens = createTokens(deps);
  const client = createPartnerClient(deps);
  const ours = createOurStations(deps);
  const stations = createStationQueries(deps, ours, (partner, unit, where) =>
    deps.log(`tcec ${partner}: unit ${unit} is not told, it does not fit: ${where} 站点信息不符合 T/CEC 102,未提供`),
  );

  const pusherOf = (tenant: TenantId, id: string): Pusher => {
    const known = pushers.get(id) ?? createPusher(deps, book, client, ours, { tenant, id }, hangUp.signal);
    pushers.set(id, known);
    return known;
  };
  const poke = (id: string): void => {
    const item = book.find(id);
    if (isStarted && !hangUp.signal.aborted && item !== null) pusherOf(item.tenant, id).poke();
  };
  /** Pushes for which there was room when the queue was last counted, which takes long. */
  const room = new Map<string, number>();
  const mayQueue = async (id: string, count: number): Promise<boolean> => {
    const item = book.find(id);
    if (item === null) return false;
    const known = room.get(id) ?? 0;
    const max = deps.pendingMax;
    const free =
      known >= count ? known : max - (await pushRows(deps.access, item.tenant, id, "pending", "", max)).length;
    room.set(id, free - count);
    return free >= count;
  };
  const states = createToldStates(deps, book, ours, mayQueue, poke);

  const inTurn = createTurns();
  const places = createTheirPlaces(deps);
  const theirStates = createTheirStates(deps, places);
  const theirStations = createTheirStations(deps, places);
  const charges = createTheirCharges(deps, places);
  const running = createRunningCharges(deps, client, places, charges, inTurn);
  const puller = createPuller(deps, book, client, places, theirStations, theirStates, running, inTurn, hangUp.signal);

  const partners = createTcecPartners(
    deps,
    {
      changed: async (tenant, id) => {
        guard.forget(id);
        stations.forget(id);
        client.forget(id);
        puller.again(id);
        await book.reload(tenant, id);
        const item = book.find(id);
        if (item === null) {
          pushers.delete(id);
          refusals.delete(id);
        } else if (isStarted && isPushedTo(item)) {
          pusherOf(tenant, id).again();
          states.sweep(item);
        }
      },
      droppedWith: async (tenant, id, what) => [
        ...(await tokens.dropped(tenant, id)),
        ...(what === "all" ? await droppedRows(deps.access, tenant, id) : []),
      ],
      lastPull: puller.last,
      pull: (id) => {
        const item = book.find(id);
        if (item === null || !isAsked(item)) return false;
        puller.now(item);
        return true;
      },
      check: createOurOrderCheck(deps, client, ours, hangUp.signal),
      stateOf: (id) => ({
        ...(refusals.get(id) ?? { refused: 0, lastRefusal: null }),
        ...(pushers.get(id)?.health() ?? { lastOkAt: null, lastError: null }),
      }),
    },
    poke,
  );
  const asked = { as: "operator", isPush: false } as const;
  const { query_stations_info, query_station_status, query_station_stats } = stations;
  const { query_equip_charge_status } = createChargeQueries(deps, ours);
  const door = createTcecDoor(
    deps,
    guard,
    tokens,
    {
      query_stations_info: { ...asked, answer: query_stations_info },
      query_station_status: { ...asked, answer: query_station_status },
      query_station_stats: { ...asked, answer: query_station_stats },
      query_equip_charge_status: { ...asked, answer: query_equip_charge_status },
      ...theirOrderChecks(deps),
      ...theirPushes(theirStates, charges, inTurn, puller.soon),
    },
    (id, line) => refusals.set(id, { refused: (refusals.get(id)?.refused ?? 0) + 1, lastRefusal: line.slice(0, 200) }),
  );
  return {
    partners,
    door,
    committed: createCommitted(deps, book, states, (tenant) => {
      for (const { id } of book.pushing(tenant)) poke(id);
    }),
    start: () => {
      isStarted = true;
      for (const item of book.all()) if (isPushedTo(item)) states.sweep(item);
      for (const { id } of book.all()) poke(id);
    },
    tick: () => {
      if (!isStarted) return;
      states.poke();
      puller.tick();
      for (const { id } of book.all()) poke(id);
    },
    close: async () => {
      hangUp.abort();
      await Promise.all([states.idle(), puller.idle()]);
      await Promise.all([...pushers.values()].map((pusher) => pusher.idle()));
    },
  };
};
