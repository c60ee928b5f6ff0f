import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestHub, putPlace, type TestHub } from "./http-fixture.ts";

type Reading = { readonly quantity: string; readonly value: number | null; readonly at: string; readonly unit: string };
type Page = { readonly items: readonly Reading[]; readonly next: string | null };

let hub: TestHub;
beforeAll(async () => {
  hub = await openTestHub();
  await putPlace(hub);
}, 20_000);
afterAll(() => hub?.end());

const start = Date.UTC(2026, 0, 2, 3, 0, 0);
const timeOf = (n: number): string => new Date(start + n * 1000).toISOString().replace(".000Z", "Z");
const put = async (items: readonly unknown[]) => {
  const response = await hub.call("POST", "/api/v1/readings", { items });
  return (await response.json()) as {
    results: { deviceId: string | null; status: string; problem?: { code: string; errors?: { path: string }[] } }[];
  };
};
const page = async (query: string): Promise<Page> =>
  (await (await hub.call("GET", `/api/v1/readings?${query}`)).json()) as Page;

test("EF-4.1: a reading comes back in its unit, to the quantity's resolution", async () => {
  const items = [
    { deviceId: "dev-889", quantity: "residualCurrent", value: 68.9, at: "2026-01-01T11:04:05+08:00" },
    {
      deviceId: "dev-889",
      componentId: "dev-889:1",
      quantity: "temperature",
      value: -3.25,
      at: "2026-01-01T11:04:06+08:00",
    },
  ];
  expect((await put(items)).results).toEqual([
    { deviceId: "dev-889", status: "created" },
    { deviceId: "dev-889", status: "created" },
  ]);
  const { items: found } = await page("deviceId=dev-889&to=2026-01-02T00:00:00Z");
  expect(found).toMatchObject([
    {
      deviceId: "dev-889",
      componentId: "dev-889:1",
      quantity: "temperature",
      value: -3.2,
      unit: "Cel",
      quality: "good",
      at: "2026-01-01T11:04:06+08:00",
    },
    {
      deviceId: "dev-889",
      componentId: null,
      quantity: "residualCurrent",
      value: 68.9,
      unit: "mA",
      at: "2026-01-01T11:04:05+08:00",
    },
  ]);
});

test("EF-4.1: an item that is no reading is refused alone, with the member at fault", async () => {
  const good = { deviceId: "dev-889", quantity: "voltage", value: 220, at: "2025-01-01T00:00:00Z" };
  const { results } = await put([
    { ...good, quantity: "happiness" },
    { ...good, quantity: "constructor" },
    { ...good, value: "220" },
    { ...good, value: null },
    { ...good, value: 1e300 },
    { ...good, at: "2026-01-02" },
    { ...good, at: 1_767_322_000 },
    { ...good, deviceId: "a b" },
    { ...good, componentId: 1 },
    { ...good, deviceId: "dev-nowhere" },
    "text",
    good,
  ]);
  expect(results.map(({ status, problem }) => [status, problem?.code, problem?.errors?.[0]?.path])).toEqual([
    ["refused", "invalid", "/quantity"],
    ["refused", "invalid", "/quantity"],
    ["refused", "invalid", "/value"],
    ["refused", "invalid", "/value"],
    ["refused", "invalid", "/value"],
    ["refused", "invalid", "/at"],
    ["refused", "invalid", "/at"],
    ["refused", "invalid", "/deviceId"],
    ["refused", "invalid", "/componentId"],
    ["refused", "unknown-device", "/deviceId"],
    ["refused", "invalid", ""],
    ["created", undefined, undefined],
  ]);
});

test("EF-4.1: pages are newest first, without gaps or repeats, also while newer readings come in", async () => {
  const items = Array.from({ length: 60 }, (_, n) => ({
    deviceId: "dev-889",
    quantity: n % 3 === 0 ? "voltage" : "current",
    value: n,
    at: timeOf(Math.floor(n / 4)),
  }));
  await put(items);
  const window = `deviceId=dev-889&from=${timeOf(0)}&to=${timeOf(15)}`;
  for (const [filter, expected] of [
    ["", 60],
    ["&quantity=voltage", 20],
    ["&quantity=frequency", 0],
  ] as const) {
    const seen: Reading[] = [];
    let cursor: string | null = "";
    let round = 0;
    while (cursor !== null) {
      const body: Page = await page(`${window}${filter}&limit=7${cursor === "" ? "" : `&cursor=${cursor}`}`);
      expect(body.items.length).toBeLessThanOrEqual(7);
      seen.push(...body.items);
      cursor = body.next;
      round += 1;
      await put([{ deviceId: "dev-889", quantity: "voltage", value: round, at: timeOf(100 + round) }]);
    }
    expect(seen.length).toBe(expected);
    expect(new Set(seen.map(({ value }) => value)).size).toBe(expected);
    const times = seen.map(({ at }) => Date.parse(at));
    expect(times).toEqual(times.toSorted((a, b) => b - a));
  }
});

test("EF-4.1: readings need a device that exists, and good parameters", async () => {
  expect((await hub.call("GET", "/api/v1/readings?deviceId=nobody")).status).toBe(404);
  for (const query of [
    "",
    "deviceId=",
    "deviceId=dev-889&from=now",
    "deviceId=dev-889&cursor=abc",
    "deviceId=dev-889&limit=0",
    "deviceId=dev-889&deviceid=x",
    "deviceId=dev-889&quantity=%27",
  ])
    expect((await hub.call("GET", `/api/v1/readings?${query}`)).status, query).toBe(422);
});
