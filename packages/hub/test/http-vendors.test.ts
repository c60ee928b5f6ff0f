import { afterAll, beforeAll, expect, test } from "vitest";
import { type DoorCall, openDoorCall } from "./door-call.ts";
import { device, operator, unit } from "./http-fixture.ts";

let door: DoorCall;
let administrator = "";
beforeAll(async () => {
  door = await openDoorCall();
  administrator = await door.door.addKey({ role: "systemAdministrator" });
}, 20_000);
afterAll(() => door?.end());

const vendor = { id: "vendor-01", name: "示例电气", creditCode: "91350100M000100Y43", contactName: "示例联系人" };
const certificate = { number: "CCC-2026-0001", standard: "GB 14287.4-2014", validUntil: "2029-12-31" };
const model = {
  ...{ id: "model-1", vendorId: "vendor-01", name: "EF-100", deviceType: "electricalFireMonitor" },
  certificates: [certificate],
};
const put = async (plural: string, items: readonly unknown[], key?: string) =>
  door.call("POST", `/api/v1/${plural}`, { items }, key === undefined ? {} : { key });
const outcome = async (plural: string, ...items: readonly unknown[]): Promise<readonly string[]> =>
  ((await put(plural, items)).body.results as { status: string; problem?: { code: string } }[]).map(
    ({ status, problem }) => problem?.code ?? status,
  );
const remove = (path: string, key = administrator) => door.call("DELETE", `/api/v1/${path}`, undefined, { key });
const acts = async (object: string): Promise<readonly string[]> => {
  const query = { from: null, to: null, actor: null, act: null, result: null, after: null };
  const { items } = await door.deps.accessStore.audit(door.deps.tenant, {
    first: "oldest",
    ...query,
    object,
    limit: 99,
  });
  return items.map(({ act }) => act);
};

test("EF-1.1, CP-1.1: a vendor and a model with its certificate and edition are kept, each change a version and an entry", async () => {
  expect(await outcome("vendors", vendor)).toEqual(["created"]);
  expect(await outcome("vendors", vendor, { ...vendor, website: "https://vendor.example" })).toEqual([
    "unchanged",
    "updated",
  ]);
  expect(await outcome("device-models", model)).toEqual(["created"]);
  const read = await door.call("GET", "/api/v1/device-models/model-1");
  expect(read.body).toMatchObject({ ...model, version: 1 });
  expect(read.tag).toBe('"1"');
  const headers = { "if-none-match": '"1"' };
  expect((await door.call("GET", "/api/v1/device-models/model-1", undefined, { headers })).status).toBe(304);
  expect((await door.call("GET", "/api/v1/vendors/vendor-01")).body).toMatchObject({ version: 2 });
  expect(await acts("vendor:vendor-01")).toEqual(["vendor.put", "vendor.put"]);
  expect(await acts("deviceModel:model-1")).toEqual(["deviceModel.put"]);
});

test("EF-1.1: each item is judged alone; what does not fit says where", async () => {
  expect(
    await outcome(
      "device-models",
      { ...model, id: "m-2" },
      { ...model, id: "m-3", vendorId: "nobody" },
      { ...model, id: "m-4", certificates: [{ ...certificate, standard: "GB 14287.4" }] },
      { ...model, id: "m-5", certificates: [{ ...certificate, validUntil: "2029-02-30" }] },
      { ...model, id: "m 6" },
      { ...model, id: 7 },
      "text",
    ),
  ).toEqual(["created", "unknown-vendor", "invalid", "invalid", "invalid", "invalid", "invalid"]);
  const { body } = await put("device-models", [{ ...model, certificates: [{ number: "1", standard: "GB 14287.4" }] }]);
  expect(body.results[0].problem.errors.map(({ path }: { path: string }) => path).sort()).toEqual([
    "/certificates/0/standard",
    "/certificates/0/validUntil",
  ]);
  for (const bad of [{ name: "x" }, { id: "v", name: " " }, { id: "v", name: "x", creditCode: "short" }, null])
    expect(await outcome("vendors", bad)).toEqual(["invalid"]);
});

test("SH-6: members that the schema does not have are kept; meta members of the sender are not believed", async () => {
  await put("vendors", [
    { ...vendor, id: "v-more", serviceLevel: { hours: 24 }, version: 99, updatedAt: "2020-01-01T00:00:00Z" },
  ]);
  const { body } = await door.call("GET", "/api/v1/vendors/v-more");
  expect(body).toMatchObject({ serviceLevel: { hours: 24 }, version: 1 });
  expect(Date.parse(body.updatedAt)).toBeGreaterThan(Date.parse("2026-01-01"));
});

