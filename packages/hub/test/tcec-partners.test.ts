import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type DoorCall, openDoorCall } from "./door-call.ts";
import { openTestHub, type TestHub } from "./http-fixture.ts";
import { envelope, OURS, openCaller, partnerDraft, THEIRS } from "./tcec-fixture.ts";

let hub: TestHub;
beforeAll(async () => {
  hub = await openTestHub({ outboundAllow: "127.0.0.1" });
}, 20_000);
afterAll(() => hub?.end());

type Told = { readonly status: number; readonly body: Record<string, never>; readonly tag: string };
const ask = async (method: string, path: string, body?: unknown, headers = {}): Promise<Told> => {
  const response = await hub.call(method, `/api/v1/tcec-partners${path}`, body, headers);
  const text = await response.text();
  return { status: response.status, body: JSON.parse(text || "{}"), tag: response.headers.get("etag") ?? "" };
};
const records = {
  ...{ platformCode: "PILE01", operatorId: "op-01", installedOn: "2026-01-02", manufacturer: "未提供" },
};
const url = "http://127.0.0.1:65535/evcs/v1";
const both = { incoming: THEIRS, outgoing: OURS };

test("CP-N.1: a partner is as the standard has it but for what is said", async () => {
  const made = await ask("POST", "", { ...partnerDraft, operatorId: "MA0000010" });
  expect(made.status).toBe(201);
  expect(made.body).toMatchObject({
    ...{
      role: "operator",
      url: null,
      isEnabled: true,
      coordinateSystem: "GCJ02",
      unitIds: [],
      secretsSet: ["incoming"],
    },
    ...{ refused: 0, lastRefusal: null },
    switches: {
      ...{ secretForm: "text", sigCase: "upper", answerSig: "strict", ret: "integer", seq: "strict" },
      ...{ service: "Sevice", elec: "Elec", statusShape: "object", numbers: "number", windowSeconds: 300 },
    },
  });
  const changed = await ask(
    "PATCH",
    `/${made.body.id}`,
    { switches: { service: "Service" }, url: `${url}/`, secrets: { outgoing: OURS } },
    { "if-match": '"1"' },
  );
  expect(changed.body).toMatchObject({
    ...{ version: 2, url, switches: { service: "Service", elec: "Elec" }, secretsSet: ["incoming", "outgoing"] },
  });
});

test.for([
  [{ secrets: {} }, "/secrets/incoming"],
  [{ role: "platform", records, secrets: {} }, "/secrets"],
  [{ secrets: { incoming: { ...THEIRS, dataSecret: "0123456789abcdefg" } } }, "/secrets/incoming/dataSecret"],
  [
    { secrets: { incoming: { ...THEIRS, dataSecretIv: "密密密密密密密密密密密密密密密密" } } },
    "/secrets/incoming/dataSecretIv",
  ],
  [{ switches: { secretForm: "hex" } }, "/secrets/incoming/dataSecret"],
  [{ secrets: both }, "/url"],
  [{ url }, "/secrets/outgoing"],
  [{ url, secrets: { ...both, outgoing: THEIRS } }, "/secrets/outgoing/operatorSecret"],
  [{ url: `${url}?key=1`, secrets: both }, "/url"],
  [{ secrets: { outgoing: OURS }, url }, "/secrets/incoming"],
  [{ ownOperatorId: "MA0000020" }, "/ownOperatorId"],
  [{ operatorId: "ma0000020" }, "/operatorId"],
  [{ operatorId: "MA000002" }, "/operatorId"],
  [{ role: "platform" }, "/records"],
  [{ role: "platform", records: { ...records, platformCode: "JJLY01" } }, "/records/platformCode"],
  [{ role: "city" }, "/role"],
  [{ sources: ["10.0.0.0/33"] }, "/sources/0"],
  [{ coordinateSystem: "GCJ-02" }, "/coordinateSystem"],
  [{ switches: { sigCase: "both" } }, "/switches/sigCase"],
  [{ switches: { windowSeconds: 29 } }, "/switches/windowSeconds"],
  [{ serviceTel: "李 13800000000" }, "/serviceTel"],
] as const)("CP-N.1: a partner with %j is refused at %s, and no secret is said again", async ([set, path]) => {
  const refused = await ask("POST", "", { ...partnerDraft, operatorId: "MA0000020", ...set });
  expect(refused.status).toBe(422);
  const text = JSON.stringify(refused.body);
  expect((refused.body.errors as unknown as { path: string }[]).map((one) => one.path)).toContain(path);
  for (const secret of [...Object.values(THEIRS), ...Object.values(OURS)]) expect(text).not.toContain(secret);
});

test("SEC-OUT-01: an address within the hub's network is refused, one that an administrator allowed is not", async () => {
  const draft = { ...partnerDraft, operatorId: "MA0000030", secrets: both };
  for (const bad of ["http://10.0.0.1/evcs/v1", "https://169.254.169.254/", "http://203.0.113.7:8080/evcs/v1"]) {
    const refused = await ask("POST", "", { ...draft, url: bad });
    expect([refused.status, refused.body.code], bad).toEqual([422, "address-forbidden"]);
  }
  expect((await ask("POST", "", { ...draft, url })).status).toBe(201);
});

