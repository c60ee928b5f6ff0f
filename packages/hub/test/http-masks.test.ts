import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestHub, operator, putPlace, type TestHub } from "./http-fixture.ts";
import { openPeople, type People, type Person } from "./http-people.ts";
import { checkAnswer } from "./http-schema.ts";

const SLOW = 60_000;
const PHONE = "13899990001";
const MASKED = "138****0001";
const stored = { ...operator, contactName: "欧阳测试", contactPhone: PHONE, dutyPhone: PHONE };

let hub: TestHub;
let people: People;
let audit: Person;
/** A machine whose credential names the scope, and one that has all others. */
let agreed: Record<string, string>;
let plain: Record<string, string>;

beforeAll(async () => {
  hub = await openTestHub();
  people = await openPeople(() => hub);
  audit = await people.invited("auditAdministrator");
  await putPlace(hub);
  agreed = await people.key(["records:read", "records:write", "events:read", "pii:read"]);
  plain = await people.key(["records:read", "records:write", "events:read"]);
}, SLOW);
afterAll(() => hub?.end());

const call = async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) => {
  const response = await hub.call(method, path, body, { ...plain, ...headers });
  const text = await response.text();
  return { status: response.status, body: text === "" ? null : JSON.parse(text), headers: response.headers };
};
const put = async (item: object): Promise<{ status: string; problem?: { errors?: readonly { path: string }[] } }> =>
  (await call("POST", "/api/v1/operators", { items: [item] })).body.results[0];
const full = async () => (await call("GET", "/api/v1/operators/op-01", undefined, agreed)).body;
const etag = async () => (await call("GET", "/api/v1/operators/op-01")).headers.get("etag") ?? "";

