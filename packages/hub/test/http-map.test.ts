import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestHub, type TestHub } from "./http-fixture.ts";
import { type Answer, openPeople, type People, type Person } from "./http-people.ts";

const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
const JPEG = Buffer.concat([Buffer.from("ffd8ffe000104a464946", "hex"), Buffer.alloc(40)]);
const PATH = "/api/v1/map-source";
const TEMPLATE = "/api/v1/map-tiles/{z}/{x}/{y}";

let tiles: Server;
let port: number;
/** What the source was asked for. */ const asked: { readonly url: string; readonly cookie: string | undefined }[] = [];
let hub: TestHub;
let people: People;
let system: Person;
let officer: Person;
beforeAll(async () => {
  tiles = createServer((request, response) => {
    const url = request.url ?? "";
    asked.push({ url, cookie: request.headers.cookie });
    const [, , z, x] = url.split("/");
    if (z !== "6") {
      // It calls everything a page: what it is, its bytes say.
      response.writeHead(200, { "content-type": "text/html", "set-cookie": "track=1" }).end(z === "5" ? JPEG : PNG);
      return;
    }
    if (x === "1") response.writeHead(302, { location: "http://127.0.0.1:1/" }).end();
    else if (x === "2") response.writeHead(200).end("<script>alert(1)</script>");
    else if (x === "3") response.writeHead(200).end(Buffer.concat([PNG, Buffer.alloc(1024 * 1024)]));
    else response.writeHead(404).end();
  });
  await new Promise<void>((done) => tiles.listen(0, "127.0.0.1", done));
  port = (tiles.address() as AddressInfo).port;
  hub = await openTestHub({ outboundAllow: "127.0.0.1" });
  people = await openPeople(() => hub);
  system = await people.invited("systemAdministrator");
  officer = await people.invited("dutyOfficer");
}, 60_000);
afterAll(async () => {
  await hub?.end();
  tiles?.close();
});

const source = (more: object = {}) => ({
  ...{ url: `http://127.0.0.1:${port}/tiles/{z}/{x}/{y}?tk=secret-key-0001`, coordinateSystem: "CGCS2000" },
  ...{ attribution: "内网地图", approvalNumber: "", zoomMin: 3, zoomMax: 18, isViaHub: true },
  ...more,
});
const put = async (body: object, more: Record<string, string> = {}, who = system): Promise<Answer> => {
  const tag = (await people.ask("GET", PATH, undefined, system.headers)).headers.get("etag") ?? "";
  return people.ask("PUT", PATH, body, { ...who.headers, "if-match": tag, ...more });
};
const tile = (place: string, who = officer): Promise<Response> =>
  fetch(`${hub.hub.httpUrl}/api/v1/map-tiles/${place}`, { headers: who.headers });

test("EF-4.3: without a source there are no tiles: the units are drawn on plain ground", async () => {
  const found = await people.ask("GET", PATH, undefined, officer.headers);
  expect(found.body).toMatchObject({ url: null, attribution: "", isViaHub: true });
  const answer = await people.ask("GET", "/api/v1/map-tiles/3/6/3", undefined, officer.headers, TEMPLATE);
  expect([answer.status, answer.body.code]).toEqual([404, "no-map"]);
  expect(asked).toEqual([]);
});

test("SEC-AZ-05: only the system administrator sets a source; a key of a platform sees no map", async () => {
  expect((await put(source(), {}, officer)).status).toBe(403);
  for (const path of [PATH, "/api/v1/map-tiles/3/6/3"]) {
    const answer = await hub.call("GET", path);
    expect(answer.status).toBe(403);
    await answer.body?.cancel();
  }
});

test("SEC-OUT-01: a source leads nowhere but to the public internet over https, or to what an administrator allowed", async () => {
  for (const url of [
    "http://10.0.0.1/{z}/{x}/{y}",
    "https://169.254.169.254/{z}/{x}/{y}",
    "https://[::1]/{z}/{x}/{y}",
    "https://localhost/{z}/{x}/{y}",
    "https://0x7f000002/{z}/{x}/{y}",
    "file:///etc/{z}/{x}/{y}",
    "https://1.1.1.1:22/{z}/{x}/{y}",
  ]) {
    const { status, body } = await put(source({ url, attribution: "某图", approvalNumber: "GS(2026)0001号" }));
    expect([status, body.code], url).toEqual([422, "address-forbidden"]);
  }
});

