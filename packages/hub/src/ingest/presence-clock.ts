import { stepDevice } from "../core/device.ts";
import type { Write } from "../ports/write.ts";
import type { EngineDeps } from "./deps.ts";
import { type DeviceBook, type Entry, hasNoAddress, rulesOf } from "./device-book.ts";
import { deviceWrites } from "./effect-writes.ts";
import type { Lanes } from "./lanes.ts";
import type { LinkLosses } from "./link-losses.ts";
import type { StormBook } from "./storm-book.ts";

/** Looks at every address whose presence or rules are due: a comparison each, so no wheel is needed for 20,000 of them. */
export type PresenceClock = { tick(): void };

export const createPresenceClock = (
  deps: EngineDeps,
  book: DeviceBook,
  lanes: Lanes,
  losses: LinkLosses,
  committed: (head: number) => void,
  storms: StormBook,
): PresenceClock => {
  const { tenant, store, clock, log } = deps;

  const tickOne = async (entry: Entry): Promise<void> => {
    const { device } = entry;
    if (!device) return;
    const at = clock();
    const linkLostAt = losses.lostAt(entry);
    try {
      const before = await book.stateOf(entry);
      const since = book.silentSince(entry, before);
      const isWatched = !hasNoAddress(entry) && (device.own || before.presence.heardAt !== null);
      const { nextId } = deps;
      const step = stepDevice(
        before,
        isWatched ? { kind: "tick", at, since, linkLostAt, nextId } : { kind: "look", at, nextId },
        rulesOf(entry),
      );
      const effects = hasNoAddress(entry) ? step.effects.filter(({ kind }) => kind === "alarm") : step.effects;
      if (effects.length > 0) {
        const alarms = storms.place(device, effects, at);
        const { rootIds } = alarms;
        const writes: Write[] = [
          ...deviceWrites(device, effects, { at, serial: 0, evidence: null, rootIds }, deps),
          { kind: "deviceState", row: { key: entry.key, state: book.storedOf(entry, step.state) } },
        ];
        const receipt = await store.commit({ tenant, writes }).catch((error: unknown) => {
          storms.failed(alarms);
          throw error;
        });
        committed(receipt.head);
        storms.stored(alarms);
      }
      if (effects.length > 0) entry.isBehind = false;
      entry.state = step.state;
      book.reschedule(entry);
    } catch (error) {
      entry.state = null;
      book.reschedule(entry);
      log(`${entry.key}: presence not stored: ${error instanceof Error ? error.message : String(error)}`);
    }
  };

  return {
    tick: () => {
      const now = clock();
      const look = (entry: Entry): void => {
        if (entry.dueAt > now) return;
        entry.dueAt = Number.POSITIVE_INFINITY;
        void lanes.run([entry.key], () => tickOne(entry));
      };
      for (const entry of book.entries.values()) look(entry);
      for (const entry of book.judged.values()) look(entry);
    },
  };
};
