// People and platforms: they deal with alarms and send commands, over what the HTTP door uses.
import type { Instant } from "@dianan/model";
import type { AlarmAct } from "../../src/core/alarm-act.ts";
import type { Caller } from "../../src/ports/caller.ts";
import type { HubProcess } from "./hub-process.ts";
import { TENANT } from "./hub-process.ts";
import { type Chance, MINUTE, type Scheduler, SECOND, type Trace } from "./scheduler.ts";

/** What somebody did to an alarm. `isDone`: null when the hub gave no answer. */
export type PersonAct = {
  readonly alarm: string;
  readonly kind: AlarmAct["kind"];
  readonly at: number;
  isDone: boolean | null;
};
/** A duty check that somebody asked for. `id`: null when the hub gave no answer. */
export type Asked = {
  readonly address: number;
  readonly minutes: number;
  readonly at: number;
  expiresAt: number;
  id: string | null;
  isRefused: boolean;
};
export type People = { readonly acts: readonly PersonAct[]; readonly asked: readonly Asked[] };

const officer = { kind: "person", id: "user-1", name: "陈伟" } as const;
const caller: Caller = {
  ...{ tenant: TENANT, actor: "account:user-1", name: "", role: "dutyOfficer", scope: {}, scopes: null },
  ...{ by: "session", credential: "s", factorAt: null },
};
const here = { source: "192.0.2.9", requestId: "r" };
/** Duty checks of one device: the minutes tell them apart. */
const MINUTES_MAX = 30;

type Needs = {
  readonly scheduler: Scheduler;
  readonly chance: Chance;
  readonly trace: Trace;
  readonly process: () => HubProcess | null;
  readonly addresses: () => readonly number[];
  readonly calm: number;
  readonly askEveryMs: number;
  readonly dealEveryMs: number;
};

export const startPeople = (needs: Needs): People => {
  const { scheduler, chance, trace, process, addresses, calm, askEveryMs, dealEveryMs } = needs;
  const acts: PersonAct[] = [];
  const asked: Asked[] = [];
  const checks = new Map<number, number>();

  const actOf = (stage: string, isRecovered: boolean): AlarmAct => {
    if (stage === "unacknowledged") return { kind: "acknowledge", via: "web", note: null };
    if (chance.is(0.1)) return { kind: "shelve", minutes: 5 + chance.whole(60), reason: "检修" };
    if (chance.is(0.3)) return { kind: "advise", text: "更换电缆", dueAt: null, files: [] };
    if (chance.is(0.3)) return { kind: "rectify", text: "已更换", rectifiedAt: scheduler.now(), files: [] };
    if (chance.is(0.2)) return { kind: "confirmRecovery", note: "现场已恢复" };
    return {
      kind: "close",
      reason: isRecovered ? chance.pick(["resolved", "duplicate"] as const) : "test",
      text: "处理完毕",
    };
  };

  const deal = async (hub: HubProcess): Promise<void> => {
    const query = {
      kind: "alarm",
      after: null,
      limit: 50,
      updatedFrom: null,
      updatedTo: null,
      withDeleted: false,
    } as const;
    const { items } = await hub.sqlite.store.page(TENANT, { ...query, where: { state: "raised" } });
    const open = items.filter(({ life }) => life !== undefined && life.stage !== "closed");
    if (open.length === 0) return;
    const one = chance.pick(open);
    const act = actOf(one.life?.stage ?? "", one.body.recoveredAt !== undefined);
    const told: PersonAct = { alarm: one.id, kind: act.kind, at: scheduler.now(), isDone: null };
    acts.push(told);
    const who = { actor: caller.actor, role: caller.role };
    const [result] = await hub.engine.intake.apply([
      { kind: "act", id: one.id, act, by: officer, via: "web", who, circumstance: here },
    ]);
    told.isDone = result?.status === "updated";
    trace.tell(`person ${act.kind} ${result?.status}`);
  };

  const ask = async (hub: HubProcess): Promise<void> => {
    const address = chance.pick(addresses());
    const last = checks.get(address) ?? 0;
    if (last >= MINUTES_MAX) return;
    // No minutes are no duty check: the hub is to refuse it.
    const minutes = chance.is(0.05) ? 0 : last + 1;
    checks.set(address, Math.max(last, minutes));
    const expiresInMs = Math.round(chance.spread(30 * SECOND, 90 * MINUTE));
    const at = scheduler.now();
    const one: Asked = { address, minutes, at, expiresAt: at + expiresInMs, id: null, isRefused: false };
    asked.push(one);
    const made = await hub.commands.ask(
      caller,
      {
        device: { id: `d${address}`, unitId: "u1", protocol: "gb26875", profileId: "" },
        ...{ unitName: "单位", component: null, action: "dutyCheck", parameters: { timeoutMinutes: minutes } },
        ...{ reason: "查岗", expiresInMs, confirmName: null },
      },
      { ...here, now: at as Instant },
    );
    if ("fault" in made) one.isRefused = true;
    else {
      one.id = made.id;
      one.expiresAt = made.expiresAt;
      if (chance.is(0.1)) {
        await hub.commands.cancel(caller, made.id, "改变主意", async () => true, {
          ...here,
          now: scheduler.now() as Instant,
        });
      }
    }
    trace.tell(`person asks ${address} ${minutes} ${one.isRefused}`);
  };

  /** Somebody who gets no answer does not come again. */
  const often = (mean: number, work: (hub: HubProcess) => Promise<void>): void => {
    const go = (): void => {
      if (scheduler.now() >= calm) return;
      const hub = process();
      if (hub !== null)
        work(hub).catch((error: unknown) => trace.tell(`person sees ${(error as { code?: string }).code}`));
      scheduler.after(chance.wait(mean), go);
    };
    scheduler.after(chance.wait(mean), go);
  };
  often(dealEveryMs, deal);
  often(askEveryMs, ask);
  return { acts, asked };
};