test("SEC-PII-05: a machine is given persons in full when its credential names pii:read, and only then", async () => {
  expect((await put(stored)).status).toBe("updated");
  const one = await call("GET", "/api/v1/operators/op-01", undefined, agreed);
  expect(one.body).toMatchObject({ contactPhone: PHONE, contactName: "欧阳测试", dutyPhone: PHONE });
  expect(one.headers.get("cache-control")).toBe("no-store");
  expect((await call("GET", "/api/v1/operators", undefined, agreed)).body.items[0].contactPhone).toBe(PHONE);
  for (const headers of [plain, { authorization: `Bearer ${hub.key}` }]) {
    const seen = await call("GET", "/api/v1/operators/op-01", undefined, headers);
    expect(seen.body).toMatchObject({ contactPhone: MASKED, contactName: "欧*", dutyPhone: MASKED });
    expect((await call("GET", "/api/v1/operators", undefined, headers)).body.items[0].contactPhone).toBe(MASKED);
  }
  // A key traded for a session is a person at a screen.
  const traded = await hub.call("POST", "/api/v1/session", { key: agreed.authorization?.slice(7) }, agreed);
  const cookie = (traded.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
  const session = await fetch(`${hub.hub.httpUrl}/api/v1/operators/op-01`, { headers: { cookie } });
  expect(((await session.json()) as { contactPhone: string }).contactPhone).toBe(MASKED);
});

test("SEC-PII-05: each answer with persons in full is in the audit log, with how many; masked ones are not", async () => {
  const entries = async () =>
    (await people.ask("GET", "/api/v1/audit?act=personalData.transfer", undefined, audit.headers)).body.items as {
      actor: string;
      object: string;
      reason: string;
    }[];
  const before = (await entries()).length;
  await call("GET", "/api/v1/operators");
  expect(await entries()).toHaveLength(before);
  const { headers } = await call("GET", "/api/v1/operators", undefined, agreed);
  expect(headers.get("x-request-id")).not.toBeNull();
  const [newest] = await entries();
  expect(newest).toMatchObject({
    object: "listOperators",
    reason: "records: 1",
    actor: expect.stringMatching(/^key:/),
  });
  expect(await entries()).toHaveLength(before + 1);
});

test("SEC-PII-03: a record that comes back masked keeps its persons, whole, in part and in bulk", async () => {
  await put(stored);
  const seen = (await call("GET", "/api/v1/operators/op-01")).body;
  expect((await put({ ...seen, name: "新名称一" })).status).toBe("updated");
  expect(await full()).toMatchObject({ ...stored, name: "新名称一" });
  const whole = await call(
    "PUT",
    "/api/v1/operators/op-01",
    { ...seen, name: "新名称二" },
    { "if-match": await etag() },
  );
  checkAnswer("PUT", "/api/v1/operators/{id}", whole.status, whole.body);
  expect([whole.status, whole.body.contactPhone]).toEqual([200, MASKED]);
  expect(await full()).toMatchObject({ ...stored, name: "新名称二" });
  const patch = { contactPhone: MASKED, contactName: "欧*", name: "新名称三" };
  const merge = { "content-type": "application/merge-patch+json", "if-match": await etag() };
  expect((await call("PATCH", "/api/v1/operators/op-01", patch, merge)).status).toBe(200);
  expect(await full()).toMatchObject({ ...stored, name: "新名称三" });
  const changed = { ...seen, contactPhone: "13899990009" };
  expect((await put(changed)).status).toBe("updated");
  expect(await full()).toMatchObject({ contactPhone: "13899990009", contactName: stored.contactName });
});

test("SEC-PII-03: a mask of anything else is refused with its path, and nothing is overwritten", async () => {
  await put(stored);
  for (const contactPhone of ["138****9999", "****0001", "****"]) {
    const refused = await put({ ...stored, contactPhone });
    expect(refused).toMatchObject({
      status: "refused",
      problem: { errors: [{ path: "/contactPhone", code: "masked" }] },
    });
  }
  expect(await put({ ...stored, contactName: "林*" })).toMatchObject({ status: "refused" });
  expect(await put({ ...stored, dutyPhone: "****1111" })).toMatchObject({ status: "refused" });
  expect(await put({ ...stored, id: "op-new", contactPhone: MASKED })).toMatchObject({ status: "refused" });
  const match = { "if-match": await etag() };
  const body = { ...stored, contactName: "林*" };
  const whole = await call("PUT", "/api/v1/operators/op-01", body, match);
  checkAnswer("PUT", "/api/v1/operators/{id}", whole.status, whole.body);
  expect([whole.status, whole.body.errors[0].path]).toEqual([422, "/contactName"]);
  const merge = { ...match, "content-type": "application/merge-patch+json" };
  expect((await call("PATCH", "/api/v1/operators/op-01", { contactPhone: "139****0001" }, merge)).status).toBe(422);
  expect(
    (
      await call(
        "PUT",
        "/api/v1/operators/op-new",
        { ...stored, id: "op-new", contactPhone: MASKED },
        {
          "if-none-match": "*",
        },
      )
    ).status,
  ).toBe(422);
  expect(await full()).toMatchObject(stored);
});

test("SEC-AZ-02: a mask tells nothing of a record outside of one's scope", async () => {
  const within = { units: ["unit-none"] };
  const body = { name: "narrow", scopes: ["records:read", "records:write"], within };
  const expiresAt = new Date(Date.now() + 86_400_000).toISOString();
  const made = await people.ask("POST", "/api/v1/api-keys", { ...body, expiresAt }, people.security.headers);
  const narrow = { authorization: `Bearer ${String(made.body.secret)}` };
  const ask = async (id: string) =>
    (await call("POST", "/api/v1/operators", { items: [{ ...stored, id, contactPhone: MASKED }] }, narrow)).body
      .results[0];
  const { id: _, ...foreign } = await ask("op-01");
  const { id: __, ...missing } = await ask("op-none");
  expect(foreign).toEqual(missing);
  expect(foreign.status).toBe("refused");
});
