import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createClient } from "./index.ts";

const device = {
  ...{
    id: "dev-889",
    name: "1 号车间配电箱",
    type: "electricalFireMonitor",
    address: "1 号车间一层",
    latitude: 24.7,
    longitude: 118.5,
  },
  ...{ operatorId: "op-01", unitId: "unit-0001", platformCode: "JJLY01", installedOn: "2026-03-18", status: "normal" },
  ...{ manufacturer: "示例电气", componentCount: 0 },
};
const problem = {
  ...{
    type: "about:blank",
    title: "Not found",
    titleZh: "不存在",
    status: 404,
    detail: "There is no record with this id.",
  },
  ...{ code: "not-found", requestId: "req-1" },
};

type Heard = {
  readonly method: string;
  readonly url: string;
  readonly authorization: string | undefined;
  readonly body: string;
};
const heard: Heard[] = [];
const bodyOf = async (request: IncomingMessage): Promise<string> => {
  let text = "";
  for await (const chunk of request) text += String(chunk);
  return text;
};

let server: Server;
let baseUrl: string;
beforeAll(async () => {
  server = createServer(async (request, response) => {
    const { method = "", url = "", headers } = request;
    heard.push({ method, url, authorization: headers.authorization, body: await bodyOf(request) });
    const isMissing = url.includes("missing");
    const json =
      method === "POST"
        ? { results: [{ id: "dev-889", status: "created", version: 1 }] }
        : { items: [device], next: null, feedCursor: "c" };
    response.writeHead(isMissing ? 404 : 200, {
      "content-type": isMissing ? "application/problem+json" : "application/json",
    });
    response.end(JSON.stringify(isMissing ? problem : json));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

test("EF-N.3: sends the key, the path and the parameters of the document", async () => {
  const client = createClient({ baseUrl: `${baseUrl}/`, key: "da_example" });
  const { data, error } = await client.GET("/api/v1/devices", {
    params: { query: { unitId: "unit-0001", limit: 50 } },
  });
  expect(error).toBeUndefined();
  expect(data?.items[0]?.name).toBe(device.name);
  expect(heard.at(-1)).toEqual({
    method: "GET",
    url: "/api/v1/devices?unitId=unit-0001&limit=50",
    authorization: "Bearer da_example",
    body: "",
  });
});

test("a record's id is one step of the path, whatever it holds", async () => {
  const client = createClient({ baseUrl });
  await client.DELETE("/api/v1/components/{id}", { params: { path: { id: "dev-889:1/../2" } } });
  expect(heard.at(-1)).toMatchObject({ url: "/api/v1/components/dev-889%3A1%2F..%2F2", authorization: undefined });
});

test("SH-6: sends a bulk upsert, unknown members kept", async () => {
  const client = createClient({ baseUrl, key: "da_example" });
  const { data } = await client.POST("/api/v1/devices", { body: { items: [{ ...device, heritageLevel: "city" }] } });
  expect(data?.results[0]?.status).toBe("created");
  expect(JSON.parse(heard.at(-1)?.body ?? "")).toEqual({ items: [{ ...device, heritageLevel: "city" }] });
});

test("SEC-API-09: an answer that is not 2xx is a problem, not a throw", async () => {
  const { data, error, response } = await createClient({ baseUrl }).GET("/api/v1/alarms/{id}", {
    params: { path: { id: "missing" } },
  });
  expect(data).toBeUndefined();
  expect(error).toEqual(problem);
  expect(error?.titleZh).toBe("不存在");
  expect(response.status).toBe(404);
});

test("a hub in the same process can stand in for the network", async () => {
  const asked: string[] = [];
  const client = createClient({
    baseUrl: "http://hub.invalid",
    fetch: async (request) => {
      asked.push(request.url);
      return Response.json({ status: "ok" });
    },
  });
  expect((await client.GET("/healthz")).data).toEqual({ status: "ok" });
  expect(asked).toEqual(["http://hub.invalid/healthz"]);
});

test("no answer at all rejects", async () => {
  const client = createClient({
    baseUrl: "http://hub.invalid",
    fetch: () => Promise.reject(new TypeError("no route")),
  });
  await expect(client.GET("/healthz")).rejects.toThrow("no route");
});

test.each(["", "/api", "127.0.0.1:8080", "ftp://hub", "file:///etc/passwd", "javascript:alert(1)"])(
  "a base URL of %j is our own mistake",
  (wrong) => {
    expect(() => createClient({ baseUrl: wrong })).toThrow(TypeError);
  },
);

test.each(["", "da_ x", "da_\r\nx-admin: 1", "密钥"])(
  "a key that cannot stand in a header is refused without being repeated: %j",
  (key) => {
    expect(() => createClient({ baseUrl, key })).toThrow(/^key: an API key is visible ASCII/);
  },
);

test("what the document does not have does not compile", () => {
  const client = createClient({ baseUrl });
  const calls = [
    // @ts-expect-error no such path
    () => client.GET("/api/v1/persons"),
    // @ts-expect-error readings need a device
    () => client.GET("/api/v1/readings", { params: { query: {} } }),
    // @ts-expect-error a device needs its members
    () => client.POST("/api/v1/devices", { body: { items: [{ id: "dev-889" }] } }),
    // @ts-expect-error a latitude is a number
    () => client.POST("/api/v1/devices", { body: { items: [{ ...device, latitude: "24.7" }] } }),
  ];
  expect(calls).toHaveLength(4);
});
