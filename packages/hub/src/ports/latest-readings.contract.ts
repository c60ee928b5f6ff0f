import { tenantId } from "@dianan/model";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ReadingRow } from "./readings.ts";
import type { Store } from "./store.ts";
import { later, type OpenStore, tenant } from "./writes.contract.ts";

const MINUTE = 60_000;

type Sent = { readonly wait: number; readonly late: number; readonly keys: readonly number[] };

/** What every store must know of newest values; an adapter's test is one call of this. */
export const latestReadingsContract = (name: string, open: OpenStore): void => {
  describe(`Store ${name}, newest values`, () => {
    let store: Store;
    let devices = 0;
    beforeAll(async () => {
      ({ store } = await open({ changes: 1_000, undecodable: 10 }));
    });
    afterAll(() => store.close());

    const rowsOf = (deviceId: string, sent: readonly Sent[]): ReadingRow[] => {
      let receivedAt = 0;
      return sent.map(({ wait, late, keys }, n) => {
        receivedAt += wait;
        return {
          deviceId,
          at: later(receivedAt - late),
          part: n,
          receivedAt: later(receivedAt),
          values: keys.map((key) => ({
            component: key % 2 === 0 ? null : `c${key}`,
            quantity: key < 2 ? "temperature" : "current",
            value: n,
            quality: "good",
          })),
        };
      });
    };
    /** In order of receipt, a batch for so many rows. */
    const write = async (rows: readonly ReadingRow[], perBatch: number): Promise<void> => {
      for (let at = 0; at < rows.length; at += perBatch)
        await store.commit({
          tenant,
          writes: rows.slice(at, at + perBatch).map((row) => ({ kind: "reading", row })),
        });
    };
    const newest = (rows: readonly ReadingRow[]): string[] => {
      const found = new Map<string, string>();
      for (const row of [...rows].sort((a, b) => b.at - a.at || b.part - a.part))
        for (const { component, quantity, value } of row.values) {
          const key = `${component} ${quantity}`;
          if (!found.has(key)) found.set(key, `${key} ${value} ${row.at}`);
        }
      return [...found.values()].sort();
    };
    const known = async (deviceId: string): Promise<string[]> =>
      (await store.latestReadings(tenant, [deviceId]))
        .map((one) => `${one.component} ${one.quantity} ${one.value} ${one.at}`)
        .sort();

    test("EF-4.1: law: whatever was sent in whatever order, the newest value of each component and quantity is known", async () => {
      const some = fc.array(
        fc.record({
          wait: fc.constantFrom(1, MINUTE, 7 * MINUTE, 90 * MINUTE),
          late: fc.constantFrom(0, 0, 0, 500, 3 * MINUTE, 300 * MINUTE),
          keys: fc.constantFrom([0], [1], [2], [0, 1], [2, 3], [0, 1, 2, 3]),
        }),
        { minLength: 1, maxLength: 60, size: "max" },
      );
      // Then it sends only one of them, often enough to hide the others.
      const only = fc.record({ count: fc.constantFrom(0, 10, 200), key: fc.integer({ min: 0, max: 3 }) });
      await fc.assert(
        fc.asyncProperty(some, only, fc.constantFrom(1, 7, 500), async (sent, { count, key }, perBatch) => {
          const regular = Array.from({ length: count }, () => ({ wait: MINUTE, late: 0, keys: [key] }));
          devices += 1;
          const rows = rowsOf(`l${devices}`, [...sent, ...regular]);
          await write(rows, perBatch);
          expect(await known(`l${devices}`)).toEqual(newest(rows));
        }),
        { numRuns: 60 },
      );
    }, 60_000);

    test("values of several devices come device by device, of another tenant none", async () => {
      const sent = [{ wait: 1, late: 0, keys: [0, 1] }];
      for (const id of ["m1", "m2"]) await write(rowsOf(id, sent), 1);
      const values = await store.latestReadings(tenant, ["m2", "nobody", "m1"]);
      expect(values.map((one) => `${one.deviceId} ${one.component}`)).toEqual([
        ...["m2 null", "m2 c1", "m1 null", "m1 c1"],
      ]);
      expect(await store.latestReadings(tenantId("other"), ["m1"])).toEqual([]);
    });
  });
};
