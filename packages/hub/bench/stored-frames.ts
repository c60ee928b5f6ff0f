// Whether what was confirmed is in the store.
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { gb26875 } from "@dianan/codec";
import { FIRST_ADDRESS } from "./fleet-device.ts";
import type { LoadRecord } from "./fleet-load.ts";

export type StoredFrames = {
  readonly confirmed: number;
  /** Confirmed, and not in the store. */ readonly lost: number;
  /** Stored more than once. */ readonly twice: number;
};

/** @throws TypeError for a stored frame that is none */
export const storedOf = (dataDir: string, { confirms }: Pick<LoadRecord, "confirms">): StoredFrames => {
  const database = new DatabaseSync(join(dataDir, "hub.db"), { readOnly: true });
  const stored = new Set<number>();
  let twice = 0;
  for (const { bytes } of database.prepare("SELECT bytes FROM frame").iterate()) {
    const frame = gb26875.decodeFrame(bytes as Uint8Array);
    if (!frame.ok) throw new TypeError(`a stored frame: ${JSON.stringify(frame.error)}`);
    const key = (frame.value.source - FIRST_ADDRESS) * 65_536 + frame.value.serial;
    if (stored.has(key)) twice += 1;
    stored.add(key);
  }
  database.close();
  return { confirmed: confirms.length, lost: confirms.filter((key) => !stored.has(key)).length, twice };
};
