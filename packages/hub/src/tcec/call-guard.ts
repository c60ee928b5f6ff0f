import type { TcecEnvelope } from "@dianan/sharing";
import type { TcecSettings } from "../ports/tcec.ts";

/** Envelopes remembered of one partner; above it calls are answered busy. */
const SEEN_MAX = 100_000;
const MINUTE_MS = 60_000;

/** What is known of a call before it is done: `same`: it came before as it is; `reused`: another had its TimeStamp and Seq. */
export type Admission = "new" | "same" | "reused" | "busy";

export type CallGuard = {
  /** Whether a partner may call once more in this minute. */
  mayCall(partnerId: string, settings: Pick<TcecSettings, "callsPerMinute">, now: number): boolean;
  /** Of a call whose signature is good. */
  admit(partnerId: string, envelope: TcecEnvelope, settings: Pick<TcecSettings, "switches">, now: number): Admission;
  forget(partnerId: string): void;
};

type Seen = { readonly sig: string; readonly until: number };

/** Numbers of calls and envelopes of late, by partner: in memory, since after a restart the window of TimeStamp still holds. */
export const createCallGuard = (): CallGuard => {
  const minutes = new Map<string, { minute: number; calls: number }>();
  const seenOf = new Map<string, Map<string, Seen>>();
  return {
    mayCall: (partnerId, { callsPerMinute }, now) => {
      const minute = Math.floor(now / MINUTE_MS);
      const known = minutes.get(partnerId);
      const calls = known?.minute === minute ? known.calls + 1 : 1;
      minutes.set(partnerId, { minute, calls });
      return calls <= callsPerMinute;
    },
    admit: (partnerId, { TimeStamp, Seq, Sig }, { switches }, now) => {
      const seen = seenOf.get(partnerId) ?? new Map<string, Seen>();
      seenOf.set(partnerId, seen);
      for (const [key, { until }] of seen) {
        if (until > now) break;
        seen.delete(key);
      }
      const sig = Sig.toUpperCase();
      const key = switches.seq === "strict" ? `${TimeStamp}${Seq}` : `${TimeStamp}${Seq}${sig}`;
      const known = seen.get(key);
      if (known !== undefined) return known.sig === sig ? "same" : "reused";
      if (seen.size >= SEEN_MAX) return "busy";
      // A TimeStamp is taken from one window before it to one after it.
      seen.set(key, { sig, until: now + 2_000 * switches.windowSeconds });
      return "new";
    },
    forget: (partnerId) => {
      minutes.delete(partnerId);
      seenOf.delete(partnerId);
    },
  };
};