test("CP-N.1: an OperatorID is one partner's, since a call says no more; a change needs the version that was read", async () => {
  const first = await ask("POST", "", { ...partnerDraft, operatorId: "MA0000040" });
  const second = await ask("POST", "", { ...partnerDraft, operatorId: "MA0000041" });
  expect((await ask("POST", "", { ...partnerDraft, operatorId: "MA0000040" })).body.code).toBe("wrong-state");
  const change = (set: object, headers: object) => ask("PATCH", `/${second.body.id}`, set, headers);
  expect((await change({ operatorId: "MA0000040" }, { "if-match": '"1"' })).body.code).toBe("wrong-state");
  expect((await change({ name: "x" }, {})).status).toBe(428);
  expect((await change({ name: "x" }, { "if-match": '"2"' })).status).toBe(412);
  expect((await change({ secrets: { incoming: null } }, { "if-match": '"1"' })).status).toBe(422);
  expect((await change({ operatorId: "MA0000042" }, { "if-match": '"1"' })).status).toBe(200);
  expect((await ask("DELETE", `/${first.body.id}`)).status).toBe(204);
  expect((await ask("DELETE", `/${first.body.id}`)).status).toBe(404);
  expect((await ask("GET", `/${first.body.id}`)).status).toBe(404);
  const free = await ask("POST", "", { ...partnerDraft, operatorId: "MA0000040" });
  expect(free.status).toBe(201);
  const acts = (await (await hub.call("GET", "/api/v1/tcec-partners")).json()) as { items: object[] };
  expect(acts.items.length).toBeGreaterThan(3);
});

test("SEC-DEV-06: calls from elsewhere than the partner's networks are a 403, whatever they say", async () => {
  const made = await ask("POST", "", { ...partnerDraft, operatorId: "MA0000050", sources: ["203.0.113.0/24"] });
  const sent = await hub.call("POST", "/evcs/v1/query_token", envelope({}, {}, THEIRS, "MA0000050"));
  expect([sent.status, ((await sent.json()) as { code: string }).code]).toEqual([403, "forbidden"]);
  expect((await ask("GET", `/${made.body.id}`)).body).toMatchObject({ refused: 1, lastRefusal: "source query_token" });
});

test("CP-N.1: spellings of a partner: signatures in lower case, Ret as a text, a window of its own", async () => {
  const switches = { sigCase: "lower", ret: "text", windowSeconds: 3_600, seq: "lenient" };
  await ask("POST", "", { ...partnerDraft, operatorId: "MA0000060", switches });
  const low = (data: object, set: object = {}) => {
    const made = envelope(data, set, THEIRS, "MA0000060");
    return { ...made, Sig: made.Sig.toLowerCase() };
  };
  const send = async (body: object) =>
    (await (await hub.call("POST", "/evcs/v1/query_token", body)).json()) as { Ret: unknown; Sig: string };
  const answer = await send(low({}));
  expect(answer.Ret).toBe("0");
  expect(answer.Sig).toMatch(/^[0-9a-f]{32}$/);
  expect((await send(envelope({}, {}, THEIRS, "MA0000060"))).Ret).toBe("4001");
  const { TimeStamp, Seq } = low({});
  expect((await send(low({ n: 1 }, { TimeStamp, Seq }))).Ret).toBe("0");
  expect((await send(low({ n: 2 }, { TimeStamp, Seq }))).Ret).toBe("0");
  expect((await send(low({ n: 2 }, { TimeStamp, Seq }))).Ret).toBe("4003");
});

test("SEC-KEY-02: in the data folder no secret is written as it was sent", async () => {
  const bytes = Buffer.concat(["hub.db", "hub.db-wal"].map((name) => readFileSync(join(hub.dataDir, name))));
  expect(bytes.includes("MA0000060")).toBe(true);
  for (const secret of [...Object.values(THEIRS), ...Object.values(OURS)]) expect(bytes.includes(secret)).toBe(false);
  // Nothing else of a stranger is answered than that it is one.
  const stranger = await openCaller(() => hub.hub.httpUrl).send("query_token", envelope({}, {}, THEIRS, "MA0000999"));
  expect(stranger).toMatchObject({ status: 200, ret: 4003, data: null });
});

let door: DoorCall;
let id = "";
beforeAll(async () => {
  door = await openDoorCall();
  id = (await door.call("POST", "/api/v1/tcec-partners", partnerDraft)).body.id;
}, 20_000);
afterAll(() => door?.end());

const all = [
  ["GET", "", undefined],
  ["POST", "", { ...partnerDraft, operatorId: "MA0000070" }],
  ["GET", "/{id}", undefined],
  ["PATCH", "/{id}", { name: "y" }],
  ["DELETE", "/{id}", undefined],
] as const;
const statuses = async (key: string): Promise<readonly number[]> => {
  const found: number[] = [];
  for (const [method, path, body] of all) {
    const headers = method === "PATCH" ? { "if-match": '"1"' } : {};
    const target = `/api/v1/tcec-partners${path.replace("{id}", id)}`;
    found.push((await door.call(method, target, body, { key, headers })).status);
  }
  return found;
};

test.each(["dutyOfficer", "unitUser", "operatorUser", "vendorEngineer", "securityAdministrator", "auditAdministrator"])(
  "SEC-AZ-05: %s neither reads nor changes partners",
  async (role) => {
    expect(await statuses(await door.door.addKey({ role }))).toEqual(all.map(() => 403));
  },
);

test("SEC-API-02, SEC-AZ-03: without the scope all is refused; who sees some units alone finds none and makes none", async () => {
  expect(await statuses(await door.door.addKey({ scopes: ["records:read"] }))).toEqual(all.map(() => 403));
  expect(await statuses(await door.door.addKey({ scopes: ["sharing:read"] }))).toEqual([200, 403, 200, 403, 403]);
  expect(await statuses(await door.door.addKey({ scope: { units: ["unit-0001"] } }))).toEqual([
    200, 403, 404, 403, 403,
  ]);
  expect(await statuses(await door.door.addKey({ role: "systemAdministrator" }))).toEqual([200, 201, 200, 200, 204]);
});