test("a template says the place of a tile in its path or query, and never which host is called", async () => {
  for (const [more, path] of [
    [{ url: `http://127.0.0.1:${port}/{z}/{x}` }, "/url"],
    [{ url: `http://127.0.0.1:${port}/{s}/{z}/{x}/{y}` }, "/url"],
    [{ url: "http://127.0.0.{x}/{z}/{x}/{y}" }, "/url"],
    [{ url: "http://{x}.example.com/{z}/{x}/{y}" }, "/url"],
    [{ url: `http://a:b@127.0.0.1:${port}/{z}/{x}/{y}` }, "/url"],
    [{ zoomMin: 9, zoomMax: 8 }, "/zoomMin"],
    [{ coordinateSystem: "BD09" }, "/coordinateSystem"],
    [{ zoomMax: 40 }, "/zoomMax"],
  ] as const) {
    const { status, body } = await put(source(more));
    const [first] = body.errors as readonly { path: string }[];
    expect([status, first?.path], JSON.stringify(more)).toEqual([422, path]);
  }
});

test("地图管理条例 art. 15: a public source without attribution and approval number (审图号) is refused", async () => {
  const url = "https://1.1.1.1/{z}/{x}/{y}";
  for (const more of [{}, { attribution: "" }, { approvalNumber: "GS(2026)0001号", attribution: "  " }]) {
    const { status, body } = await put(source({ url, ...more }));
    expect([status, body.code]).toEqual([422, "approval-missing"]);
  }
  expect((await people.ask("GET", PATH, undefined, system.headers)).body.url).toBeNull();
});

test("a source is set with the version that was read; its key stays with whoever may set it, and out of the audit log", async () => {
  const made = await put(source());
  expect([made.status, made.body.version]).toEqual([200, 1]);
  expect((await people.ask("PUT", PATH, source(), system.headers)).status).toBe(428);
  expect((await put(source(), { "if-match": '"7"' })).status).toBe(412);
  expect((await people.ask("GET", PATH, undefined, system.headers)).body.url).toContain("secret-key-0001");
  const seen = await people.ask("GET", PATH, undefined, officer.headers);
  expect(seen.body).toMatchObject({ url: TEMPLATE, attribution: "内网地图" });
  const auditor = await people.invited("auditAdministrator");
  const log = await people.ask("GET", "/api/v1/audit?act=map.put", undefined, auditor.headers, "/api/v1/audit");
  expect(log.body.items).toMatchObject([{ object: "setting:map-source", reason: "CGCS2000" }]);
  expect(JSON.stringify(log.body)).not.toContain("secret-key");
});

test("EF-4.3: a tile comes through the hub as the source gave it, named by its bytes; nothing else of the answer passes", async () => {
  const answer = await tile("12/3397/1757");
  expect([answer.status, answer.headers.get("content-type")]).toEqual([200, "image/png"]);
  expect(Buffer.from(await answer.arrayBuffer())).toEqual(PNG);
  expect(answer.headers.get("set-cookie")).toBeNull();
  expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
  expect(answer.headers.get("cache-control")).toBe("private, max-age=300");
  expect(asked.at(-1)).toEqual({ url: "/tiles/12/3397/1757?tk=secret-key-0001", cookie: undefined });
  expect((await tile("5/26/13")).headers.get("content-type")).toBe("image/jpeg");
});

test("what is no picture, too large, led elsewhere or not there is no tile; what lies outside is not asked for", async () => {
  for (const x of [0, 1, 2, 3]) {
    const answer = await people.ask("GET", `/api/v1/map-tiles/6/${x}/0`, undefined, officer.headers, TEMPLATE);
    expect([answer.status, answer.body.code], String(x)).toEqual([502, "tile-unavailable"]);
  }
  const before = asked.length;
  for (const place of ["2/0/0", "19/0/0", "3/8/0", "3/0/8", "03/0/0", "3/-1/0", "3/1e0/0", "3/..%2f..%2f/0"]) {
    const answer = await tile(place);
    expect([answer.status, place]).toEqual([404, place]);
    await answer.body?.cancel();
  }
  expect(asked.length).toBe(before);
});

test("a source that the hub does not fetch has no tiles here; one that is taken away leaves plain ground", async () => {
  expect((await put(source({ isViaHub: false }))).status).toBe(200);
  expect((await tile("3/6/3")).status).toBe(404);
  expect((await put(source({ url: null }))).status).toBe(200);
  expect((await tile("3/6/3")).status).toBe(404);
});

test("the source outlives a restart", async () => {
  expect((await put(source())).status).toBe(200);
  hub = await hub.restart();
  const answer = await fetch(`${hub.hub.httpUrl}/api/v1/map-tiles/3/6/3`, { headers: officer.headers });
  expect(answer.status).toBe(200);
});
