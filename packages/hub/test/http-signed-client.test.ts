import { createClient, signRequest } from "@dianan/open-api";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestHub, operator, type TestHub } from "./http-fixture.ts";
import { openPeople } from "./http-people.ts";

const SLOW = 60_000;
let hub: TestHub;
let by: { readonly keyId: string; readonly secret: string };
beforeAll(async () => {
  hub = await openTestHub();
  const people = await openPeople(hub);
  const expiresAt = new Date(Date.now() + 86_400_000).toISOString();
  const draft = { name: "示例", kind: "signature", scopes: ["records:read", "records:write"], expiresAt };
  const { body } = await people.ask("POST", "/api/v1/clients", draft, people.security.headers);
  const made = body as { client: { id: string }; secret: { secret: string } };
  by = { keyId: made.client.id, secret: made.secret.secret };
}, SLOW);
afterAll(() => hub?.end());

test("SEC-API-03: what the package's client signs the hub takes: with a body, without one, with a query", async () => {
  const client = createClient({ baseUrl: hub.hub.httpUrl, credentials: { kind: "signature", ...by }, retry: false });
  const put = await client.POST("/api/v1/operators", { body: { items: [operator] } });
  expect(put.data?.results[0]?.status, JSON.stringify(put.error)).toBe("created");
  const list = await client.GET("/api/v1/operators", { params: { query: { limit: 5, q: "示例 + 运维" } } });
  expect(list.response.status, JSON.stringify(list.error)).toBe(200);
  const one = await client.GET("/api/v1/operators/{id}", { params: { path: { id: "op-01" } } });
  expect(one.data?.id).toBe("op-01");
  const gone = await client.DELETE("/api/v1/operators/{id}", { params: { path: { id: "op-01" } } });
  expect(gone.response.status).toBe(204);
});

test("SEC-API-03: a signature over no body lets no body through, and none of another method or path", async () => {
  const sign = async (method: string, path: string): Promise<Record<string, string>> => {
    const nonce = crypto.randomUUID();
    return { ...(await signRequest({ method, url: path, body: null }, { ...by, createdAt: Date.now(), nonce })) };
  };
  const path = "/api/v1/operators";
  const bent = async (method: string, at: string, headers: Record<string, string>, body?: string) => {
    const sent = body === undefined ? {} : { body };
    const response = await fetch(`${hub.hub.httpUrl}${at}`, { method, headers, ...sent });
    return `${response.status} ${((await response.json()) as { code?: string }).code ?? ""}`.trim();
  };
  const json = { "content-type": "application/json" };
  expect(await bent("GET", path, await sign("GET", path))).toBe("200");
  expect(await bent("POST", path, { ...(await sign("POST", path)), ...json }, '{"items":[]}')).toBe(
    "401 bad-signature",
  );
  expect(await bent("DELETE", `${path}/op-01`, await sign("GET", `${path}/op-01`))).toBe("401 bad-signature");
  expect(await bent("GET", path, await sign("GET", "/api/v1/units"))).toBe("401 bad-signature");
  expect(await bent("GET", `${path}?limit=1`, await sign("GET", path))).toBe("401 bad-signature");
});
