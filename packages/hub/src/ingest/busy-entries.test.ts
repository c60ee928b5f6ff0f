import fc from "fast-check";
import { expect, test } from "vitest";
import { type Busy, createBusyEntries } from "./busy-entries.ts";
import type { Entry } from "./device-book.ts";
import type { PendingFrame } from "./pending-frame.ts";

test("whoever joins and leaves in whatever order, the oldest of those who are in is known", () => {
  fc.assert(
    fc.property(fc.array(fc.record({ who: fc.nat(5), at: fc.nat(100) }), { maxLength: 60 }), (acts) => {
      const list = createBusyEntries();
      const entries = Array.from({ length: 6 }, () => ({ busy: null as Busy | null }) as Entry);
      for (const { who, at } of acts) {
        const entry = entries[who] as Entry;
        if (entry.busy === null) list.join(entry, { receivedAt: at as PendingFrame["receivedAt"] } as PendingFrame);
        else list.leave(entry.busy);
        const times = entries.flatMap(({ busy }) => (busy === null ? [] : [busy.since]));
        expect(list.since()).toBe(times.length === 0 ? null : Math.min(...times));
      }
    }),
  );
});
