import { afterAll, beforeAll, expect, test } from "vitest";
import type { Caller } from "../src/ports/caller.ts";
import { type Answer, type DoorCall, openDoorCall } from "./door-call.ts";
import { device, operator, unit } from "./http-fixture.ts";

let door: DoorCall;
beforeAll(async () => {
  door = await openDoorCall();
  await door.call("POST", "/api/v1/operators", { items: [operator] });
  await door.call("POST", "/api/v1/units", { items: [unit, { ...unit, id: "unit-2" }] });
  await door.call("POST", "/api/v1/devices", {
    items: [device, { ...device, id: "pile-1", type: "chargingPile" }, { ...device, id: "dev-2", unitId: "unit-2" }],
  });
}, 20_000);
afterAll(() => door?.end());

const file = { deviceId: "dev-889", installedOn: "2026-03-18" };
const put = (id: string, body: object, headers: Record<string, string> = {}, key?: string): Promise<Answer> =>
  door.call("PUT", `/api/v1/devices/${id}/installation`, body, { headers, ...(key === undefined ? {} : { key }) });
const get = (id: string, key?: string): Promise<Answer> =>
  door.call("GET", `/api/v1/devices/${id}/installation`, undefined, key === undefined ? {} : { key });
const PNG = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3, 4, 5, 6, 7, 8);
/** A scanned document, brought by somebody who sees the whole tenant. */
const addFile = async (): Promise<string> => {
  const { tenant, transfer, clock } = door.deps;
  const who = { tenant, actor: "key:scanner", name: "scanner", role: "platform", scope: {} } as Caller;
  const file = await transfer.files.add(who, "档案.png", PNG, { now: clock(), source: "", requestId: "r" });
  if ("code" in file) throw new Error(file.code);
  return file.id;
};
const paths = ({ body }: Answer): readonly string[] => body.errors.map(({ path }: { path: string }) => path);

test("EF-5.2, EF-5.6, EF-5.7, EF-3.2: an installation file is written, read and replaced at the version that was read", async () => {
  expect((await get("dev-889")).status).toBe(404);
  const scan = await addFile();
  const whole = {
    ...file,
    spot: "distributionRoom",
    isWiringChecked: true,
    protection: ["waterproof", "dustproof"],
    installers: [{ name: "示例电工", isElectrician: true, certificate: "T123456789" }],
    investmentFen: 1_280_000,
    ownShareFen: 640_000,
    review: "accepted",
    files: [scan],
    reportNumber: "2026-17",
  };
  const made = await put("dev-889", whole);
  expect([made.status, made.tag]).toEqual([200, '"1"']);
  expect(made.body).toMatchObject({
    vendorRepairUntil: "2029-03-17",
    vendorMaintenanceUntil: "2027-03-17",
    version: 1,
  });
  expect(made.body.reportNumber).toBe("2026-17");
  expect((await put("dev-889", whole)).status).toBe(428);
  expect((await put("dev-889", whole, { "if-match": '"2"' })).status).toBe(412);
  expect((await put("dev-889", whole, { "if-none-match": "*" })).status).toBe(412);
  const later = await put("dev-889", { ...whole, review: "pending" }, { "if-match": '"1"' });
  expect([later.status, later.body.review, later.tag]).toEqual([200, "pending", '"2"']);
  expect((await get("dev-889")).body).toEqual(later.body);
  const kept = await door.call("GET", "/api/v1/devices/dev-889/installation", undefined, {
    headers: { "if-none-match": '"2"' },
  });
  expect(kept.status).toBe(304);
  const query = { from: null, to: null, actor: null, act: null, result: null, after: null, limit: 9 };
  const { items } = await door.deps.accessStore.audit(door.deps.tenant, {
    ...{ first: "oldest", ...query, object: "installation:dev-889" },
  });
  expect(items.map(({ act }) => act)).toEqual(["installation.put", "installation.put"]);
});

test.each(["stairwell", "evacuationWalkway", "safetyExit"])(
  "CP-1.4: a charging place at %s is refused with the rule; a monitor may be there",
  async (spot) => {
    for (const place of [{ spot }, { spot: "carport", placeType: spot }]) {
      const refused = await put("pile-1", { ...file, deviceId: "pile-1", ...place });
      expect([refused.status, refused.body.code]).toEqual([422, "forbidden-place"]);
      expect(refused.body.errors[0]).toMatchObject({ clause: "CP-1.4" });
      expect(refused.body.detail).toContain("CP-1.4");
    }
    expect((await get("pile-1")).status).toBe(404);
    const id = `monitor-${spot}`;
    await door.call("POST", "/api/v1/devices", { items: [{ ...device, id }] });
    expect((await put(id, { ...file, deviceId: id, spot }, { "if-match": "*" })).status).toBe(412);
    expect((await put(id, { ...file, deviceId: id, spot })).status).toBe(200);
  },
);

