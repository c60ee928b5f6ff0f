import { createHash, createHmac, randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { totpCode } from "../src/access/totp.ts";
import { openTestHub, type TestHub } from "./http-fixture.ts";
import { checkAnswer } from "./http-schema.ts";

const SLOW = 60_000;
const PASSWORD = "a long enough sentence";
let hub: TestHub;
beforeAll(async () => {
  hub = await openTestHub();
}, 20_000);
afterAll(() => hub?.end());

type Answer = {
  readonly status: number;
  readonly body: { readonly [member: string]: unknown };
  readonly headers: Headers;
};

/** Somebody who is signed in. */
type Signed = { readonly session: string; readonly codes: readonly string[] };

/** A request whose answer must be one that the document has. */
const ask = async (
  method: string,
  path: string,
  body?: unknown,
  who: Record<string, string> | Signed = {},
  template = path.split("?")[0] ?? path,
): Promise<Answer> => {
  const response = await fetch(`${hub.hub.httpUrl}${path}`, {
    method,
    headers: {
      ...(body === undefined ? {} : { "content-type": "application/json" }),
      "sec-fetch-site": "same-origin",
      ...("session" in who ? { cookie: who.session } : who),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const parsed = text === "" ? null : JSON.parse(text);
  if (text !== "") checkAnswer(method, template, response.status, parsed);
  return { status: response.status, body: parsed, headers: response.headers };
};

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
const bytesOf = (base32: string): Uint8Array => {
  const bits = [...base32].map((letter) => LETTERS.indexOf(letter).toString(2).padStart(5, "0")).join("");
  return Uint8Array.from(bits.match(/.{8}/g) ?? [], (byte) => Number.parseInt(byte, 2));
};
const sessionOf = ({ headers }: Answer, codes: readonly string[] = []): Signed => ({
  session: (headers.get("set-cookie") ?? "").split(";")[0] ?? "",
  codes,
});

/** From the ticket of a new password to a session. */
const enrol = async (ticket: string) => {
  const offer = await ask("POST", "/api/v1/session/totp-enrolment", { ticket });
  const secret = bytesOf(String(offer.body.secret));
  const code = totpCode(secret, Date.now());
  const wrong = await ask("POST", "/api/v1/session/totp-enrolment/confirm", {
    ticket: offer.body.ticket,
    code: code === "000000" ? "000001" : "000000",
  });
  expect(wrong.status).toBe(401);
  const confirmed = await ask("POST", "/api/v1/session/totp-enrolment/confirm", { ticket: offer.body.ticket, code });
  expect(confirmed.status).toBe(200);
  return sessionOf(confirmed, confirmed.body.codes as readonly string[]);
};
const invited = async (who: Signed, account: string, grant: object) => {
  const made = await ask("POST", "/api/v1/users", { account, name: `示例${account}`, grant }, who);
  expect(made.status, JSON.stringify(made.body)).toBe(201);
  const step = await ask("POST", "/api/v1/session/invitation", { code: made.body.code, password: PASSWORD });
  const user = made.body.user as { id: string };
  return { id: user.id, ...(await enrol(String(step.body.ticket))) };
};

let administrator: Signed;

test("SEC-USR-01: setup is open once; a first look ends when somebody has an account", { timeout: SLOW }, async () => {
  expect((await ask("GET", "/api/v1/setup")).body).toEqual({ isOpen: true });
  const look = sessionOf(await ask("POST", "/api/v1/session", { code: hub.hub.signInCode }));
  expect((await ask("GET", "/api/v1/session", undefined, look)).status).toBe(200);
  expect((await ask("GET", "/api/v1/users", undefined, look)).status).toBe(403);
  expect((await ask("GET", "/api/v1/me", undefined, look)).status).toBe(403);

  const draft = { account: "admin-lin", name: "示例管理员", password: PASSWORD };
  expect((await ask("POST", "/api/v1/setup", { ...draft, code: "2222-2222" })).status).toBe(401);
  const weak = await ask("POST", "/api/v1/setup", { ...draft, code: hub.hub.setupCode, password: "password" });
  expect([weak.status, weak.body.code]).toEqual([422, "password-rejected"]);
  const missing = await ask("POST", "/api/v1/setup", { code: hub.hub.setupCode });
  expect(missing.status).toBe(422);
  expect((missing.body.errors as { path: string }[]).map(({ path }) => path).sort()).toEqual([
    "/account",
    "/name",
    "/password",
  ]);
  const step = await ask("POST", "/api/v1/setup", { ...draft, code: hub.hub.setupCode });
  expect(step.body).toMatchObject({ step: "enrolFactor", methods: [] });
  administrator = await enrol(String(step.body.ticket));
  expect((await ask("POST", "/api/v1/setup", { ...draft, code: hub.hub.setupCode })).status).toBe(409);
  expect((await ask("GET", "/api/v1/session", undefined, look)).status).toBe(401);
  const me = await ask("GET", "/api/v1/me", undefined, administrator);
  expect(me.body).toMatchObject({ account: "admin-lin", grant: { role: "securityAdministrator" }, factors: ["totp"] });
  expect(me.body.operations).toContain("inviteUser");
  expect(me.body.operations).not.toContain("listAlarms");
});

test("SEC-AZ-05, SEC-AZ-07: a role allows what its row says; a new role ends what was open", {
  timeout: SLOW,
}, async () => {
  const officer = await invited(administrator, "duty-wang", { role: "dutyOfficer" });
  expect((await ask("GET", "/api/v1/alarms", undefined, officer)).status).toBe(200);
  expect((await ask("GET", "/api/v1/users", undefined, officer)).status).toBe(403);
  expect((await ask("GET", "/api/v1/alarms", undefined, administrator)).status).toBe(403);
  const grant = { grant: { role: "vendorEngineer" }, reason: "换岗" };
  const at = `/api/v1/users/${officer.id}/grant`;
  const put = (headers: Record<string, string>) =>
    ask("PUT", at, grant, { ...headers, cookie: administrator.session }, "/api/v1/users/{id}/grant");
  expect((await put({})).status).toBe(428);
  expect((await put({ "if-match": '"1"' })).status).toBe(412);
  const user = await ask("GET", `/api/v1/users/${officer.id}`, undefined, administrator, "/api/v1/users/{id}");
  expect(user.body.name).toBe("示*");
  expect((await put({ "if-match": user.headers.get("etag") ?? "" })).status).toBe(200);
  expect((await ask("GET", "/api/v1/alarms", undefined, officer)).status).toBe(401);
  const own = (await ask("GET", "/api/v1/me", undefined, administrator)).body.id;
  const disable = `/api/v1/users/${own}/disable`;
  const self = await ask("POST", disable, { reason: "x" }, administrator, "/api/v1/users/{id}/disable");
  expect(self.status).toBe(409);
  const twice = { account: "DUTY-wang ", name: "同名", grant: { role: "dutyOfficer" } };
  expect((await ask("POST", "/api/v1/users", twice, administrator)).body.code).toBe("already-exists");
  expect((await ask("GET", "/api/v1/roles", undefined, administrator)).status).toBe(200);
});

test("SEC-AZ-03: a scope bounds lists, single records, the feed and what a key may see", {
  timeout: SLOW,
}, async () => {
  const unit = (id: string, placeType: string) => ({
    ...{ id, name: id, operatorId: "op-1", address: "某路", latitude: 24.7, longitude: 118.5, regionCode: "350582" },
    ...{ deviceCount: 0, platformCode: "JJLY01", placeType },
  });
  const operator = {
    id: "op-1",
    name: "运维",
    code: "c",
    address: "a",
    contactName: "某",
    contactPhone: "059585600000",
  };
  await hub.call("POST", "/api/v1/operators", { items: [operator] });
  await hub.call("POST", "/api/v1/units", { items: [unit("u-school", "school"), unit("u-factory", "industry")] });
  const guide = await invited(administrator, "guide", { role: "departmentGuide", within: { placeTypes: ["school"] } });
  const list = await ask("GET", "/api/v1/units", undefined, guide);
  expect((list.body.items as { id: string }[]).map(({ id }) => id)).toEqual(["u-school"]);
  const one = (id: string) => ask("GET", `/api/v1/units/${id}`, undefined, guide, "/api/v1/units/{id}");
  expect([(await one("u-school")).status, (await one("u-factory")).status, (await one("u-none")).status]).toEqual([
    200, 404, 404,
  ]);
  const hidden = await one("u-factory");
  const none = await one("u-none");
  const { requestId: _a, ...foreign } = hidden.body as Record<string, unknown>;
  const { requestId: _b, ...missing } = none.body as Record<string, unknown>;
  expect(foreign).toEqual(missing);
});

test("SEC-API-02 to -04: keys, tokens and signed requests come in with no more than they were given", {
  timeout: SLOW,
}, async () => {
  const expiresAt = new Date(Date.now() + 30 * 86_400_000).toISOString();
  const draft = { name: "第三方", scopes: ["records:read"], expiresAt };
  const late = { ...draft, expiresAt: "2099-01-01T00:00:00Z" };
  expect((await ask("POST", "/api/v1/api-keys", late, administrator)).status).toBe(422);
  expect((await ask("POST", "/api/v1/api-keys", { ...draft, scopes: ["every:thing"] }, administrator)).status).toBe(
    400,
  );
  const human = { ...draft, role: "dutyOfficer" };
  expect((await ask("POST", "/api/v1/api-keys", human, administrator)).body.code).toBe("beyond-own-rights");
  const key = await ask("POST", "/api/v1/api-keys", draft, administrator);
  const bearer = (secret: unknown) => ({ authorization: `Bearer ${String(secret)}` });
  expect((await ask("GET", "/api/v1/units", undefined, bearer(key.body.secret))).status).toBe(200);
  expect((await ask("GET", "/api/v1/alarms", undefined, bearer(key.body.secret))).status).toBe(403);

  const client = await ask("POST", "/api/v1/clients", { ...draft, kind: "oauth2" }, administrator);
  const { id } = client.body.client as { id: string };
  const { secret } = client.body.secret as { secret: string };
  const token = (password: string, form: Record<string, string>) =>
    fetch(`${hub.hub.httpUrl}/oauth2/token`, {
      method: "POST",
      headers: { authorization: `Basic ${Buffer.from(`${id}:${password}`).toString("base64")}` },
      body: new URLSearchParams(form),
    });
  const grant = { grant_type: "client_credentials" };
  expect((await token("wrong", grant)).status).toBe(401);
  expect((await token(secret, { grant_type: "password" })).status).toBe(422);
  expect((await token(secret, { ...grant, scope: "alarms:read" })).status).toBe(400);
  const issued = await (await token(secret, grant)).json();
  checkAnswer("POST", "/oauth2/token", 200, issued);
  const { access_token } = issued as { access_token: string };
  expect((await ask("GET", "/api/v1/units", undefined, bearer(access_token))).status).toBe(200);
  expect((await ask("GET", "/api/v1/alarms", undefined, bearer(access_token))).status).toBe(403);
  await ask("DELETE", `/api/v1/clients/${id}`, undefined, administrator, "/api/v1/clients/{id}");
  expect((await ask("GET", "/api/v1/units", undefined, bearer(access_token))).status).toBe(401);

  const signer = await ask("POST", "/api/v1/clients", { ...draft, kind: "signature" }, administrator);
  const signing = {
    id: (signer.body.client as { id: string }).id,
    secret: (signer.body.secret as { secret: string }).secret,
  };
  const signed = (more: Partial<{ created: number; nonce: string; path: string; secret: string }> = {}) => {
    const {
      created = Math.floor(Date.now() / 1000),
      nonce = randomUUID(),
      path = "/api/v1/units",
      secret: by = signing.secret,
    } = more;
    const digest = `sha-256=:${createHash("sha256").update("").digest("base64")}:`;
    const params = `("@method" "@path" "@query" "content-digest");created=${created};nonce="${nonce}";keyid="${signing.id}"`;
    const base = `"@method": GET\n"@path": ${path}\n"@query": ?\n"content-digest": ${digest}\n"@signature-params": ${params}`;
    const value = createHmac("sha256", by).update(base).digest("base64");
    return { "content-digest": digest, "signature-input": `sig1=${params}`, signature: `sig1=:${value}:` };
  };
  const units = (headers: Record<string, string>) => ask("GET", "/api/v1/units", undefined, headers);
  const good = signed();
  expect((await units(good)).status).toBe(200);
  expect((await units(good)).body.code).toBe("nonce-reused");
  expect((await units(signed({ created: Math.floor(Date.now() / 1000) - 301 }))).body.code).toBe("signature-expired");
  expect((await units(signed({ path: "/api/v1/devices" }))).body.code).toBe("bad-signature");
  expect((await units(signed({ secret: "dc_other" }))).body.code).toBe("bad-signature");
  expect((await units({ ...signed(), "content-digest": "sha-256=:AAAA:" })).body.code).toBe("bad-signature");
  expect((await units({ ...signed(), signature: "sig1=:AAAA:" })).body.code).toBe("bad-signature");
});

test("SEC-USR-09: after ten minutes a sensitive act asks for the factor again; a recovery code is one", {
  timeout: SLOW,
}, async () => {
  const step = await ask("POST", "/api/v1/session/password", { account: "admin-lin", password: PASSWORD });
  expect(step.body).toMatchObject({ step: "secondFactor", methods: ["totp", "recoveryCode"] });
  const [code] = administrator.codes;
  const wrong = await ask("POST", "/api/v1/session/recovery-code", {
    ticket: step.body.ticket,
    code: "2222-2222-2222",
  });
  expect(wrong.status).toBe(401);
  const opened = await ask("POST", "/api/v1/session/recovery-code", { ticket: step.body.ticket, code });
  expect(opened.status).toBe(204);
  const again = sessionOf(opened);
  expect((await ask("POST", "/api/v1/session/step-up", { recoveryCode: code }, again)).status).toBe(401);
  const next = { recoveryCode: administrator.codes[1] };
  expect((await ask("POST", "/api/v1/session/step-up", next, again)).status).toBe(204);
  const renewed = await ask("POST", "/api/v1/me/recovery-codes", undefined, again);
  expect(renewed.body.codes).toHaveLength(10);
  expect((await ask("DELETE", "/api/v1/me/totp", undefined, again)).body.code).toBe("last-factor");
  expect((await ask("GET", "/api/v1/me/sessions", undefined, again)).body.items).toHaveLength(2);
  expect((await ask("DELETE", "/api/v1/me/sessions", undefined, again)).status).toBe(204);
  expect((await ask("GET", "/api/v1/me", undefined, administrator)).status).toBe(401);
});

test("SEC-AUD-01: the audit administrator reads every act, and nobody else does", { timeout: SLOW }, async () => {
  const step = await ask("POST", "/api/v1/session/password", { account: "admin-lin", password: "not the password" });
  expect([step.status, step.body.code]).toEqual([401, "bad-credentials"]);
  const unknown = await ask("POST", "/api/v1/session/password", { account: "nobody", password: "not the password" });
  const { requestId: _a, ...one } = step.body as Record<string, unknown>;
  const { requestId: _b, ...other } = unknown.body as Record<string, unknown>;
  expect(one).toEqual(other);
  expect((await hub.call("GET", "/api/v1/audit")).status).toBe(403);
});