test("a list pages by id, finds by words and by the time of change, with tombstones then", async () => {
  const names = ["v-a", "v-b", "v-c"];
  const before = new Date().toISOString();
  await put(
    "vendors",
    names.map((id) => ({ id, name: `分页厂商 ${id}` })),
  );
  const first = await door.call("GET", "/api/v1/vendors?q=分页厂商&limit=2");
  expect(first.body.items.map(({ id }: { id: string }) => id)).toEqual(["v-a", "v-b"]);
  expect(first.headers.get("link")).toContain('rel="next"');
  const rest = await door.call("GET", `/api/v1/vendors?q=分页厂商&limit=2&cursor=${first.body.next}`);
  expect([rest.body.items.map(({ id }: { id: string }) => id), rest.body.next]).toEqual([["v-c"], null]);
  expect((await remove("vendors/v-b")).status).toBe(204);
  const all = await door.call("GET", "/api/v1/vendors?q=分页");
  expect(all.body.items).toHaveLength(2);
  const changed = await door.call("GET", `/api/v1/vendors?q=分页&updatedFrom=${before}`);
  expect(changed.body.items.map(({ id, deleted }: { id: string; deleted?: true }) => [id, deleted])).toEqual([
    ["v-a", undefined],
    ["v-b", true],
    ["v-c", undefined],
  ]);
  expect(await outcome("vendors", { id: "v-b", name: "回来" })).toEqual(["created"]);
  expect((await door.call("GET", "/api/v1/vendors/v-b")).tag).toBe('"3"');
});

test("what is referred to is not deleted, alone or in bulk; what is gone is a 404", async () => {
  await put("operators", [operator]);
  await put("units", [unit]);
  await put("devices", [{ ...device, modelId: "model-1" }]);
  const found = await door.call("GET", "/api/v1/devices?modelId=model-1");
  expect(found.body.items.map(({ id }: { id: string }) => id)).toEqual(["dev-889"]);
  for (const path of ["vendors/vendor-01", "device-models/model-1"]) {
    const refused = await remove(path);
    expect([refused.status, refused.body.code], path).toEqual([409, "in-use"]);
  }
  // To delete takes another right than to write: not in bulk.
  expect(await outcome("device-models", { ...model, deleted: true })).toEqual(["invalid"]);
  await put("devices", [device]);
  expect((await remove("device-models/model-1")).status).toBe(204);
  expect((await remove("device-models/m-2")).status).toBe(204);
  expect((await remove("vendors/vendor-01")).status).toBe(204);
  for (const path of ["vendors/vendor-01", "device-models/model-1"]) {
    expect((await door.call("GET", `/api/v1/${path}`)).status).toBe(404);
    expect((await remove(path)).status).toBe(404);
  }
  expect((await acts("deviceModel:model-1")).at(-1)).toBe("deviceModel.delete");
});

test("SEC-AZ-03, -05: who sees a part of the tenant only reads; a role without the right does neither", async () => {
  await put("vendors", [{ id: "v-own", name: "厂商" }]);
  const part = await door.door.addKey({ scope: { units: ["unit-0001"] } });
  const guide = await door.door.addKey({ role: "departmentGuide" });
  const display = await door.door.addKey({ role: "wallDisplay" });
  expect((await door.call("GET", "/api/v1/vendors/v-own", undefined, { key: part })).status).toBe(200);
  expect((await door.call("GET", "/api/v1/vendors/v-own", undefined, { key: guide })).status).toBe(200);
  expect((await door.call("GET", "/api/v1/vendors/v-own", undefined, { key: display })).status).toBe(403);
  for (const key of [part, guide]) {
    expect((await put("vendors", [{ id: "v-own", name: "改名" }], key)).status).toBe(403);
    expect((await remove("vendors/v-own", key)).status).toBe(403);
  }
  const town = await door.door.addKey({ role: "systemAdministrator", scope: { regions: ["350582101"] } });
  expect((await remove("vendors/v-own", town)).status).toBe(403);
  expect((await remove("vendors/nobody", town)).status).toBe(404);
  expect((await door.call("GET", "/api/v1/vendors/v-own")).body.name).toBe("厂商");
});

test("a model put while its vendor is deleted leaves no model without a vendor", async () => {
  for (let n = 0; n < 10; n += 1) {
    await put("vendors", [{ id: `v-race-${n}`, name: "厂商" }]);
    const [gone, made] = await Promise.all([
      remove(`vendors/v-race-${n}`),
      outcome("device-models", { ...model, id: `m-race-${n}`, vendorId: `v-race-${n}` }),
    ]);
    expect([
      [204, "unknown-vendor"],
      [409, "created"],
    ]).toContainEqual([gone.status, made[0]]);
  }
});

test("SEC-PII-03: a vendor's contact is masked; a mask that comes back keeps what is stored, another is refused", async () => {
  const contact = { id: "v-contact", name: "厂商", contactName: "示例联系人", contactPhone: "13800000000" };
  await put("vendors", [contact]);
  const { body } = await door.call("GET", "/api/v1/vendors/v-contact");
  expect([body.contactName, body.contactPhone]).toEqual(["示*", "138****0000"]);
  expect(await outcome("vendors", { ...body, name: "改名" })).toEqual(["updated"]);
  expect((await door.deps.registry.entries.find(door.deps.tenant, "vendor", "v-contact"))?.body).toEqual({
    ...contact,
    name: "改名",
  });
  expect(await outcome("vendors", { ...body, contactName: "王*" }, { ...body, id: "v-new" })).toEqual([
    "invalid",
    "invalid",
  ]);
  const listed = await door.call("GET", "/api/v1/vendors?q=改名");
  expect(JSON.stringify(listed.body)).not.toContain("示例联系人");
});
