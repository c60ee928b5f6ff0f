import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Profile } from "@dianan/profile";
import { shippedProfiles, starterProfiles } from "@dianan/profile/shipped";
import { afterAll, expect, test } from "vitest";
import { allProfiles, profileOf, profileProtocols, takeProfiles } from "./profiles.ts";
import { readProfiles } from "./read-profiles.ts";

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});
const folderOf = (files: Readonly<Record<string, unknown>>): string => {
  const folder = mkdtempSync(join(tmpdir(), "dianan-profiles-"));
  folders.push(folder);
  for (const [name, content] of Object.entries(files))
    writeFileSync(join(folder, name), typeof content === "string" ? content : JSON.stringify(content));
  return folder;
};
const own = { ...(starterProfiles["modbus-rtu"] as Profile), id: "acme-meter" };

test("EF-N.2: profiles of one's own are taken beside those that come along; schemas and other files are no profiles", () => {
  const read = readProfiles(folderOf({ "acme.json": own, "profile.schema.json": {}, "notes.txt": "x" }));
  expect(read.map(({ id }) => id)).toEqual(["acme-meter"]);
  takeProfiles(read);
  expect(profileOf("acme-meter")).toEqual(own);
  expect(profileProtocols("acme-meter")).toEqual(["modbus-rtu", "modbus-tcp"]);
  expect(allProfiles()).toHaveLength(Object.keys(shippedProfiles).length + 1);
  expect([profileOf("no-such"), profileProtocols("no-such"), profileOf("toString")]).toEqual([null, null, null]);
});

test.each([
  ["no JSON", { "a.json": "{," }, /a\.json.*不是 JSON.*no JSON/],
  ["no profile", { "a.json": { profile: 1 } }, /a\.json/],
  ["a wrong divisor", { "a.json": { ...own, points: [{ ...own.points?.[0], divide: 10 }] } }, /profile test .*a\.json/],
  ["one id twice", { "a.json": own, "b.json": own }, /b\.json.*acme-meter.*twice/],
])("%s is refused, with the file and what to do", (_, files, said) => {
  expect(() => readProfiles(folderOf(files))).toThrow(said);
});

test("an id that comes along is not taken for another device, and a folder that there is not is said", () => {
  const [id = ""] = Object.keys(shippedProfiles);
  expect(() => takeProfiles([{ ...own, id }])).toThrow("comes with the hub");
  expect(() => readProfiles("/no/such/folder")).toThrow("ENOENT");
});
