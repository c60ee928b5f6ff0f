import { afterEach, expect, test, vi } from "vitest";
import { createClient, ProblemError, verifyRequest } from "./index.ts";

type Heard = { readonly path: string; readonly authorization: string | null; readonly body: string };

/** A hub in this process: a token endpoint with ids and secrets, and an API that takes the newest token. */
const tokenHub = (more: { readonly expiresIn?: number; readonly refuse?: number } = {}) => {
  const heard: Heard[] = [];
  let issued = 0;
  let refusals = more.refuse ?? 0;
  const hub = async (request: Request): Promise<Response> => {
    const { pathname } = new URL(request.url);
    const authorization = request.headers.get("authorization");
    heard.push({ path: pathname, authorization, body: await request.text() });
    if (pathname === "/oauth2/token") {
      if (authorization !== `Basic ${btoa("client-01:dc_secret%2F%3A")}`)
        return Response.json({ code: "bad-credentials", title: "No", titleZh: "否" }, { status: 401 });
      issued += 1;
      return Response.json({
        access_token: `da_at_${issued}`,
        token_type: "Bearer",
        expires_in: more.expiresIn ?? 1800,
        scope: "records:read",
      });
    }
    if (authorization !== `Bearer da_at_${issued}` || refusals-- > 0) return Response.json({}, { status: 401 });
    return Response.json({ results: [] });
  };
  const client = (secret = "dc_secret/:") =>
    createClient({
      baseUrl: "http://hub.invalid/",
      fetch: hub,
      credentials: { kind: "client", id: "client-01", secret, scopes: ["records:read", "alarms:read"] },
    });
  return { heard, client, tokens: () => heard.filter(({ path }) => path === "/oauth2/token") };
};
const upload = { body: { items: [] } } as never;

afterEach(() => {
  vi.useRealTimers();
});

test("SEC-API-02: a token is asked for once, and requests that come together share it", async () => {
  const { client, heard, tokens } = tokenHub();
  const api = client();
  await Promise.all([api.GET("/healthz"), api.GET("/healthz"), api.POST("/api/v1/readings", upload)]);
  await api.GET("/healthz");
  expect(tokens()).toEqual([
    expect.objectContaining({ body: "grant_type=client_credentials&scope=records%3Aread+alarms%3Aread" }),
  ]);
  expect(heard.filter(({ path }) => path !== "/oauth2/token").map(({ authorization }) => authorization)).toEqual(
    Array(4).fill("Bearer da_at_1"),
  );
});

test("SEC-API-02: a token is renewed before it ends", async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  const { client, tokens } = tokenHub({ expiresIn: 100 });
  const api = client();
  await api.GET("/healthz");
  vi.setSystemTime(Date.now() + 69_000);
  await api.GET("/healthz");
  expect(tokens()).toHaveLength(1);
  vi.setSystemTime(Date.now() + 2_000);
  expect((await api.GET("/healthz")).response.status).toBe(200);
  expect(tokens()).toHaveLength(2);
});

test("a token that lives shorter than the margin is still used more than once", async () => {
  const { client, tokens } = tokenHub({ expiresIn: 20 });
  const api = client();
  await api.GET("/healthz");
  await api.GET("/healthz");
  expect(tokens()).toHaveLength(1);
});

test("SEC-AZ-07: a token that is refused before its end is renewed once, and the request with its body sent again", async () => {
  const { client, heard, tokens } = tokenHub({ refuse: 1 });
  const { response } = await client().POST("/api/v1/readings", upload);
  expect([response.status, tokens().length]).toEqual([200, 2]);
  expect(heard.filter(({ path }) => path === "/api/v1/readings").map(({ body }) => body)).toEqual(
    Array(2).fill('{"items":[]}'),
  );
});

test("a client that may not is told so, not asked for a token for ever", async () => {
  const { client, tokens } = tokenHub({ refuse: 9 });
  const { response } = await client().GET("/healthz");
  expect([response.status, tokens().length]).toEqual([401, 2]);
});

test("a wrong client secret rejects with the problem, after one try", async () => {
  const { client, heard } = tokenHub();
  const asked = client("dc_wrong").GET("/healthz");
  await expect(asked).rejects.toThrow(ProblemError);
  await expect(asked).rejects.toMatchObject({ status: 401, problem: { code: "bad-credentials" } });
  expect(heard).toHaveLength(1);
});

test("SEC-API-03: each try of a signed request is signed anew, and what arrives verifies", async () => {
  const nonces: string[] = [];
  const client = createClient({
    baseUrl: "https://hub.example",
    credentials: { kind: "signature", keyId: "client-01", secret: "a secret of the client" },
    retry: { firstDelayMs: 1 },
    fetch: async (request) => {
      const body = new Uint8Array(await request.clone().arrayBuffer());
      const parts = { method: request.method, url: request.url, body, headers: request.headers };
      const checked = await verifyRequest(parts, () => ["a secret of the client"], Date.now());
      if (!checked.ok) return Response.json(checked.error, { status: 401 });
      nonces.push(checked.value.nonce);
      return nonces.length < 3 ? new Response(null, { status: 503 }) : Response.json({ results: [] });
    },
  });
  const { response } = await client.POST("/api/v1/readings", upload);
  expect([response.status, new Set(nonces).size]).toEqual([200, 3]);
  await client.GET("/api/v1/units", { params: { query: { limit: 5, updatedFrom: "2026-01-01T00:00:00+08:00" } } });
  expect(new Set(nonces).size).toBe(4);
});

test("an answer that does not begin in time is none", async () => {
  const client = createClient({
    baseUrl: "http://hub.invalid",
    timeoutMs: 20,
    retry: false,
    fetch: (request) =>
      new Promise((_, reject) =>
        request.signal.addEventListener("abort", () => reject(request.signal.reason as Error)),
      ),
  });
  await expect(client.GET("/healthz")).rejects.toThrow("no answer within 20 ms");
});

test.each([
  { kind: "key", key: "da_\r\nx" },
  { kind: "client", id: "a b", secret: "dc_secret" },
  { kind: "client", id: "a", secret: "" },
  { kind: "signature", keyId: "a", secret: "short" },
  { kind: "signature", keyId: "密", secret: "long enough secret" },
] as const)("credentials that cannot be sent are refused without being repeated: %j", (credentials) => {
  const make = () => createClient({ baseUrl: "http://hub.invalid", credentials });
  expect(make).toThrow(TypeError);
  if ("secret" in credentials && credentials.secret !== "") expect(make).not.toThrow(new RegExp(credentials.secret));
});
