import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestHub, type TestHub } from "./http-fixture.ts";
import { checkAnswer } from "./http-schema.ts";

let hub: TestHub;
beforeAll(async () => {
  hub = await openTestHub();
}, 20_000);
afterAll(() => hub?.end());

const get = async (path: string, documented = path, headers: Record<string, string> = {}) => {
  const response = await hub.call("GET", path, undefined, headers);
  const body = (await response.json()) as Record<string, unknown>;
  checkAnswer("GET", documented, response.status, body);
  return { status: response.status, body };
};
const metadata = "/.well-known/oauth-authorization-server";

test("SEC-API-02: where tokens are issued is open to all and says what the token endpoint does (RFC 8414)", async () => {
  const { body } = await get(metadata);
  const origin = hub.hub.httpUrl;
  expect(body).toMatchObject({
    issuer: origin,
    token_endpoint: `${origin}/oauth2/token`,
    grant_types_supported: ["client_credentials"],
    response_types_supported: [],
  });
  expect(body.scopes_supported).toContain("alarms:read");
  const bare = await fetch(`${origin}${metadata}`);
  expect([bare.status, await bare.json()]).toEqual([200, body]);
  for (const endpoint of [body.token_endpoint, body.revocation_endpoint]) {
    const refused = await fetch(String(endpoint), { method: "POST" });
    expect(refused.status).toBe(401);
    await refused.body?.cancel();
  }
});

test("SEC-API-11: a header that anybody may send does not change the addresses that the hub tells of itself", async () => {
  const { body } = await get(metadata);
  for (const headers of [
    { "x-forwarded-host": "evil.example" },
    { "x-forwarded-proto": "https" },
    { forwarded: "host=evil.example" },
  ] as readonly Record<string, string>[])
    expect((await get(metadata, metadata, headers)).body).toEqual(body);
});

test("EF-N.3, SEC-API-16: versions lead to the modules that are there, and to none that is planned", async () => {
  const { body } = await get("/versions");
  const [only, ...more] = body.items as { version: string; url: string }[];
  expect([only?.version, more]).toEqual(["1", []]);
  const details = await get(new URL(only?.url ?? "").pathname, "/versions/{version}");
  const endpoints = details.body.endpoints as { module: string; role: string; url: string }[];
  expect(new Set(endpoints.map(({ module }) => module)).size).toBeGreaterThan(5);
  for (const { module, role, url } of endpoints) {
    const isTaken = role === "receiver" || module === "webhooks";
    const response = await hub.call(isTaken ? "POST" : "GET", new URL(url).pathname, isTaken ? {} : undefined);
    expect([url, response.status < 500 && response.status !== 404]).toEqual([url, true]);
    await response.body?.cancel();
  }
  for (const version of ["0", "2", "9999", "one", "1.0", "%00"])
    expect((await get(`/versions/${version}`, "/versions/{version}")).status, version).toBe(404);
  expect((await get("/versions?limit=1", "/versions")).status).toBe(422);
});
