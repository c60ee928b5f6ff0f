import fc from "fast-check";
import { expect, test } from "vitest";
import { differenceOf, memberDifferences, pairsUpTo, type Side } from "./compare.ts";

const side = fc
  .uniqueArray(fc.record({ n: fc.nat({ max: 40 }), digest: fc.constantFrom("a", "b"), deleted: fc.boolean() }), {
    selector: ({ n }) => n,
    maxLength: 40,
  })
  .map((rows) =>
    rows
      .map(({ n, ...row }): Side => ({ id: `r${String(n).padStart(2, "0")}`, ...row }))
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
  );

test("EF-N.5: in whatever parts two sides come, every id is laid beside itself once and every difference is named", () => {
  fc.assert(
    fc.property(side, side, fc.array(fc.nat({ max: 40 })), (here, there, cuts) => {
      const bounds = [...cuts.map((n) => `r${String(n).padStart(2, "0")}`).sort(), null];
      const found: string[] = [];
      let after = "";
      for (const bound of bounds) {
        const rest = (rows: readonly Side[]) => rows.filter(({ id }) => id > after);
        for (const pair of pairsUpTo(rest(here), rest(there), bound)) {
          const difference = differenceOf(pair);
          if (difference !== null) found.push(`${pair.here?.id ?? pair.there?.id} ${difference}`);
        }
        after = bound ?? after;
      }
      const ids = [...new Set([...here, ...there].map(({ id }) => id))].sort();
      const expected = ids.flatMap((id) => {
        const a = here.find((one) => one.id === id && !one.deleted);
        const b = there.find((one) => one.id === id && !one.deleted);
        if (a === undefined && b === undefined) return [];
        if (a === undefined) return [`${id} missingHere`];
        if (b === undefined) return [`${id} missingThere`];
        return a.digest === b.digest ? [] : [`${id} different`];
      });
      expect(found).toEqual(expected);
    }),
  );
});

test("EF-N.5: members are named with theirs and ours, without what each side counts or keeps for itself", () => {
  const theirs = { id: "u", name: "旧", deviceCount: 3, version: 9, updatedAt: "x", extra: [1] };
  const ours = { id: "u", name: "新", deviceCount: 4, address: "a" };
  expect(memberDifferences("unit", theirs, ours)).toEqual([
    { member: "name", before: "旧", after: "新" },
    { member: "extra", before: [1], after: null },
    { member: "address", before: null, after: "a" },
  ]);
});

test("SEC-PII-03: persons are masked in a difference, and one that the other side shows masked is found all the same", () => {
  const ours = { id: "o", name: "n", contactName: "林某某", contactPhone: "13800005678" };
  const other = { ...ours, contactPhone: "13900001111" };
  expect(memberDifferences("operator", other, ours)).toEqual([
    { member: "contactPhone", before: "139****1111", after: "138****5678" },
  ]);
  const shown = { ...ours, contactName: "林*", contactPhone: "138****5678" };
  expect(memberDifferences("operator", { ...shown, name: "m" }, ours).map(({ member }) => member)).toEqual(["name"]);
  // The digests differ and nothing that is shown does: it is a person.
  expect(memberDifferences("operator", shown, ours).map(({ member }) => member)).toEqual([
    "contactName",
    "contactPhone",
  ]);
});
