import { request } from "node:http";
import { afterAll, beforeAll, expect, test } from "vitest";
import { alarm, component, device, openTestHub, operator, putPlace, type TestHub, unit } from "./http-fixture.ts";

type Result = {
  readonly id: string | null;
  readonly status: string;
  readonly version?: number;
  readonly problem?: {
    readonly code: string;
    readonly errors?: readonly { readonly path: string; readonly clause?: string }[];
  };
};
type Page = {
  readonly items: readonly Record<string, unknown>[];
  readonly next: string | null;
  readonly feedCursor: string;
};

let hub: TestHub;
beforeAll(async () => {
  hub = await openTestHub();
  await putPlace(hub);
}, 20_000);
afterAll(() => hub?.end());

const put = async (
  plural: string,
  items: readonly unknown[],
): Promise<{ status: number; results: readonly Result[] }> => {
  const response = await hub.call("POST", `/api/v1/${plural}`, { items });
  return { status: response.status, ...((await response.json()) as { results: readonly Result[] }) };
};
const page = async (path: string): Promise<Page> => (await (await hub.call("GET", path)).json()) as Page;
const ids = ({ items }: Page): unknown[] => items.map(({ id }) => id);

test("SH-3: a record is created, then unchanged, then updated; unknown members are kept (SH-6)", async () => {
  const mine = { ...device, id: "dev-1", simCard: { iccid: "8986" } };
  expect(await put("devices", [mine])).toEqual({
    status: 200,
    results: [{ id: "dev-1", status: "created", version: 1 }],
  });
  expect((await put("devices", [mine])).results).toEqual([{ id: "dev-1", status: "unchanged", version: 1 }]);
  expect((await put("devices", [{ ...mine, name: "改名" }])).results).toMatchObject([
    { status: "updated", version: 2 },
  ]);
  const record = await (await hub.call("GET", "/api/v1/devices/dev-1")).json();
  expect(record).toMatchObject({
    id: "dev-1",
    name: "改名",
    simCard: { iccid: "8986" },
    version: 2,
    updatedAt: expect.stringMatching(/\+08:00$/),
  });
  expect(record).not.toHaveProperty("deleted");
});

test("SH-3: an invalid item is refused alone with path, clause and both languages; meta members of the sender are not believed", async () => {
  const { status, results } = await put("devices", [
    { ...device, id: "dev-2", latitude: "24.7", name: undefined },
    { ...device, id: "dev-3", version: 77, updatedAt: "2001-01-01T00:00:00Z" },
    "text",
    { id: 5 },
    null,
  ]);
  expect(status).toBe(200);
  expect(results.map((one) => [one.id, one.status])).toEqual([
    ["dev-2", "refused"],
    ["dev-3", "created"],
    [null, "refused"],
    [null, "refused"],
    [null, "refused"],
  ]);
  expect(results[0]?.problem).toMatchObject({ code: "invalid", title: expect.any(String), titleZh: "不符合格式" });
  expect(results[0]?.problem?.errors?.map(({ path, clause }) => [path, clause])).toContainEqual(["/latitude", "SH-3"]);
  expect(await (await hub.call("GET", "/api/v1/devices/dev-3")).json()).toMatchObject({
    version: 1,
    updatedAt: expect.stringMatching(/^20[23]/),
  });
});

test("SEC-API-06: 500 items are taken, 501 are refused whole and none is kept", async () => {
  const many = (count: number, prefix: string) =>
    Array.from({ length: count }, (_, n) => ({ ...operator, id: `${prefix}-${n}` }));
  expect((await put("operators", many(500, "bulk"))).results.every(({ status }) => status === "created")).toBe(true);
  expect((await hub.call("POST", "/api/v1/operators", { items: many(501, "over") })).status).toBe(413);
  expect((await hub.call("GET", "/api/v1/operators/over-0")).status).toBe(404);
});

