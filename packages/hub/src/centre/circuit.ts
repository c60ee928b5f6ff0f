import type { Instant } from "@dianan/model";
import { nextAttemptAt } from "../core/backoff.ts";
import type { CentreTarget } from "../ports/centre.ts";
import type { Write } from "../ports/write.ts";
import type { CentreDeps } from "./centre-deps.ts";

/** Alarms are all that it is told. */
const LANE = "alarms";

/** How a centre fares: after failures it is left alone for a while, and that survives a restart. */
export type Circuit = {
  /** How long it is still left alone. Milliseconds. */ waitMs(): Promise<number>;
  /** @param isHeld - false: the next attempt need not wait, because getting there is slow enough by itself */
  failed(reason: string, isHeld: boolean): Promise<void>;
  /** What to write beside what was confirmed. */ worked(): readonly Write[];
  /** It may be tried at once. */ release(): void;
};

export const createCircuit = (deps: CentreDeps, { tenant, id }: CentreTarget): Circuit => {
  const { outbox, clock, random = Math.random } = deps;
  let known: { fails: number; nextAt: number } | null = null;
  const now = async (): Promise<{ fails: number; nextAt: number }> => {
    known ??= { ...(await outbox.standing(tenant, id, LANE)) };
    return known;
  };
  return {
    waitMs: async () => {
      const { fails, nextAt } = await now();
      return fails === 0 ? 0 : Math.max(0, nextAt - clock());
    },
    failed: async (reason, isHeld) => {
      const state = await now();
      const at = clock();
      state.fails += 1;
      state.nextAt = isHeld ? nextAttemptAt(at, state.fails, null, random()) : at;
      if (state.fails === 1) deps.log(`fire centre ${id}: ${reason}; trying again 向监控中心上报失败,将重试`);
      await outbox.failed(tenant, id, LANE, state.nextAt as Instant, reason);
    },
    worked: () => {
      known = { fails: 0, nextAt: 0 };
      return [{ kind: "outbox", write: { act: "settle", name: id, at: clock(), results: [], answered: LANE } }];
    },
    release: () => {
      if (known !== null) known.nextAt = 0;
    },
  };
};
