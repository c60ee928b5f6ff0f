import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { allCases, allSuites } from "../src/targets.ts";
import { deviceMutants } from "./device/device-mutants.ts";
import { diananMutants } from "./device/dianan-mutants.ts";
import { allMutants } from "./mutants/all.ts";
import { diananCodecMutants } from "./mutants/dianan-codec-mutants.ts";
import { accessMutants } from "./platform/access-mutants.ts";
import { changeMutants } from "./platform/change-mutants.ts";
import { doorMutants } from "./platform/door-mutants.ts";
import { laterPlatformMutants } from "./platform/later-mutants.ts";
import { pushMutants } from "./platform/push-mutants.ts";
import { recordMutants } from "./platform/record-mutants.ts";
import { trustMutants } from "./platform/trust-mutants.ts";
import { receiverMutants } from "./share/receiver-mutants.ts";
import { senderMutants } from "./share/sender-mutants.ts";

type Catalogued = {
  readonly id: string;
  readonly by?: string;
  readonly why?: { readonly zh: string; readonly en: string };
};
const read = (file: string): string => readFileSync(new URL(file, import.meta.url), "utf8");
const catalogue = JSON.parse(read("catalogue.json")) as readonly Catalogued[];
const mutants: Readonly<Record<string, { readonly caughtBy: string }>> = {
  ...{ ...allMutants, ...diananCodecMutants, ...deviceMutants, ...diananMutants, ...senderMutants, ...receiverMutants },
  ...{
    ...accessMutants,
    ...changeMutants,
    ...doorMutants,
    ...pushMutants,
    ...recordMutants,
    ...trustMutants,
    ...laterPlatformMutants,
  },
};

test("every wrong implementation of the catalogue is there, or it is said why not", () => {
  expect(catalogue).toHaveLength(97);
  expect(new Set(catalogue.map(({ id }) => id)).size).toBe(97);
  const missing = catalogue.filter(
    ({ id, by, why }) => !(id in mutants) && !((by ?? "") in mutants) && why === undefined,
  );
  expect(missing).toEqual([]);
});

test("each is caught by a requirement that there is, with cases, and stands in the table", () => {
  const known = new Set(allSuites().flatMap(({ spec }) => spec.requirements.map(({ id }) => id)));
  const cases = allCases();
  const table = read("../MUTANTS.md");
  for (const [name, { caughtBy }] of Object.entries(mutants)) {
    expect(known.has(caughtBy), `${name}: ${caughtBy}`).toBe(true);
    expect(
      cases.some(({ requirements }) => requirements.includes(caughtBy)),
      `${name}: ${caughtBy}`,
    ).toBe(true);
    expect(table, name).toContain(name);
  }
});
