import type { Instant } from "@dianan/model";
import fc from "fast-check";
import { expect, test } from "vitest";
import { REASON_MAX, transferEntries } from "./transfer-entries.ts";

const id = fc.string({ unit: fc.constantFrom(..."abc019._:-"), minLength: 1, maxLength: 64 });

test("SEC-PII-05: of whatever many records are sent, each id stands in one entry, and no entry is longer than the log takes", () => {
  fc.assert(
    fc.property(fc.array(id, { maxLength: 500 }), (ids) => {
      const rows = ids.map((one) => ({ kind: "operator" as const, id: one }));
      const reasons = transferEntries("d", rows, 0 as Instant).map((write) =>
        write.kind === "audit" ? write.entry.reason : "",
      );
      for (const reason of reasons) expect(reason.length).toBeLessThanOrEqual(REASON_MAX);
      expect(reasons.flatMap((reason) => reason.split(" ").slice(1))).toEqual(ids);
      for (const reason of reasons) expect(reason.startsWith("operator ")).toBe(true);
    }),
  );
});
