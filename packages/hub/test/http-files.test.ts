import { createHash } from "node:crypto";
import { readdirSync } from "node:fs";
import { deflateRawSync } from "node:zlib";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { partOf } from "../src/http/file-answer.ts";
import { samples } from "./http-fixture.ts";
import { openTransferDoor, type TransferDoor, workbook } from "./transfer-fixture.ts";

const PNG = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3, 4, 5, 6, 7, 8);

let hub: TransferDoor;
beforeAll(async () => {
  hub = await openTransferDoor();
}, 20_000);
afterAll(async () => {
  hub?.http.close();
  await hub?.door.end();
});

test("EF-5.2: a file comes back as it was sent, with its digest, to be kept and never shown as a page", async () => {
  const { status, body, headers } = await hub.upload("末端 线缆(1).png", PNG);
  const sha256 = createHash("sha256").update(PNG).digest("hex");
  expect(status).toBe(201);
  expect(headers.get("location")).toBe(`/api/v1/files/${body.id}`);
  expect(body).toMatchObject({ name: "末端 线缆(1).png", mediaType: "image/png", bytes: PNG.length, sha256 });
  expect(Date.parse(body.expiresAt) - Date.parse(body.createdAt)).toBe(86_400_000);
  expect((await hub.call("GET", `/api/v1/files/${body.id}`)).body).toEqual(body);
  const got = await hub.bytes(`/api/v1/files/${body.id}/content`);
  expect([got.status, Buffer.compare(got.bytes, PNG)]).toEqual([200, 0]);
  expect(Object.fromEntries(got.headers)).toMatchObject({
    "content-type": "application/octet-stream",
    "content-disposition": `attachment; filename="______1_.png"; filename*=UTF-8''${encodeURIComponent("末端 线缆").concat("%281%29.png")}`,
    "x-content-type-options": "nosniff",
    "content-security-policy": "default-src 'none'; sandbox",
    "repr-digest": `sha-256=:${Buffer.from(sha256, "hex").toString("base64")}:`,
    "accept-ranges": "bytes",
    etag: `"${sha256}"`,
  });
});

test("a download that broke off goes on where it was; another file is sent whole", async () => {
  const { body } = await hub.upload("a.png", PNG);
  const path = `/api/v1/files/${body.id}/content`;
  const part = await hub.bytes(path, { range: "bytes=4-", "if-range": `"${body.sha256}"` });
  expect([part.status, part.headers.get("content-range"), Buffer.compare(part.bytes, PNG.subarray(4))]).toEqual([
    206,
    `bytes 4-15/16`,
    0,
  ]);
  expect((await hub.bytes(path, { range: "bytes=-2" })).bytes).toEqual(Buffer.from([7, 8]));
  expect((await hub.bytes(path, { range: "bytes=4-", "if-range": '"other"' })).status).toBe(200);
  expect((await hub.bytes(path, { range: "bytes=0-1,3-4" })).status).toBe(200);
  const none = await hub.call("GET", path, undefined, { range: "bytes=16-" });
  expect([none.status, none.body.code, none.headers.get("content-range")]).toEqual([416, "bad-range", "bytes */16"]);
  expect((await hub.bytes(path, { "if-none-match": `"${body.sha256}"` })).status).toBe(304);
});

test("RFC 9110 §14.2: a range never leaves the file, and holds the bytes that it names", () => {
  fc.assert(
    fc.property(fc.nat(60), fc.nat(80), fc.nat(80), (size, from, to) => {
      const bytes = Array.from({ length: size }, (_, i) => i);
      const part = partOf(`bytes=${from}-${to}`, size);
      if (to < from) expect(part).toBe(null);
      else if (from >= size) expect(part).toBe("none");
      else if (part !== null && part !== "none")
        expect(bytes.slice(part.start, part.end)).toEqual(bytes.filter((byte) => byte >= from && byte <= to));
    }),
  );
});

const zipEntry = (name: string, content: Uint8Array, claimed = content.length): Buffer => {
  const packed = deflateRawSync(content);
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(packed.length, 18);
  local.writeUInt32LE(claimed, 22);
  local.writeUInt16LE(name.length, 26);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50, 0);
  central.writeUInt16LE(8, 10);
  central.writeUInt32LE(packed.length, 20);
  central.writeUInt32LE(claimed, 24);
  central.writeUInt16LE(name.length, 28);
  return Buffer.concat([local, Buffer.from(name), packed, central, Buffer.from(name)]);
};
const bombParts = (claimed?: number): Buffer =>
  Buffer.concat([
    zipEntry("[Content_Types].xml", Buffer.from("<Types/>")),
    zipEntry("xl/workbook.xml", Buffer.alloc(200 * 1024 * 1024), claimed),
  ]);

test.each<[string, string, () => Promise<Uint8Array> | Uint8Array]>([
  ["a page", "unknown-kind", () => Buffer.from("<html><script>alert(1)</script></html>")],
  ["a picture that is code (SVG)", "unknown-kind", () => Buffer.from('\n<svg xmlns="http://www.w3.org/2000/svg"/>')],
  ["a script", "unknown-kind", () => Buffer.from("#!/bin/sh\nrm -rf /\n")],
  ["a program", "unknown-kind", () => Uint8Array.of(0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0)],
  ["an old .xls file", "unknown-kind", () => Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)],
  ["a ZIP that is no workbook", "unknown-kind", () => zipEntry("a.txt", Buffer.from("a"))],
  [
    "a workbook with macros",
    "macros",
    async () => Buffer.concat([await workbook([["id"]]), zipEntry("xl/vbaProject.bin", Buffer.from("x"))]),
  ],
  ["nothing", "unknown-kind", () => new Uint8Array()],
  ["a workbook that unpacks to 200 MiB", "too-big-unpacked", () => bombParts()],
])("SEC-API-06: %s is refused whatever its name says: %s", async (_, code, bytes) => {
  const { status, body } = await hub.upload("register.xlsx", await bytes());
  expect([status, body.code, body.errors?.[0]?.code]).toEqual([422, "file-refused", code]);
  expect(body.errors[0].message.zh).not.toBe("");
});