test("SEC-API-06: a body over 16 MiB is refused by its length, and chunked ones while they come", async () => {
  const declared = await hub.call("POST", "/api/v1/operators", `{"items":["${"x".repeat(16 * 1024 * 1024)}"]}`);
  expect(declared.status).toBe(413);
  await declared.body?.cancel();
  const status = await new Promise<number | string>((resolve) => {
    const url = new URL(`${hub.hub.httpUrl}/api/v1/operators`);
    const upload = request(url, {
      method: "POST",
      headers: {
        authorization: `Bearer ${hub.key}`,
        "content-type": "application/json",
        "transfer-encoding": "chunked",
      },
    });
    upload.on("response", (response) => {
      resolve(response.statusCode ?? 0);
      upload.destroy();
    });
    upload.on("error", (error) => resolve(error.message));
    const block = Buffer.alloc(1024 * 1024, 0x20);
    let sent = 0;
    const more = (): void => {
      if (sent++ < 64 && !upload.destroyed) upload.write(block, () => setImmediate(more));
    };
    more();
  });
  expect(status).toBe(413);
}, 20_000);

test("SEC-API-06: what is no bulk upsert may be 1 MiB", async () => {
  expect((await hub.call("POST", "/api/v1/session", { key: "x".repeat(1024 * 1024) })).status).toBe(413);
});

test("SEC-API-14: a member named __proto__ is data and changes nothing", async () => {
  const text = JSON.stringify({ ...operator, id: "op-proto" }).replace("{", '{"__proto__":{"code":"canary"},');
  const response = await hub.call("POST", "/api/v1/operators", `{"items":[${text}]}`);
  expect(await response.json()).toMatchObject({ results: [{ id: "op-proto", status: "created" }] });
  expect(await (await hub.call("GET", "/api/v1/operators/op-proto")).json()).toMatchObject({ code: operator.code });
  expect(({} as { code?: string }).code).toBe(undefined);
});

test("SH-5: an alarm before its device is parked with 202 and never lost", async () => {
  const early = { ...alarm, id: "al-early", deviceId: "dev-late" };
  const answer = await put("alarms", [early]);
  expect([answer.status, answer.results[0]?.status]).toEqual([202, "parked"]);
  expect((await put("devices", [{ ...device, id: "dev-late" }])).results[0]?.status).toBe("created");
  expect(await (await hub.call("GET", "/api/v1/alarms/al-early")).json()).toMatchObject({
    id: "al-early",
    deviceId: "dev-late",
  });
  expect(ids(await page("/api/v1/alarms?deviceId=dev-late"))).toEqual(["al-early"]);
});

test("SH-5: what a platform leaves out of an alarm is filled in, and the same alarm again is unchanged", async () => {
  expect((await put("alarms", [{ ...alarm, id: "al-least" }])).results[0]?.status).toBe("created");
  const record = (await (await hub.call("GET", "/api/v1/alarms/al-least")).json()) as Record<string, unknown>;
  expect(record).toMatchObject({
    state: "raised",
    class: "alarm",
    severity: "critical",
    receivedAt: expect.stringMatching(/\+08:00$/),
  });
  expect((await put("alarms", [{ ...alarm, id: "al-least" }])).results[0]?.status).toBe("unchanged");
});

test("SH-4: a component of a device that nobody knows is refused with the member, the reason and what to do", async () => {
  const told = [
    { path: "/deviceId", message: { en: expect.stringMatching(/register/), zh: expect.stringMatching(/请先登记/) } },
  ];
  const { results } = await put("components", [{ ...component, id: "c-lost", deviceId: "dev-nowhere" }]);
  expect(results).toMatchObject([
    { id: "c-lost", status: "refused", problem: { errors: told, code: "unknown-device", titleZh: "设备不存在" } },
  ]);
});

test("SH-6: pages are in order of id, without gaps or repeats, with Link and an opaque cursor", async () => {
  const all = Array.from({ length: 25 }, (_, n) => ({ ...unit, id: `p-${String(n).padStart(2, "0")}` }));
  await put("units", all);
  const seen: unknown[] = [];
  let path: string | null = "/api/v1/units?limit=7";
  let pages = 0;
  while (path !== null) {
    const response: Response = await hub.call("GET", path);
    const body = (await response.json()) as Page;
    seen.push(...ids(body));
    pages += 1;
    const link = response.headers.get("link");
    expect(link === null).toBe(body.next === null);
    path = link === null ? null : (/^<([^>]+)>; rel="next"$/.exec(link)?.[1] ?? null);
    if (path !== null) expect(new URL(path, "http://hub").searchParams.get("limit")).toBe("7");
  }
  expect(pages).toBeGreaterThan(3);
  expect(seen).toEqual([...all.map(({ id }) => id), "unit-0001"]);
});

