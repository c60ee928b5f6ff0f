import type { Instant, TenantId } from "@dianan/model";
import { type NotifyWay, STORM_MS } from "../core/notify-bundle.ts";
import { dispatchPerson } from "../core/notify-dispatch.ts";
import { defaultGrouping } from "../core/notify-policy.ts";
import type { NoticeRow } from "../ports/notice-store.ts";
import type { NotifyAddress } from "../ports/notify-courier.ts";
import type { CourierBook } from "./courier-book.ts";
import type { NotifyDeps } from "./notify-deps.ts";
import { groupOf } from "./people.ts";
import type { Sender } from "./sender.ts";
import { policyItem } from "./setting-items.ts";

const DUE_MAX = 5_000;
/** Messages on their way at once by one courier: one that hangs costs the others nothing (SEC-OUT-05). */
const FLYING_MAX = 16;
/** What was sent is looked back at for so long: the widest cap. */
const LOOK_BACK_MS = Math.max(STORM_MS, 24 * 3_600_000);

type Ids = readonly { readonly id: string }[];

export type Dispatcher = {
  /** Decides on what is due; says how much it did. Requests go on in the background. */ round(): Promise<number>;
  /** Resolves when none is on its way. */ idle(): Promise<void>;
};

/** @param done - told when something on its way has ended */
export const createDispatcher = (
  deps: NotifyDeps,
  book: CourierBook,
  sender: Sender,
  openAddress: (row: NoticeRow) => NotifyAddress | null,
  done: () => void,
): Dispatcher => {
  const { store, notices, clock } = deps;
  const flying = new Set<Promise<void>>();
  const counts = new Map<string, number>();
  /** Persons of whom something is asked of a provider: they are decided on when it has answered. */
  const busy = new Set<string>();

  const fly = (work: () => Promise<unknown>, ended: () => void): void => {
    const flight: Promise<void> = work()
      .then(
        () => {},
        (error: unknown) => deps.log(`notification: ${String(error)} 通知处理出错,将重试`),
      )
      .finally(() => {
        flying.delete(flight);
        ended();
        done();
      });
    flying.add(flight);
  };

  const waysOf = async (tenant: TenantId, personId: string, rows: readonly NoticeRow[]) => {
    const ways: Record<string, readonly NotifyWay[]> = {};
    const own = groupOf(personId);
    for (const row of rows) {
      if (ways[row.channel] !== undefined) continue;
      const found = await book.open(tenant, row.channel, openAddress(row) ?? {});
      ways[row.channel] = found
        .filter(({ id }) => own === null || id === own)
        .map(({ id, courier }) => ({ courierId: id, caps: courier.caps }));
    }
    return ways;
  };
  const move = (
    tenant: TenantId,
    of: Ids,
    set: { state: "queued" | "merged" | "expired"; dueAt?: Instant; endedAt?: Instant },
  ) =>
    store.commit({
      tenant,
      writes: [{ kind: "notice", act: { do: "move", ids: of.map(({ id }) => id), from: ["queued"], set } }],
    });

  /** Sends one message when its courier has room; 0: it has none now. */
  const go = async (
    lead: NoticeRow,
    others: readonly NoticeRow[],
    courierId: string,
    isStorm: boolean,
  ): Promise<number> => {
    const { tenant, personId } = lead;
    const count = counts.get(courierId) ?? 0;
    if (count >= FLYING_MAX) return 0;
    counts.set(courierId, count + 1);
    const land = (): void => void counts.set(courierId, (counts.get(courierId) ?? 1) - 1);
    if (sender.mustAsk(lead)) {
      const key = `${tenant} ${personId}`;
      busy.add(key);
      const ask = async (): Promise<void> => {
        if (!(await sender.isFound(lead))) await (await sender.begin(lead, others, courierId, isStorm))?.();
      };
      fly(ask, () => {
        busy.delete(key);
        land();
      });
      return 1;
    }
    const send = await sender.begin(lead, others, courierId, isStorm).catch((error: unknown) => {
      land();
      throw error;
    });
    if (send === null) land();
    else fly(send, land);
    return 1;
  };

  const ofPerson = async (tenant: TenantId, personId: string, rows: readonly NoticeRow[]): Promise<number> => {
    const at = clock();
    const sent = await notices.sentTo(tenant, personId, (at - LOOK_BACK_MS) as Instant);
    const policy = (await policyItem(deps.access, tenant))?.policy;
    const scene = {
      ...{ grouping: policy?.grouping ?? defaultGrouping, at, utcOffsetMinutes: deps.utcOffsetMinutes },
      ways: await waysOf(tenant, personId, rows),
    };
    const byId = new Map(rows.map((row) => [row.id, row]));
    const whole = (of: Ids): NoticeRow[] => of.map(({ id }) => byId.get(id)).filter((row) => row !== undefined);
    let acts = 0;
    for (const act of dispatchPerson(rows, sent, scene))
      switch (act.kind) {
        case "send": {
          const [lead] = whole([act.lead]);
          if (lead !== undefined) acts += await go(lead, whole(act.others), act.courierId, act.isStorm);
          break;
        }
        case "hold":
          await move(tenant, act.rows, { state: "queued", dueAt: act.until as Instant });
          acts += 1;
          break;
        case "merge":
          await move(tenant, act.rows, { state: "merged", endedAt: at });
          acts += 1;
          break;
        case "expire":
          deps.figures.add("noticesExpiredTotal", act.rows.length);
          await move(tenant, act.rows, { state: "expired", endedAt: at });
          acts += 1;
          break;
        case "fail":
          await sender.fail(whole(act.rows), act.reason);
          acts += 1;
          break;
      }
    return acts;
  };

  return {
    round: async () => {
      const byPerson = new Map<string, NoticeRow[]>();
      for (const row of await notices.due(clock(), DUE_MAX)) {
        const key = `${row.tenant} ${row.personId}`;
        const own = byPerson.get(key);
        if (own === undefined) byPerson.set(key, [row]);
        else own.push(row);
      }
      const ready = [...byPerson].filter(([key]) => !busy.has(key)).map(([, rows]) => rows);
      const acts = await Promise.all(
        ready.map(async (rows) => {
          const [first] = rows;
          return first === undefined ? 0 : ofPerson(first.tenant, first.personId, rows);
        }),
      );
      return acts.reduce((sum, n) => sum + n, 0);
    },
    idle: async () => {
      while (flying.size > 0) await Promise.race(flying);
    },
  };
};
