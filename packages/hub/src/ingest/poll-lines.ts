import { newPolling, type PollInput, stepPolling } from "../core/polling.ts";
import type { DeviceLink } from "../ports/device-link.ts";
import type { Polling, PollPlan } from "../ports/polling.ts";
import type { EngineDeps } from "./deps.ts";
import type { DeviceBook } from "./device-book.ts";

/** A connection on which the hub asks. */
export type PollLine = {
  /** A frame has come. */ heard(bytes: Uint8Array): void;
  closed(): void;
};

export type PollLines = {
  /** Begins to ask with the next tick. */ open(link: DeviceLink, protocol: string, polling: Polling): PollLine;
  /** Once a second: what is due is asked. */ tick(): void;
};

export const createPollLines = (
  { tenant, clock, nextId, tap }: Pick<EngineDeps, "tenant" | "clock" | "nextId" | "tap">,
  book: Pick<DeviceBook, "entryOf">,
): PollLines => {
  const ticks = new Set<() => void>();

  /** Shows a question to who looks. */
  const tell = (link: DeviceLink, protocol: string, wireAddress: string | null, bytes: Uint8Array): void => {
    if (!tap?.isWatched()) return;
    const entry = wireAddress === null ? undefined : book.entryOf(protocol, wireAddress);
    tap.passed({
      ...{ tenant, protocol, wireAddress, deviceId: entry?.device?.deviceId ?? null, remote: link.remote, bytes },
      ...{ id: nextId(), receivedAt: clock(), direction: "down", verdict: "good", events: [], ackMs: null },
    });
  };

  return {
    open: (link, protocol, polling) => {
      let state = newPolling;
      const planOf = (wireAddress: string | null): PollPlan => {
        const entry = wireAddress === null ? undefined : book.entryOf(protocol, wireAddress);
        return polling.ofProfile(entry?.device?.profileId ?? "") ?? polling;
      };
      const take = (input: PollInput): void => {
        const plan = planOf(input.kind === "answer" ? input.wireAddress : state.wireAddress);
        const step = stepPolling(state, input, plan);
        state = step.state;
        for (const asked of step.effects) {
          const bytes = plan.question(asked);
          link.send(bytes);
          tell(link, protocol, asked.wireAddress, bytes);
        }
      };
      const tick = (): void => {
        if (link.isOpen()) take({ kind: "tick", at: clock() });
      };
      ticks.add(tick);
      return {
        heard: (bytes) => {
          const answer = state.asked === null ? null : planOf(state.wireAddress).answerOf(state.asked, bytes);
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
