import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type AlarmRecord, alarmRow } from "../live/alarm-row.ts";
import { zh } from "../words/zh.ts";
import { bodyOf, type Filled, verbForms, verbsOf } from "./verb-forms.ts";

const document = JSON.parse(readFileSync(join(import.meta.dirname, "../../../open-api/spec/openapi.json"), "utf8")) as {
  readonly paths: {
    readonly [path: string]: { readonly post?: { readonly requestBody?: { readonly content: Content } } };
  };
  readonly components: { readonly schemas: { readonly [name: string]: Schema } };
};
type Content = { readonly "application/json": { readonly schema: { readonly $ref: string } } };
type Schema = {
  readonly required?: readonly string[];
  readonly properties: { readonly [member: string]: { readonly maxLength?: number } };
};
const schemaOf = (verb: string): Schema => {
  const path = `/api/v1/alarms/{id}/${verb === "comment" ? "comments" : verb}`;
  const ref = document.paths[path]?.post?.requestBody?.content["application/json"].schema.$ref ?? "";
  return document.components.schemas[ref.split("/").at(-1) ?? ""] as Schema;
};
const filled: Filled = {
  ...{ text: "更换线缆", assigneeId: "user-2", at: "2026-01-05T11:04:05+08:00", reason: "resolved", minutes: 60 },
  files: ["file-1"],
};
const row = (stage: "unacknowledged" | "acknowledged" | "rectified" | "closed", more: Partial<AlarmRecord> = {}) =>
  alarmRow({
    ...{ id: "al-1", deviceId: "dev-1", unitId: "unit-1", occurredAt: "2026-01-02T11:04:05+08:00", version: 1 },
    ...{ receivedAt: "2026-01-02T11:04:06+08:00", description: "x", type: "offline", platformCode: "JJLY01" },
    handling: { stage },
    ...more,
  });

test("every body has what the document requires and nothing that it does not name", () => {
  for (const [act, body] of Object.entries(bodyOf)) {
    const schema = schemaOf(act);
    const members = Object.keys(body(filled));
    expect(members, act).toEqual(expect.arrayContaining([...(schema.required ?? [])]));
    expect(Object.keys(schema.properties), act).toEqual(expect.arrayContaining(members));
  }
});

test("every form asks for no more text than the document takes, and has its words", () => {
  for (const [verb, form] of Object.entries(verbForms)) {
    expect(Object.keys(zh.verbs.names)).toContain(verb);
    if (form === null) continue;
    const { properties } = schemaOf(verb);
    expect((properties.text ?? properties.reason ?? properties.note)?.maxLength, verb).toBe(form.most);
  }
});

test("EF-5.3: an alarm goes by its stages: acknowledged before it is rectified or closed", () => {
  expect(verbsOf(row("unacknowledged"))[0]).toBe("acknowledge");
  expect(verbsOf(row("acknowledged"))).toEqual(expect.arrayContaining(["advise", "rectify", "close", "take-back"]));
  expect(verbsOf(row("rectified"))[0]).toBe("close");
  expect(verbsOf(row("closed", { state: "cleared" }))).toEqual(["comment", "reopen"]);
});

test.each(["rectify", "close", "take-back", "reopen", "unshelve"] as const)(
  "EF-4.2: %s is not offered for what nobody has acknowledged",
  (verb) => {
    expect(verbsOf(row("unacknowledged"))).not.toContain(verb);
  },
);

test("what was cleared needs no confirmation of that; what is shelved can be brought back and not shelved again", () => {
  expect(verbsOf(row("rectified", { state: "cleared" }))).not.toContain("confirm-recovery");
  const shelved = row("acknowledged", {
    handling: { stage: "acknowledged", shelvedUntil: "2026-01-02T12:04:05+08:00" },
  });
  expect(verbsOf(shelved)).toContain("unshelve");
  expect(verbsOf(shelved)).not.toContain("shelve");
  expect(verbsOf(row("closed"))).toEqual(["comment"]);
});
