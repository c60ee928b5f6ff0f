import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { personRoles, roleWord } from "./role-words.ts";

const roles = JSON.parse(
  readFileSync(join(import.meta.dirname, "../../../../specs/access/roles.json"), "utf8"),
) as readonly { readonly id: string; readonly kind: string; readonly zh: string; readonly en: string }[];

test("SEC-AZ-05: the roles of people are those of specs/access, word for word", () => {
  const people = roles.filter(({ kind }) => kind === "person");
  expect(personRoles).toEqual(Object.fromEntries(people.map(({ id, zh, en }) => [id, { zh, en }])));
});

test.each(["platform", "constructor", "owner"])("%s is no role of a person and is shown as it came", (role) => {
  expect(roleWord(role, "zh")).toBe(role);
});
