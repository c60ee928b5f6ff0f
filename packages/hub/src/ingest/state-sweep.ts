import type { DeviceState } from "../core/device-state.ts";
import type { JsonObject } from "../ports/records.ts";
import type { Write } from "../ports/write.ts";
import type { EngineDeps } from "./deps.ts";
import type { DeviceBook, Entry } from "./device-book.ts";
import type { Lanes } from "./lanes.ts";

/**
 * A frame that changes nothing but when its device was heard is stored without the device's state: most frames are such, and the
 * states are spread over the whole disk. Now and then the states are written together; after a start what came since is read from
 * the frames.
 */
export type StateSweep = {
  /** Once a second. @param pendingSince - when the oldest frame came that is not yet committed; null: none waits */
  tick(pendingSince: number | null): void;
  /** Writes all now; resolves when it is done, or could not be. */ now(pendingSince: number | null): Promise<void>;
};

/** How often they are written, in looks: a start reads so much of the frames, and a little more. */
const EVERY_LOOKS = 30;
/** While none is behind, this often is enough. */
const IDLE_MS = 10 * 60_000;
/** States of one transaction, whose devices wait for it. */
const STATES_AT_ONCE = 200;
const ITEM = { kind: "setting", id: "device-states", lookup: null, expiresAt: null } as const;
const kept = (at: number): Write => ({ kind: "item", item: { ...ITEM, body: { at } }, ifVersion: null });

/** Up to when no stored state lacks what was heard. Where nobody has kept it yet it is from now on. */
export const wholeUntil = async ({ settings, store, tenant, clock }: EngineDeps): Promise<number> => {
  const at = ((await settings.item(tenant, ITEM.kind, ITEM.id))?.body as JsonObject | undefined)?.at;
  if (typeof at === "number") return at;
  const now = clock();
  await store.commit({ tenant, writes: [kept(now)] });
  return now;
};

export const createStateSweep = (deps: EngineDeps, book: DeviceBook, lanes: Lanes): StateSweep => {
  const { tenant, store, clock, paceMs = 1_000, log } = deps;
  let sweptAt = clock() as number;
  let running: Promise<void> | null = null;

  const write = async (entries: readonly Entry[]): Promise<void> => {
    const written: { readonly entry: Entry; readonly state: DeviceState }[] = [];
    for (const entry of entries)
      if (entry.isBehind && entry.device !== null)
        // After a commit whose outcome is not known it is read again: its frames are found only until this sweep is written down.
        written.push({ entry, state: await book.stateOf(entry) });
    const writes = written.map(
      ({ entry, state }): Write => ({
        kind: "deviceState",
        row: { key: entry.key, state: book.storedOf(entry, state) },
      }),
    );
    if (writes.length > 0) await store.commit({ tenant, writes });
    for (const { entry } of written) entry.isBehind = false;
  };

  const sweep = async (at: number): Promise<void> => {
    const behind = [...book.entries.values()].filter(({ isBehind }) => isBehind);
    for (let from = 0; from < behind.length; from += STATES_AT_ONCE) {
      const some = behind.slice(from, from + STATES_AT_ONCE);
      await lanes.run(
        some.map(({ key }) => key),
        () => write(some),
      );
    }
    if (behind.length === 0 && at - book.wholeAt < IDLE_MS) return;
    await store.commit({ tenant, writes: [kept(at)] });
    book.wholeAt = at;
  };

  const now: StateSweep["now"] = (pendingSince) => {
    sweptAt = clock();
    running ??= sweep(Math.min(sweptAt, pendingSince ?? sweptAt))
      .catch((error: unknown) =>
        log(`device states: ${error instanceof Error ? error.message : String(error)} 设备状态未能写入,将重试`),
      )
      .finally(() => {
        running = null;
      });
    return running;
  };

  return {
    tick: (pendingSince) => {
      if (Math.abs(clock() - sweptAt) >= EVERY_LOOKS * paceMs) void now(pendingSince);
    },
    now,
  };
};
