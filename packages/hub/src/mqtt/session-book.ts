import { randomUUID } from "node:crypto";
import { told } from "../ports/act.ts";
import type { MqttDeps } from "./mqtt-deps.ts";
import type { SignedIn } from "./sign-in.ts";

/** A device that is fought over tells so this often at most. Milliseconds. */
const AUDIT_EVERY_MS = 60_000;
/** Longest that a session is kept while its device is away. Seconds. */
export const SESSION_MAX_SECONDS = 86_400;

type Kept = { readonly topics: readonly string[]; readonly until: number };

/** Who is connected, and what those who left had subscribed to. */
export type SessionBook = {
  /** A device has signed in: whoever was connected as it is put out, which is audited (SEC-DEV-13, SEC-DEV-17). */
  enter(who: SignedIn, remote: string, putOut: () => void): void;
  leave(who: SignedIn, putOut: () => void): void;
  keep(who: SignedIn, topics: readonly string[], seconds: number): void;
  /** Topics of its kept session, which ends with it; null: there is none. */ take(
    who: SignedIn,
  ): readonly string[] | null;
};

export const createSessionBook = ({ store, figures, clock, now, log }: MqttDeps): SessionBook => {
  const open = new Map<string, () => void>();
  const kept = new Map<string, Kept>();
  const auditedAt = new Map<string, number>();
  const keyOf = ({ tenant, deviceId }: SignedIn): string => `${tenant}/${deviceId}`;

  const audit = (who: SignedIn, remote: string): void => {
    const key = keyOf(who);
    if (now() - (auditedAt.get(key) ?? Number.NEGATIVE_INFINITY) < AUDIT_EVERY_MS) return;
    auditedAt.set(key, now());
    const actor = { actor: `device:${who.deviceId}`, role: "device" };
    const at = { now: clock(), source: remote, requestId: randomUUID() };
    const entry = told(actor, "device.mqttTakeover", `device:${who.deviceId}`, "done", at, who.credential);
    store
      .commit({ tenant: who.tenant, writes: [entry] })
      .catch((error: unknown) => log(`mqtt takeover of ${who.deviceId} not audited: ${String(error)}`));
  };

  return {
    enter: (who, remote, putOut) => {
      const former = open.get(keyOf(who));
      open.set(keyOf(who), putOut);
      if (former === undefined) return;
      figures.add("mqttTakeoversTotal");
      audit(who, remote);
      former();
    },
    leave: (who, putOut) => {
      if (open.get(keyOf(who)) === putOut) open.delete(keyOf(who));
    },
    keep: (who, topics, seconds) => {
      if (topics.length === 0 || seconds <= 0) return;
      kept.set(keyOf(who), { topics, until: now() + Math.min(seconds, SESSION_MAX_SECONDS) * 1_000 });
    },
    take: (who) => {
      const session = kept.get(keyOf(who));
      kept.delete(keyOf(who));
      return session !== undefined && session.until > now() ? session.topics : null;
    },
  };
};
