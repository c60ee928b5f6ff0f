import fc from "fast-check";
import { afterEach, beforeEach, expect, test } from "vitest";
import { device, openTestHub, operator, putPlace, type TestHub, testLimits, unit } from "./http-fixture.ts";
import { checkAnswer } from "./http-schema.ts";
import { addKey } from "./webhook-fixture.ts";

type Page = {
  readonly items: readonly { readonly kind: string; readonly id: string; readonly version: number; record: object }[];
  readonly feedCursor: string;
  readonly isMore: boolean;
};

let hub: TestHub;
beforeEach(async () => {
  hub = await openTestHub();
}, 20_000);
afterEach(() => hub?.end());

const read = async (query: string, key = hub.key): Promise<{ status: number; page: Page; code?: string }> => {
  const response = await hub.call("GET", `/api/v1/changes${query}`, undefined, { authorization: `Bearer ${key}` });
  const page = (await response.json()) as Page & { code: string };
  checkAnswer("GET", "/api/v1/changes", response.status, page);
  return { status: response.status, page, code: page.code };
};
const put = async (plural: string, ...items: readonly object[]): Promise<void> => {
  const response = await hub.call("POST", `/api/v1/${plural}`, { items });
  expect(response.status).toBe(200);
  await response.body?.cancel();
};
const told = ({ items }: Page): readonly string[] => items.map(({ kind, id, version }) => `${kind} ${id}@${version}`);

/** Reads on until there is no more, as a client would. */
const readAll = async (query: string, key = hub.key): Promise<readonly string[]> => {
  const all: string[] = [];
  let after = "";
  for (;;) {
    const { page } = await read(`?${query}${after}`, key);
    all.push(...told(page));
    after = `&after=${page.feedCursor}`;
    if (!page.isMore) return all;
  }
};

test("EF-N.5, SH-6: all changes in commit order, from the oldest that is kept, in pages of any size", async () => {
  await putPlace(hub);
  await put("operators", { ...operator, name: "改名" });
  const whole = await readAll("limit=500");
  expect(whole.slice(0, 2)).toEqual(["operator op-01@1", "unit unit-0001@1"]);
  expect(whole.at(-1)).toBe("operator op-01@2");
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 9 }), async (limit) => {
      expect(await readAll(`limit=${limit}`)).toEqual(whole);
      const alarmsAndUnits = whole.filter((one) => /^(unit|operator) /.test(one));
      expect(await readAll(`limit=${limit}&kinds=unit,operator`)).toEqual(alarmsAndUnits);
    }),
    { numRuns: 9 },
  );
});

test("SEC-AZ-03: a part of a tenant sees its part, and its cursor goes on all the same", async () => {
  await putPlace(hub);
  await put("units", { ...unit, id: "unit-2" });
  for (let n = 0; n < 20; n += 1) await put("devices", { ...device, id: "dev-889", name: `${n}` });
  await put("devices", { ...device, id: "dev-2", unitId: "unit-2" });
  const narrow = addKey(hub, { units: ["unit-2"] }).secret;
  const seen = await readAll("limit=1", narrow);
  expect(new Set(seen.map((one) => one.split("@")[0]))).toEqual(
    new Set(["operator op-01", "unit unit-2", "device dev-2"]),
  );
  const other = addKey(hub, { units: ["unit-nobody"] }).secret;
  const nothing = await read("", other);
  expect(nothing.page.items).toEqual([]);
  expect((await read(`?after=${nothing.page.feedCursor}`, other)).page).toMatchObject({ items: [], isMore: false });
});

test("SEC-PII-03: persons are masked in the log of changes", async () => {
  await put("operators", operator);
  const { page } = await read("");
  expect(page.items[0]?.record).toMatchObject({ name: operator.name, contactName: "联*", contactPhone: "****0000" });
});

test("SEC-API-05: what is no cursor, kind or limit is refused, and so is a key without the scope", async () => {
  for (const query of ["after=x", "after=", "kinds=person", "kinds=unit,", "kinds=", "limit=0", "limit=501", "since=1"])
    expect((await read(`?${query}`)).status, query).toBe(422);
  const without = addKey(hub, {}, ["records:read"]).secret;
  expect((await read("", without)).status).toBe(403);
  expect((await read("", "da_00000000000000000000000000000000")).status).toBe(401);
});

test("410: a cursor of another feed, beyond the head or older than what is kept leaves no gap unsaid", async () => {
  await hub.end();
  hub = await openTestHub({ limits: { ...testLimits, changes: 20 } });
  await put("operators", operator);
  const first = (await read("?limit=1")).page.feedCursor;
  const { e } = JSON.parse(Buffer.from(first, "base64url").toString()) as { e: string };
  const cursor = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString("base64url");
  for (const value of [
    { e: "restored", p: [1] },
    { e, p: [9_999] },
  ])
    expect(await read(`?after=${cursor(value)}`)).toMatchObject({ status: 410, code: "cursor-gone" });
  for (let n = 0; n < 60; n += 1) await put("operators", { ...operator, name: `${n}` });
  expect((await read(`?after=${first}`)).status).toBe(410);
  const now = await read("");
  expect(now.page.items.length).toBeGreaterThanOrEqual(20);
  expect(told(now.page).at(-1)).toBe("operator op-01@61");
});