test("SH-6: filters list what they say and nothing else", async () => {
  await put("units", [{ ...unit, id: "unit-f" }]);
  await put("devices", [{ ...device, id: "dev-f", unitId: "unit-f" }]);
  expect(ids(await page("/api/v1/devices?unitId=unit-f"))).toEqual(["dev-f"]);
  expect(ids(await page("/api/v1/devices?unitId=nobody"))).toEqual([]);
  expect(ids(await page("/api/v1/components?deviceId=dev-889"))).toEqual(["dev-889:1"]);
  await put("alarms", [
    { ...alarm, id: "al-f", deviceId: "dev-f", unitId: "unit-f", state: "cleared", class: "fault" },
  ]);
  expect(ids(await page("/api/v1/alarms?unitId=unit-f&state=cleared&class=fault"))).toEqual(["al-f"]);
  expect(ids(await page("/api/v1/alarms?unitId=unit-f&state=raised"))).toEqual([]);
});

test("SH-6: updatedFrom is included, updatedTo is not, and tombstones appear only then", async () => {
  await put("operators", [{ ...operator, id: "op-t" }]);
  const record = (await (await hub.call("GET", "/api/v1/operators/op-t")).json()) as { updatedAt: string };
  const at = encodeURIComponent(record.updatedAt);
  const later = encodeURIComponent(new Date(Date.parse(record.updatedAt) + 1).toISOString());
  expect(ids(await page(`/api/v1/operators?updatedFrom=${at}&updatedTo=${later}`))).toContain("op-t");
  expect(ids(await page(`/api/v1/operators?updatedFrom=${later}`))).not.toContain("op-t");
  expect(ids(await page(`/api/v1/operators?updatedTo=${at}&limit=500`))).not.toContain("op-t");

  expect((await hub.call("DELETE", "/api/v1/operators/op-t")).status).toBe(204);
  expect((await hub.call("GET", "/api/v1/operators/op-t")).status).toBe(404);
  expect((await hub.call("DELETE", "/api/v1/operators/op-t")).status).toBe(404);
  const since = await page(`/api/v1/operators?updatedFrom=${at}`);
  expect(since.items.find(({ id }) => id === "op-t")).toMatchObject({ deleted: true, version: 2 });
  let path = "/api/v1/operators?limit=500";
  for (let body = await page(path); ; body = await page(path)) {
    expect(ids(body)).not.toContain("op-t");
    if (body.next === null) break;
    path = `/api/v1/operators?limit=500&cursor=${body.next}`;
  }
});

test("SH-6: a tombstone in a push deletes; one of a record that nobody has is refused alone", async () => {
  await put("operators", [{ ...operator, id: "op-gone" }]);
  const { results } = await put("operators", [
    { ...operator, id: "op-gone", deleted: true },
    { ...operator, id: "op-never", deleted: true },
  ]);
  expect(results.map(({ id }) => id)).toEqual(["op-gone", "op-never"]);
  expect(results[1]).toMatchObject({ status: "refused", problem: { code: "not-found" } });
  expect((await hub.call("GET", "/api/v1/operators/op-gone")).status).toBe(404);
});

test("an unchanged record is answered 304 by its ETag; a changed one in full", async () => {
  await put("operators", [{ ...operator, id: "op-tag" }]);
  const first = await hub.call("GET", "/api/v1/operators/op-tag");
  await first.body?.cancel();
  expect(first.headers.get("etag")).toBe('"1"');
  const same = await hub.call("GET", "/api/v1/operators/op-tag", undefined, { "if-none-match": 'W/"9", "1"' });
  expect([same.status, await same.text()]).toEqual([304, ""]);
  await put("operators", [{ ...operator, id: "op-tag", name: "新名" }]);
  const changed = await hub.call("GET", "/api/v1/operators/op-tag", undefined, { "if-none-match": '"1"' });
  expect([changed.status, changed.headers.get("etag")]).toEqual([200, '"2"']);
});
