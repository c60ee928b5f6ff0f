import type { Instant } from "@dianan/model";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createDisplays, narrowedScope } from "../src/access/displays.ts";
import { createFirstSteps } from "../src/access/first-steps.ts";
import type { Caller } from "../src/ports/caller.ts";
import { DAY, MINUTE, openAccess, other, tenant } from "./access-fixture.ts";

let access: Awaited<ReturnType<typeof openAccess>>;
let administrator: Caller;
beforeAll(async () => {
  access = await openAccess();
  administrator = (await access.first()).caller;
}, 20_000);
afterAll(async () => {
  await access?.close();
  access?.remove();
});

const open = async () => {
  const displays = createDisplays(access.deps);
  const made = await displays.add(administrator, { name: "大屏", scope: {} }, access.at());
  if (made === "beyond") throw new Error("beyond");
  const first = createFirstSteps(access.deps, access.sessions, access.keys);
  const enter = () => first.trade({ use: "code", secret: made.code }, access.at(), "test");
  return { displays, ...made, enter };
};
const find = (session: string) => access.sessions.find(session, access.clock.now as Instant);

test("SEC-USR-07: nothing typed for months ends no display, and sweeping leaves it", async () => {
  const { enter, displays, view } = await open();
  const entered = await enter();
  expect(entered?.isDisplay).toBe(true);
  const session = entered?.session ?? "";
  for (const step of [31 * MINUTE, DAY, 100 * DAY, 400 * DAY]) {
    access.clock.now += step;
    await access.access.sweep(access.clock.now as Instant);
    expect(await find(session)).toMatchObject({ actor: `display:${view.id}`, role: "wallDisplay", factorAt: null });
  }
  expect(await displays.remove(administrator, view.id, access.at())).toBe("done");
  expect(await find(session)).toBeNull();
});

test("SEC-USR-07: a code that nobody typed within a day is void", async () => {
  const { enter } = await open();
  access.clock.now += DAY;
  expect(await enter()).toBeNull();
});

test("of two who type the code at once, one gets in", async () => {
  const { enter } = await open();
  const both = await Promise.all([enter(), enter(), enter()]);
  expect(both.filter((one) => one !== null)).toHaveLength(1);
});

test("SEC-AZ-01: another tenant neither sees nor revokes it", async () => {
  const { displays, view } = await open();
  expect(await displays.list(other)).toEqual([]);
  expect(await displays.remove({ ...administrator, tenant: other }, view.id, access.at())).toBe("absent");
  expect((await displays.list(tenant)).map(({ id }) => id)).toContain(view.id);
});

test.each([
  [{}, { units: ["u1"] }, { units: ["u1"] }],
  [{ units: ["u1", "u2"] }, {}, { units: ["u1", "u2"] }],
  [{ units: ["u1", "u2"] }, { units: ["u1"], placeTypes: ["school"] }, { units: ["u1"], placeTypes: ["school"] }],
  [{ regions: ["350582"] }, { regions: ["350582101"] }, { regions: ["350582101"] }],
  [{ regions: ["350500"] }, { regions: ["350582"] }, { regions: ["350582"] }],
  [{ units: ["u1"] }, { units: ["u2"] }, null],
  [{ regions: ["350582"] }, { regions: ["350583"] }, null],
  [{ regions: ["350582101"] }, { regions: ["350582"] }, null],
  [{ operators: ["o1"] }, { operators: ["o1", "o2"] }, null],
] as const)("SEC-AZ-06: nobody allows a display to show more than they see: %j, %j", (own, asked, wanted) => {
  expect(narrowedScope(own, asked)).toEqual(wanted);
});
