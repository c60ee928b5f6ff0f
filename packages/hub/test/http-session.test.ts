import { afterEach, beforeEach, expect, test } from "vitest";
import { openTestHub, operator, type TestHub } from "./http-fixture.ts";

let hub: TestHub;
beforeEach(async () => {
  hub = await openTestHub();
}, 20_000);
afterEach(() => hub?.end());

const signIn = (credential: unknown): Promise<Response> =>
  fetch(`${hub.hub.httpUrl}/api/v1/session`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(credential),
  });
const cookieOf = (response: Response): string => (response.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
const withCookie = (
  method: string,
  path: string,
  cookie: string,
  headers: Record<string, string> = {},
  body?: unknown,
) =>
  fetch(`${hub.hub.httpUrl}${path}`, {
    method,
    headers: { cookie, ...(body === undefined ? {} : { "content-type": "application/json" }), ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });

test("a key becomes a cookie that scripts cannot read and other sites do not send", async () => {
  const response = await signIn({ key: hub.key });
  expect(response.status).toBe(204);
  expect(response.headers.get("set-cookie")).toMatch(
    /^dianan_session=ds_[A-Za-z0-9_-]{43}; HttpOnly; SameSite=Strict; Path=\/; Max-Age=86400$/,
  );
  const session = await withCookie("GET", "/api/v1/session", cookieOf(response));
  expect(await session.json()).toMatchObject({ platformCode: "JJLY01", signedIn: true });
  expect((await withCookie("GET", "/api/v1/units", cookieOf(response))).status).toBe(200);
});

test("SEC-API-04: neither the key nor the session's secret is in the data folder", async () => {
  const cookie = cookieOf(await signIn({ key: hub.key })).split("=")[1] ?? "";
  const { readdirSync, readFileSync } = await import("node:fs");
  const { join } = await import("node:path");
  const bytes = Buffer.concat(readdirSync(hub.dataDir).map((name) => readFileSync(join(hub.dataDir, name))));
  expect(cookie.length).toBeGreaterThan(40);
  expect(bytes.includes(hub.key)).toBe(false);
  expect(bytes.includes(cookie)).toBe(false);
});

test("the one-time code works once, in either case, and of many at the same time one gets in", async () => {
  const code = hub.hub.signInCode ?? "";
  const answers = await Promise.all(Array.from({ length: 5 }, () => signIn({ code: code.toLowerCase() })));
  expect(answers.map(({ status }) => status).sort()).toEqual([204, 401, 401, 401, 401]);
});

test("signing out ends the session everywhere", async () => {
  const cookie = cookieOf(await signIn({ key: hub.key }));
  const out = await withCookie("DELETE", "/api/v1/session", cookie, { "sec-fetch-site": "same-origin" });
  expect([out.status, out.headers.get("set-cookie")]).toEqual([204, expect.stringContaining("Max-Age=0")]);
  expect((await withCookie("GET", "/api/v1/session", cookie)).status).toBe(401);
});

test("a session survives a restart of the hub", async () => {
  const cookie = cookieOf(await signIn({ key: hub.key }));
  hub = await hub.restart();
  expect((await withCookie("GET", "/api/v1/session", cookie)).status).toBe(200);
  expect(hub.hub.firstKey).toBe(null);
}, 20_000);

test("a change by cookie needs proof that it comes from the console; reading and keys do not", async () => {
  const cookie = cookieOf(await signIn({ key: hub.key }));
  const origin = new URL(hub.hub.httpUrl).origin;
  const change = (headers: Record<string, string>) =>
    withCookie("POST", "/api/v1/operators", cookie, headers, { items: [operator] }).then(({ status }) => status);
  for (const headers of [
    {},
    { "sec-fetch-site": "cross-site" },
    { "sec-fetch-site": "same-site" },
    { "sec-fetch-site": "none" },
    { origin: "https://evil.example" },
    { origin: "null" },
    { origin: `${origin}.evil.example` },
    { "sec-fetch-site": "cross-site", origin, "x-dianan-request": "1" },
  ] as Record<string, string>[])
    expect(await change(headers), JSON.stringify(headers)).toBe(403);
  for (const headers of [{ "sec-fetch-site": "same-origin" }, { origin }, { "x-dianan-request": "1" }] as Record<
    string,
    string
  >[])
    expect(await change(headers), JSON.stringify(headers)).toBe(200);
  expect(
    (await hub.call("POST", "/api/v1/operators", { items: [operator] }, { "sec-fetch-site": "cross-site" })).status,
  ).toBe(200);
});

test("a sign-in with anything but one key or one code is refused", async () => {
  for (const body of [
    {},
    { key: hub.key, code: "x" },
    { key: 5 },
    { key: "" },
    { code: "a".repeat(65) },
    { user: "admin" },
    [],
  ])
    expect((await signIn(body)).status, JSON.stringify(body)).toBe(422);
});

test("SEC-API-08: after a few wrong keys the source waits, whatever it sends, and is told how long", async () => {
  const statuses: number[] = [];
  for (let n = 0; n < 5; n += 1) statuses.push((await signIn({ key: "da_wrongwrongwrong" })).status);
  expect(statuses).toEqual([401, 401, 401, 401, 429]);
  const blocked = await signIn({ key: hub.key });
  expect([blocked.status, Number(blocked.headers.get("retry-after"))]).toEqual([429, 1]);
  // A wait at the sign-in does not shut out those who are in.
  expect((await hub.call("GET", "/api/v1/units")).status).toBe(200);
});

test("SEC-LIM-02: refusals are counted with their reason, and figures need a key", async () => {
  await signIn({ key: "da_wrongwrongwrong" });
  expect((await fetch(`${hub.hub.httpUrl}/metrics`)).status).toBe(401);
  const text = await (await hub.call("GET", "/metrics")).text();
  expect(text).toMatch(/^dianan_http_refusals_total\{code="unauthorized"\} 2$/m);
  expect(text).toMatch(/^dianan_http_answers_total\{method="POST",route="\/api\/v1\/session",status="401"\} 1$/m);
  for (const line of text.trimEnd().split("\n"))
    expect(line).toMatch(/^(# (HELP|TYPE) .+|[a-z_][a-z0-9_]*(\{[^}]*\})? -?[0-9.e+-]+)$/);
});
