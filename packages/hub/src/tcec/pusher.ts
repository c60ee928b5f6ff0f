import type { Instant, TenantId } from "@dianan/model";
import { type TcecMembers, tcecRets, toTcecOrder, toTcecRunning } from "@dianan/sharing";
import { nextAttemptAt } from "../core/backoff.ts";
import type { OurStations } from "./our-stations.ts";
import { isPushedTo, type PartnerBook } from "./partner-book.ts";
import type { CallOutcome, PartnerClient } from "./partner-client.ts";
import type { PartnerItem } from "./partner-item.ts";
import { deadWrites, type PushItem, pushRows, takenWrite } from "./push-rows.ts";
import { orderOf, runningOf } from "./session-charge.ts";
import type { TcecDeps } from "./tcec-deps.ts";

/** Connectors told at once: of one connector one after the other. */
const WIDTH = 4;
const ROUND = 64;
/** The standard asks for more than 3 resends at 1 min; what was not taken for so long is given up, and can be replayed. */
const GIVE_UP_MS = 3 * 86_400_000;

/** How the way to a partner is, since the hub started. */
export type PushHealth = { readonly lastOkAt: Instant | null; readonly lastError: string | null };

/** The way to one partner: what is queued for it goes there, whatever becomes of other partners. */
export type Pusher = {
  /** Something was queued, or time has passed. */ poke(): void;
  /** It was changed: what failed before may go now. */ again(): void;
  health(): PushHealth;
  idle(): Promise<void>;
};

type Message = { readonly name: string; readonly data: TcecMembers };

/** Whether it was taken, will never be, or is to be tried again. */
type Verdict = "taken" | "stopped" | { readonly dead: string } | { readonly again: string };

const verdictOf = ({ name }: Message, outcome: CallOutcome): Verdict => {
  switch (outcome.kind) {
    case "stopped":
      return "stopped";
    case "fault":
      return { again: outcome.why };
    case "ret": {
      const words = `Ret ${outcome.ret} ${outcome.message}`.trim().slice(0, 200);
      // Only of this one is said that it will never do; all else may be put right on either side.
      return outcome.ret === tcecRets.business ? { dead: words } : { again: words };
    }
    case "ok":
      // 0 accepted, 1 ignored: neither is sent again.
      return name === "notification_charge_order_info" && Number(outcome.data.ConfirmResult) === 1
        ? { dead: "disputed: ConfirmResult 1" }
        : "taken";
  }
};

export const createPusher = (
  deps: TcecDeps,
  book: PartnerBook,
  client: PartnerClient,
  ours: OurStations,
  { tenant, id }: { readonly tenant: TenantId; readonly id: string },
  stop: AbortSignal,
): Pusher => {
  let running: Promise<void> | null = null;
  let isPoked = false;
  let fails = 0;
  let nextAt = 0;
  let lastOkAt: Instant | null = null;
  let lastError: string | null = null;

  /** Null: there is nothing to tell any more. */
  const messageOf = async ({ body }: PartnerItem, { matter, queuedAt }: PushItem["row"]): Promise<Message | null> => {
    const { switches, ownOperatorId } = body;
    if (matter.kind === "status") {
      const { connectorId: ConnectorID, status: Status } = matter;
      const info = { ConnectorID, Status, ParkStatus: 0, LockStatus: 0 };
      const ConnectorStatusInfo = switches.statusShape === "array" ? [info] : info;
      return { name: "notification_stationStatus", data: { ConnectorStatusInfo } };
    }
    const session = await deps.store.session(tenant, matter.sessionId);
    if (session === null || !(await ours.isGiven(tenant, body, session.unitId))) return null;
    if (matter.kind === "order") {
      const order = orderOf(session, ownOperatorId);
      return order === null ? null : { name: "notification_charge_order_info", data: toTcecOrder(order, switches) };
    }
    const charge = runningOf(session, ownOperatorId, queuedAt);
    return charge === null ? null : { name: "notification_equip_charge_status", data: toTcecRunning(charge, switches) };
  };

  /** @returns false: it stays, and so does what comes after it */
  const pushed = async (item: PartnerItem, push: PushItem): Promise<boolean> => {
    const message = await messageOf(item, push.row);
    const verdict =
      message === null ? "taken" : verdictOf(message, await client.call(item, message.name, message.data, stop));
    if (verdict === "stopped") return false;
    const now = deps.clock();
    if (verdict === "taken") {
      // Before it leaves the queue: whoever sees it gone sees the way well.
      if (message !== null) ({ fails, lastOkAt, lastError } = { fails: 0, lastOkAt: now, lastError: null });
      await deps.store.commit({ tenant, writes: [takenWrite(push)] });
      return true;
    }
    if ("dead" in verdict) {
      lastError = verdict.dead;
      deps.log(`tcec ${id}: ${message?.name ?? ""} was not taken for good: ${verdict.dead} 对接方拒收,可重放`);
      await deps.store.commit({ tenant, writes: deadWrites(push, verdict.dead, now) });
      return true;
    }
    if (fails === 0) deps.log(`tcec ${id}: ${verdict.again}; trying again 推送失败,将重试`);
    fails += 1;
    nextAt = nextAttemptAt(now, fails, null, Math.random());
    lastError = verdict.again;
    if (now - push.row.queuedAt > GIVE_UP_MS)
      await deps.store.commit({ tenant, writes: deadWrites(push, `given up: ${verdict.again}`, now) });
    return false;
  };

  const lanesOf = (rows: readonly PushItem[]): readonly (readonly PushItem[])[] => {
    const lanes = new Map<string, PushItem[]>();
    for (const push of rows) {
      const { connectorId } = push.row.matter;
      lanes.set(connectorId, [...(lanes.get(connectorId) ?? []), push]);
    }
    return [...lanes.values()];
  };

  const run = async (): Promise<void> => {
    while (!stop.aborted) {
      isPoked = false;
      const item = book.find(id);
      if (item === null || !isPushedTo(item) || (fails > 0 && nextAt > deps.clock())) return;
      const rows = await pushRows(deps.access, tenant, id, "pending", "", ROUND);
      if (rows.length === 0) {
        if (!isPoked) return;
        continue;
      }
      // A partner that fails is tried by one.
      const lanes = lanesOf(rows).slice(0, fails > 0 ? 1 : WIDTH);
      await Promise.all(
        lanes.map(async (lane) => {
          for (const push of lane) {
            const before = fails;
            if (stop.aborted || !(await pushed(item, push)) || fails > before) return;
          }
        }),
      );
    }
  };

  const poke = (): void => {
    isPoked = true;
    running ??= run()
      .catch((error: unknown) => {
        // What failed is ours, such as a full disk: not at once again.
        fails += 1;
        nextAt = deps.clock() + 1_000;
        deps.log(`tcec ${id}: failed 推送出错: ${error instanceof Error ? error.message : "?"}`);
      })
      .finally(() => {
        running = null;
      });
  };
  return {
    poke,
    again: () => {
      nextAt = 0;
      poke();
    },
    health: () => ({ lastOkAt, lastError }),
    idle: async () => {
      await running;
    },
  };
};
