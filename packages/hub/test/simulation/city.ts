// The city's platform: takes records, and is slow, away, or out of reach when it likes.
import type { Outbound, OutboundOutcome } from "../../src/ports/outbound.ts";
import { type Chance, type Scheduler, SECOND, type Trace } from "./scheduler.ts";
import type { Tally } from "./tally.ts";

export type Received = { readonly version: number; readonly text: string };

/** What the city has, and what it saw that must not be. */
export type City = {
  readonly outbound: Outbound;
  /** By `<kind> <id>`. */ readonly records: ReadonlyMap<string, Received>;
  /** Objects whose versions went backwards. */ readonly disorders: readonly string[];
};

type Needs = {
  readonly scheduler: Scheduler;
  readonly chance: Chance;
  readonly trace: Trace;
  readonly saw: Tally["saw"];
  /** Nothing that reaches it now is answered as it should be. */ readonly isTroubled: () => boolean;
};

const TROUBLES = {
  refused: "the city is out of reach",
  error: "the city answers 503",
  lost: "the city takes it and the answer is lost",
  silent: "the city never got it",
} as const;

export const createCity = ({ scheduler, chance, trace, saw, isTroubled }: Needs): City => {
  const records = new Map<string, Received>();
  const disorders: string[] = [];

  const take = (kind: string, body: string): string => {
    const { items } = JSON.parse(body) as { items: { id: string; version: number; [member: string]: unknown }[] };
    const results = items.map((item) => {
      const key = `${kind} ${item.id}`;
      const before = records.get(key);
      if (before !== undefined && before.version > item.version)
        disorders.push(`${key}: ${item.version} after ${before.version}`);
      const text = JSON.stringify(item);
      const status = before === undefined ? "created" : before.text === text ? "unchanged" : "updated";
      records.set(key, { version: item.version, text });
      return { id: item.id, status };
    });
    return JSON.stringify({ results });
  };
  const answer = (status: number, text: string, ms: number): OutboundOutcome => ({
    ok: true,
    value: { status, body: Buffer.from(text), retryAfter: null, ms },
  });
  const away = async (): Promise<OutboundOutcome> => ({ ok: false, error: "noConnection", ms: 1 });

  return {
    records,
    disorders,
    outbound: {
      check: async () => null,
      get: away,
      post: ({ url, body }) =>
        new Promise((resolve) => {
          const kind = url.slice(url.lastIndexOf("/") + 1);
          const there = chance.spread(20, 400);
          const back = chance.spread(20, 400);
          const late = (ms: number, outcome: () => OutboundOutcome): void =>
            void scheduler.after(ms, () => resolve(outcome()));
          if (isTroubled() || chance.is(0.03)) {
            const what = chance.pick(["refused", "error", "lost", "silent"] as const);
            trace.tell(`city ${what}`);
            saw(TROUBLES[what]);
            if (what === "refused") return late(there, () => ({ ok: false, error: "noConnection", ms: there }));
            if (what === "error") return late(there + back, () => answer(503, "", there + back));
            // It has taken it, and its answer gets lost; or it never got it.
            if (what === "lost") scheduler.after(there, () => void take(kind, String(body)));
            return late(15 * SECOND, () => ({ ok: false, error: "timeout", ms: 15 * SECOND }));
          }
          scheduler.after(there, () => {
            const text = take(kind, String(body));
            trace.tell(`city took ${kind} ${String(body).length}`);
            late(back, () => answer(200, text, there + back));
          });
        }),
    },
  };
};
