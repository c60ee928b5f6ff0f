import { afterAll, beforeAll, expect, test } from "vitest";
import { seriesGrid } from "../src/http/reading-series.ts";
import { openTestHub, putPlace, type TestHub } from "./http-fixture.ts";

type Step = { readonly from: string; readonly count: number; readonly max: number | null };
type Series = {
  readonly componentId: string | null;
  readonly quantity: string;
  readonly unit: string;
  readonly stepSeconds: number;
  readonly items: readonly Step[];
};

const HOUR = 3_600_000;
/** Midnight of 2 January 2026 in China. */
const MIDNIGHT = Date.UTC(2026, 0, 1, 16);
let hub: TestHub;
beforeAll(async () => {
  hub = await openTestHub();
  await putPlace(hub);
  const items = [];
  // Two days of a value each half hour, but for a gap from 06:00 to 12:00 of the first; a peak within.
  for (let n = 0; n < 96; n += 1) {
    if (n >= 12 && n < 24) continue;
    const at = new Date(MIDNIGHT + n * (HOUR / 2)).toISOString();
    items.push({ deviceId: "dev-889", quantity: "residualCurrent", value: n === 30 ? 900 : 50 + n / 10, at });
    if (n < 4)
      items.push({ deviceId: "dev-889", componentId: "dev-889:1", quantity: "temperature", value: -1.5 * n, at });
  }
  const answer = await hub.call("POST", "/api/v1/readings", { items });
  expect(await answer.text()).not.toContain("refused");
}, 20_000);
afterAll(() => hub?.end());

const day = "deviceId=dev-889&from=2026-01-02T00:00:00%2B08:00&to=2026-01-03T00:00:00%2B08:00";
const series = async (query: string): Promise<readonly Series[]> => {
  const answer = await hub.call("GET", `/api/v1/reading-series?${query}`);
  expect(answer.status).toBe(200);
  return ((await answer.json()) as { items: readonly Series[] }).items;
};

test("EF-4.1, EF-4.3: a day in steps of an hour: a peak is not lost, a gap stays a gap, values are in their unit", async () => {
  const [current, temperature] = await series(`${day}&points=24`);
  expect(current).toMatchObject({ componentId: null, quantity: "residualCurrent", unit: "mA", stepSeconds: 3600 });
  expect(current?.items).toHaveLength(24);
  expect(current?.items.filter(({ count }) => count === 0).map(({ from }) => from.slice(11, 16))).toEqual([
    ...["06:00", "07:00", "08:00", "09:00", "10:00", "11:00"],
  ]);
  expect(current?.items[0]).toEqual({
    ...{ from: "2026-01-02T00:00:00+08:00", count: 2, min: 50, max: 50.1, mean: 50.05, last: 50.1, threshold: null },
  });
  expect(current?.items[6]).toEqual({
    ...{ from: "2026-01-02T06:00:00+08:00", count: 0, min: null, max: null, mean: null, last: null, threshold: null },
  });
  expect(current?.items[15]?.max).toBe(900);
  expect(temperature).toMatchObject({ componentId: "dev-889:1", quantity: "temperature", unit: "Cel" });
  expect(temperature?.items.slice(0, 3)).toMatchObject([
    { count: 2, min: -1.5, max: 0, last: -1.5 },
    { count: 2, min: -4.5, max: -3, mean: -3.75, last: -4.5 },
    { count: 0 },
  ]);
});

test("EF-4.3: steps are as short as points allow; a component or quantity is asked for alone", async () => {
  const [fine] = await series(`${day}&quantity=residualCurrent&points=5000`);
  expect(fine).toMatchObject({ stepSeconds: 30 });
  expect(fine?.items).toHaveLength(2880);
  expect(fine?.items.filter(({ count }) => count > 0)).toHaveLength(36);
  expect((await series(`${day}&componentId=dev-889:1`)).map(({ quantity }) => quantity)).toEqual(["temperature"]);
  expect(await series(`${day}&componentId=dev-889:9`)).toEqual([]);
  const [days] = await series(
    "deviceId=dev-889&quantity=residualCurrent&from=2026-01-02T10:00:00%2B08:00&to=2026-01-03T10:00:00%2B08:00&points=10",
  );
  // Ten points do not hold 24 h in steps of 2 h: three hours, from a whole one on.
  expect(days).toMatchObject({ stepSeconds: 10_800 });
  expect(days?.items[0]?.from).toBe("2026-01-02T09:00:00+08:00");
});

test("a series that cannot be asked for so is refused with the parameter at fault", async () => {
  const range = "from=2026-01-02T00:00:00Z&to=2026-01-03T00:00:00Z";
  const refusals: readonly (readonly [query: string, path: string])[] = [
    [range, "/query/deviceId"],
    [`${range}&deviceId=a%20b`, "/query/deviceId"],
    [`${range}&deviceId=dev-889&componentId=a%20b`, "/query/componentId"],
    [`${range}&deviceId=dev-889&quantity=%24`, "/query/quantity"],
    ["deviceId=dev-889&to=2026-01-03T00:00:00Z", "/query/from"],
    ["deviceId=dev-889&from=2026-01-03T00:00:00Z", "/query/to"],
    ["deviceId=dev-889&from=2026-01-03&to=2026-01-04T00:00:00Z", "/query/from"],
    ["deviceId=dev-889&from=2026-01-03T00:00:00Z&to=2026-01-03T00:00:00Z", "/query/to"],
    ["deviceId=dev-889&from=1970-01-03T00:00:00Z&to=2026-01-03T00:00:00Z&points=10", "/query/to"],
    [`${range}&deviceId=dev-889&points=9`, "/query/points"],
    [`${range}&deviceId=dev-889&points=5001`, "/query/points"],
    [`${range}&deviceId=dev-889&points=1e3`, "/query/points"],
    [`${range}&deviceId=dev-889&deviceId=dev-1`, "/query/deviceId"],
  ];
  for (const [query, path] of refusals) {
    const answer = await hub.call("GET", `/api/v1/reading-series?${query}`);
    expect(answer.status, query).toBe(422);
    const { code, errors } = (await answer.json()) as { code: string; errors: { path: string }[] };
    expect([code, errors[0]?.path], query).toEqual(["invalid", path]);
  }
  expect((await hub.call("GET", `/api/v1/reading-series?${range}&deviceId=dev-nowhere`)).status).toBe(404);
  expect((await hub.call("GET", `/api/v1/reading-series?${range}&deviceId=dev-889&step=60`)).status).toBe(422);
});

test("steps hold the range, are no more than asked for, and begin with the hours of a clock that is off by half an hour", () => {
  expect(seriesGrid({ from: MIDNIGHT, to: MIDNIGHT + 24 * HOUR }, 24, 480)).toEqual({
    ...{ from: MIDNIGHT, to: MIDNIGHT + 24 * HOUR, stepMs: HOUR },
  });
  expect(seriesGrid({ from: 5 * HOUR + 1, to: 30 * HOUR }, 10, 330)).toEqual({
    ...{ from: 4 * HOUR, to: 31 * HOUR, stepMs: 3 * HOUR },
  });
  expect(seriesGrid({ from: 0, to: 400 * 365 * 24 * HOUR }, 10, 0)).toBeNull();
});
