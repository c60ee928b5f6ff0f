import { operatorDocumentKinds } from "@dianan/model";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Answer, type DoorCall, openDoorCall } from "./door-call.ts";
import { operator, unit } from "./http-fixture.ts";

let door: DoorCall;
let writer = "";
beforeAll(async () => {
  door = await openDoorCall();
  writer = await door.door.addKey({ role: "operatorUser" });
  await door.call("POST", "/api/v1/operators", { items: [operator, { ...operator, id: "op-02" }] });
  await door.call("POST", "/api/v1/units", { items: [unit] });
}, 20_000);
afterAll(() => door?.end());

const kinds = Object.keys(operatorDocumentKinds);
const all = kinds.map((kind) => ({ kind, title: `制度 ${kind}`, validFrom: "2026-01-01" }));
const qualification = {
  isLegalPerson: true,
  isOperationInScope: true,
  technicians: [{ name: "示例技术员", experienceYears: 6, isElectrician: false }],
};
const put = (body: object, headers: Record<string, string> = {}, key = writer, id = "op-01"): Promise<Answer> =>
  door.call("PUT", `/api/v1/operators/${id}/documents`, body, { key, headers });
const get = (id = "op-01", key = writer): Promise<Answer> =>
  door.call("GET", `/api/v1/operators/${id}/documents`, undefined, { key });
const paths = ({ body }: Answer): readonly string[] => body.errors.map(({ path }: { path: string }) => path);

test("EF-5.4: before anything is written all ten documents and the qualification are missing", async () => {
  const { body, tag } = await get("op-02");
  expect([body.items, tag]).toEqual([[], '"0"']);
  expect(body.missing).toEqual(kinds);
  expect(body.shortcomings).toMatchObject([{ path: "/qualification" }]);
  expect((await put({ items: [] }, { "if-match": tag }, writer, "op-02")).status).toBe(200);
  expect((await put({ items: [] }, { "if-match": tag }, writer, "op-02")).status).toBe(412);
});

test("EF-5.4, EF-5.8: documents are replaced as a whole; those that are not valid today are missing", async () => {
  const first = await put({ items: all, qualification });
  expect(first.body).toMatchObject({ missing: [], shortcomings: [] });
  expect((await put({ items: [] })).status).toBe(428);
  expect((await put({ items: [] }, { "if-match": '"9"' })).status).toBe(412);
  const [management, ...others] = all;
  const items = [
    { ...management, validUntil: "2026-02-01" },
    ...others.filter(({ kind }) => kind !== "backupPlan"),
    { kind: "backupPlan", title: "方案", validFrom: "2099-01-01" },
  ];
  const second = await put({ items, qualification }, { "if-match": first.tag });
  expect(second.body.missing).toEqual(["management", "backupPlan"]);
  expect((await get()).body).toEqual(second.body);
});

test("EF-5.8: what the qualification lacks is named at its place", async () => {
  const bad = {
    isLegalPerson: false,
    isOperationInScope: false,
    technicians: [
      { name: "甲", experienceYears: 4, isElectrician: false },
      { name: "乙", experienceYears: 5, isElectrician: false },
      { name: "丙", isElectrician: true },
      { name: "丁", isElectrician: false },
    ],
  };
  const answer = await put({ items: all, qualification: bad }, { "if-match": "*" });
  expect(answer.body.shortcomings.map(({ path }: { path: string }) => path)).toEqual([
    "/qualification/isLegalPerson",
    "/qualification/isOperationInScope",
    "/qualification/technicians/0",
    "/qualification/technicians/3",
  ]);
  const empty = await put({ items: all, qualification: { ...qualification, technicians: [] } }, { "if-match": "*" });
  expect(empty.body.shortcomings).toMatchObject([{ path: "/qualification/technicians" }]);
});

test.each([
  [{ items: [{ ...all[0], kind: "other" }] }, ["/items/0/kind"]],
  [{ items: [{ kind: "patrol", validFrom: "2026-01-01" }] }, ["/items/0/title"]],
  [{ items: [{ ...all[0], validFrom: "2026-1-1" }] }, ["/items/0/validFrom", "/items/0/validFrom"]],
  [{ items: [{ ...all[0], validUntil: "2025-12-31" }] }, ["/items/0/validUntil"]],
  [
    { items: [], qualification: { isLegalPerson: true } },
    ["/qualification/isOperationInScope", "/qualification/technicians"],
  ],
  [{ items: [{ ...all[0], fileId: "nobody" }] }, ["/items/0/fileId"]],
  [{ items: [], other: 1 }, ["/other"]],
  [{}, ["/items"]],
])("SEC-API-05: a list that does not fit is refused at its place: %#", async (body, wanted) => {
  const answer = await put(body, { "if-match": "*" });
  expect([answer.status, paths(answer)]).toEqual([422, wanted]);
});

test("SEC-PII-03: technicians are masked, and a list that is sent back keeps them", async () => {
  const technicians = [{ name: "李示例", isElectrician: true, certificate: "T350582199001015678" }];
  await put({ items: all, qualification: { ...qualification, technicians } }, { "if-match": "*" });
  const { body, tag } = await get();
  expect(body.qualification.technicians).toEqual([{ name: "李*", isElectrician: true, certificate: "****5678" }]);
  expect((await put({ items: all, qualification: body.qualification }, { "if-match": tag })).status).toBe(200);
  const kept = await door.deps.registry.sheets.find(door.deps.tenant, "operatorDocuments", "op-01");
  expect(kept?.body.qualification).toMatchObject({ technicians });
});

test("SEC-AZ-02, -03, -05: a foreign operator is a 404; who may only read does not write", async () => {
  const own = await door.door.addKey({ role: "operatorUser", scope: { operators: ["op-01"] } });
  expect((await get("op-01", own)).status).toBe(200);
  expect((await put({ items: all }, { "if-match": "*" }, own)).status).toBe(200);
  for (const answer of [
    await get("op-02", own),
    await put({ items: [] }, { "if-match": "*" }, own, "op-02"),
    await get("nobody"),
    await put({ items: [] }, {}, writer, "nobody"),
  ])
    expect(answer.status).toBe(404);
  const platform = await door.door.addKey();
  expect((await get("op-01", platform)).status).toBe(200);
  expect((await put({ items: [] }, { "if-match": "*" }, platform)).status).toBe(403);
});