test("CP-1.4: a charging device says where it stands, and may be at a carport", async () => {
  expect(paths(await put("pile-1", { ...file, deviceId: "pile-1" }))).toEqual(["/spot"]);
  expect((await put("pile-1", { ...file, deviceId: "pile-1", spot: "carport" })).status).toBe(200);
  const moved = await put("pile-1", { ...file, deviceId: "pile-1", spot: "stairwell" }, { "if-match": '"1"' });
  expect(moved.status).toBe(422);
  expect((await get("pile-1")).body.spot).toBe("carport");
});

test.each([
  [{ deviceId: "dev-889" }, ["/installedOn"]],
  [{ ...file, installedOn: "2026-02-30" }, ["/installedOn"]],
  [{ ...file, protection: ["bulletproof"] }, ["/protection/0"]],
  [{ ...file, protection: ["waterproof", "waterproof"] }, ["/protection"]],
  [{ ...file, installers: [{ isElectrician: true }] }, ["/installers/0/name"]],
  [{ ...file, installers: [{ name: "王*", isElectrician: true }] }, ["/installers/0/name"]],
  [{ ...file, investmentFen: 100, ownShareFen: 101 }, ["/ownShareFen"]],
  [{ ...file, ownShareFen: 1 }, ["/ownShareFen"]],
  [{ ...file, investmentFen: -1 }, ["/investmentFen"]],
  [{ ...file, review: "maybe" }, ["/review"]],
])("SEC-API-05: a file that does not fit is refused at its place: %#", async (body, wanted) => {
  const answer = await put("dev-889", body, { "if-match": "*" });
  expect(answer.status).toBe(422);
  expect(paths(answer)).toEqual(wanted);
});

test("a file is of the device in the address, and of one that is there", async () => {
  expect((await put("dev-889", { ...file, deviceId: "dev-2" }, { "if-match": "*" })).body.code).toBe("id-mismatch");
  for (const id of ["nobody", "%00"]) expect((await put(id, file)).status).toBe(404);
});

test("SEC-PII-03: installers are masked; masks that come back in any order keep who is stored", async () => {
  const installers = [
    { name: "陈示例", isElectrician: true, certificate: "T350582199001011234" },
    { name: "王示例", isElectrician: false, accompaniedBy: "陈示例" },
  ];
  const { tag } = await put("dev-889", { ...file, installers }, { "if-match": "*" });
  const read = (await get("dev-889")).body;
  expect(read.installers).toEqual([
    { name: "陈*", isElectrician: true, certificate: "****1234" },
    { name: "王*", isElectrician: false, accompaniedBy: "陈*" },
  ]);
  const [first, second] = read.installers;
  const turned = await put("dev-889", { ...file, installers: [second, first] }, { "if-match": tag });
  expect(turned.status).toBe(200);
  const stored = await door.deps.registry.sheets.find(door.deps.tenant, "installation", "dev-889");
  expect(stored?.body.installers).toEqual([installers[1], installers[0]]);
  const twice = await put("dev-889", { ...file, installers: [first, first] }, { "if-match": "*" });
  expect(paths(twice)).toEqual(["/installers/1/name"]);
});

test("SEC-AZ-02, -03: outside of its scope a key finds and writes nothing", async () => {
  const scoped = await door.door.addKey({ scope: { units: ["unit-0001"] } });
  expect((await get("dev-889", scoped)).status).toBe(200);
  for (const answer of [await get("dev-2", scoped), await put("dev-2", { ...file, deviceId: "dev-2" }, {}, scoped)])
    expect(answer.status).toBe(404);
  const guide = await door.door.addKey({ role: "departmentGuide" });
  expect((await get("dev-889", guide)).status).toBe(200);
  expect((await put("dev-889", file, { "if-match": "*" }, guide)).status).toBe(403);
});

test("of two who write the same file at once, one is told", async () => {
  const { tag } = await get("dev-889");
  const both = await Promise.all([1, 2].map((n) => put("dev-889", { ...file, reportNumber: n }, { "if-match": tag })));
  expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
});

test("EF-5.2: a file that is named is kept while it is named; one that nobody has is refused", async () => {
  const [first, second] = [await addFile(), await addFile()];
  const remove = async (id: string): Promise<number> => {
    const key = await door.door.addKey({ role: "systemAdministrator" });
    return (await door.call("DELETE", `/api/v1/files/${id}`, undefined, { key })).status;
  };
  const expiry = async (id: string) => (await door.call("GET", `/api/v1/files/${id}`)).body.expiresAt;
  expect(await expiry(first)).toEqual(expect.any(String));
  expect((await put("dev-889", { ...file, files: [first] }, { "if-match": "*" })).status).toBe(200);
  expect([await expiry(first), await remove(first)]).toEqual([null, 409]);
  expect(paths(await put("dev-889", { ...file, files: [first, "nobody"] }, { "if-match": "*" }))).toEqual(["/files/1"]);
  expect((await get("dev-889")).body.files).toEqual([first]);
  expect((await put("dev-889", { ...file, files: [second] }, { "if-match": "*" })).status).toBe(200);
  expect([await remove(first), await remove(second)]).toEqual([204, 409]);
});
