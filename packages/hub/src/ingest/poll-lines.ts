import type { Instant } from "@dianan/model";
import { newPolling, type PollInput, stepPolling } from "../core/polling.ts";
import type { DeviceLink } from "../ports/device-link.ts";
import type { Polling } from "../ports/polling.ts";

/** A connection on which the hub asks. */
export type PollLine = {
  /** A frame has come. */ heard(bytes: Uint8Array): void;
  closed(): void;
};

export type PollLines = {
  /** Begins to ask with the next tick. */ open(link: DeviceLink, polling: Polling): PollLine;
  /** Once a second: what is due is asked. */ tick(): void;
};

export const createPollLines = (clock: () => Instant): PollLines => {
  const ticks = new Set<() => void>();
  return {
    open: (link, polling) => {
      let state = newPolling;
      const take = (input: PollInput): void => {
        const step = stepPolling(state, input, polling);
        state = step.state;
        for (const asked of step.effects) link.send(polling.question(asked));
      };
      const tick = (): void => {
        if (link.isOpen()) take({ kind: "tick", at: clock() });
      };
      ticks.add(tick);
      return {
        heard: (bytes) => {
          const answer = state.asked === null ? null : polling.answerOf(state.asked, bytes);
          if (answer !== null) take({ kind: "answer", at: clock(), ...answer });
        },
        closed: () => void ticks.delete(tick),
      };
    },
    tick: () => {
      for (const tick of ticks) tick();
    },
  };
};
