import { existsSync, readdirSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Instant } from "@dianan/model";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTransferDoor, type TransferDoor } from "./transfer-fixture.ts";

let hub: TransferDoor;
beforeAll(async () => {
  hub = await openTransferDoor();
}, 20_000);
afterAll(async () => {
  hub?.http.close();
  await hub?.door.end();
});

const HOUR = 3_600_000;
const folder = (): string => join(hub.door.folder, "files", "t");
const old = (name: string): void =>
  utimesSync(join(folder(), name), new Date(Date.now() - 2 * HOUR), new Date(Date.now() - 2 * HOUR));
const kept = (): readonly string[] => readdirSync(folder()).sort();

test("SEC-KEY-06: a file that nothing refers to is gone after a day, with its bytes; one that an import holds stays", async () => {
  const { accessStore } = hub.door.deps;
  const loose = await hub.upload("a.csv", "id\n1\n");
  const { body } = await hub.check("operator", "id\n1\n");
  for (const name of kept()) old(name);
  await accessStore.sweep((Date.now() + 25 * HOUR) as Instant);
  await hub.door.sweep();
  expect((await hub.call("GET", `/api/v1/files/${loose.body.id}`)).status).toBe(404);
  expect((await hub.call("GET", `/api/v1/files/${body.fileId}`)).status).toBe(200);
  expect(kept()).not.toContain(loose.body.id);
  expect(kept()).toContain(body.fileId);
  await accessStore.sweep((Date.now() + 31 * 24 * HOUR) as Instant);
  await hub.door.sweep();
  expect((await hub.call("GET", `/api/v1/imports/${body.id}`)).status).toBe(404);
  expect(kept()).toEqual([]);
});

test("bytes without an entry are removed once they are an hour old, others may be about to get one", async () => {
  writeFileSync(join(folder(), "orphan"), "x");
  await hub.door.sweep();
  expect(existsSync(join(folder(), "orphan"))).toBe(true);
  old("orphan");
  await hub.door.sweep();
  expect(existsSync(join(folder(), "orphan"))).toBe(false);
});

test("SEC-API-06: an organisation's files take at most 10 GiB", async () => {
  const { store, tenant } = hub.door.deps;
  const whole = {
    name: "big",
    mediaType: "text/csv",
    bytes: 10 * 1024 ** 3,
    sha256: "0".repeat(64),
    createdAt: 1,
    usedBy: [],
  };
  const item = {
    kind: "file",
    id: "big",
    body: { ...whole, actor: "key:x", by: "x" },
    lookup: null,
    expiresAt: null,
  } as const;
  await store.commit({ tenant, writes: [{ kind: "item", item, ifVersion: 0 }] });
  const { status, body } = await hub.upload("a.csv", "id\n1\n");
  expect([status, body.code, body.errors[0].code]).toEqual([422, "file-refused", "no-space"]);
  expect(body.detail).toContain("10 GiB");
  expect((await hub.call("DELETE", "/api/v1/files/big")).status).toBe(204);
  expect((await hub.upload("a.csv", "id\n1\n")).status).toBe(201);
});