test("SEC-API-06: a workbook that lies about its size is refused by its import, and the hub goes on", async () => {
  const { body } = await hub.check("operator", bombParts(1_000));
  expect([body.stage, body.progress.state]).toEqual(["failed", "failed"]);
  expect(["bad-file", "too-big"]).toContain(body.progress.error.code);
  expect((await hub.call("GET", "/api/v1/imports")).status).toBe(200);
}, 60_000);

test("SEC-API-05, SEC-API-06: another media type, no name, a name with a folder, and too many bytes are refused", async () => {
  const json = await hub.upload("a.csv", "{}", { "content-type": "application/json" });
  expect([json.status, json.body.code]).toEqual([415, "wrong-media-type"]);
  const packed = await hub.upload("a.csv", "a", { "content-encoding": "gzip" });
  expect([packed.status, packed.body.code]).toEqual([415, "wrong-media-type"]);
  for (const name of ["", " ", "../a.csv", "a\\b.csv", "a\n.csv", "x".repeat(201)]) {
    const { status, body } = await hub.upload(name, "id\n1\n");
    expect([status, body.errors[0].path], JSON.stringify(name)).toEqual([422, "/query/name"]);
  }
  const large = await hub.upload("a.csv", new Uint8Array(16 * 1024 * 1024 + 1).fill(0x61));
  expect([large.status, large.body.code]).toEqual([413, "too-large"]);
});

test("SEC-AZ-02: a file of somebody else is as one that does not exist; who sees the whole tenant sees it", async () => {
  const one = await hub.as({ scope: { units: ["unit-1"] } });
  const other = await hub.as({ scope: { units: ["unit-1"] } });
  const { body } = await hub.upload("a.png", PNG, one);
  const path = `/api/v1/files/${body.id}`;
  expect((await hub.call("GET", path, undefined, one)).status).toBe(200);
  expect((await hub.call("GET", path)).status).toBe(200);
  for (const [method, where] of [
    ["GET", path],
    ["GET", `${path}/content`],
    ["DELETE", path],
  ] as const) {
    const foreign = await hub.call(method, where, undefined, other);
    const missing = await hub.call(method, where.replace(body.id, "nobody"), undefined, other);
    expect([foreign.status, foreign.body.code, foreign.body.detail]).toEqual([404, "not-found", missing.body.detail]);
  }
  const used = await hub.call("POST", "/api/v1/imports", { kind: "unit", fileId: body.id }, other);
  expect([used.status, used.body.errors[0].path]).toEqual([422, "/fileId"]);
});

test("SEC-AZ-03: evidence of an alarm is seen by who sees the alarm, and by nobody else with a part of the tenant", async () => {
  for (const plural of ["operators", "units", "devices", "alarms"] as const)
    await hub.call("POST", `/api/v1/${plural}`, { items: [samples[plural]] });
  const { body } = await hub.upload("a.png", PNG);
  const { transfer, store, tenant } = hub.door.deps;
  const path = `/api/v1/files/${body.id}/content`;
  const [inside, outside] = await Promise.all(
    ["unit-0001", "unit-far"].map((id) => hub.as({ scope: { units: [id] } })),
  );
  expect((await hub.bytes(path, inside)).status).toBe(404);
  const refer = await transfer.files.refer(tenant, body.id, "alarm:al-1", null);
  await store.commit({ tenant, writes: refer === null ? [] : [refer] });
  expect((await hub.bytes(path, inside)).status).toBe(200);
  expect((await hub.bytes(path, outside)).status).toBe(404);
  expect((await hub.call("GET", `/api/v1/files/${body.id}`, undefined, inside)).body.expiresAt).toBe(null);
  const held = await hub.call("DELETE", `/api/v1/files/${body.id}`, undefined, inside);
  expect([held.status, held.body.code]).toEqual([409, "in-use"]);
});

test("SEC-AUD-01: what is uploaded and deleted stands in the audit log; a deleted file leaves no bytes", async () => {
  const { body } = await hub.upload("a.png", PNG);
  const { deps } = hub.door;
  expect((await hub.call("DELETE", `/api/v1/files/${body.id}`)).status).toBe(204);
  expect((await hub.call("GET", `/api/v1/files/${body.id}`)).status).toBe(404);
  expect((await hub.call("DELETE", `/api/v1/files/${body.id}`)).status).toBe(404);
  const page = await deps.accessStore.audit(deps.tenant, {
    ...{ first: "newest", from: null, to: null, actor: null, act: null, result: null, after: null, limit: 10 },
    object: `file:${body.id}`,
  });
  expect(page.items.map(({ act, result }) => [act, result])).toEqual([
    ["file.delete", "done"],
    ["file.upload", "done"],
  ]);
  expect(readdirSync(`${hub.door.folder}/files/t`)).not.toContain(body.id);
});
