import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { breakingChanges, mayBreak } from "../scripts/breaking-changes.ts";
import type { JsonObject } from "../scripts/json.ts";
import { slimDocument } from "../scripts/slim-document.ts";
import { document } from "./document.ts";

/** The real document, opened for changes. */
// biome-ignore lint/suspicious/noExplicitAny: a test reaches anywhere into the document and breaks it
type Loose = any;
const copy = (): Loose => structuredClone(document);
const changed = (change: (copy: Loose) => void): readonly string[] => {
  const after = copy();
  change(after);
  return breakingChanges(document as JsonObject, after).map(({ code, at }) => `${code} ${at}`);
};

test("the document does not break itself, nor the slim form in which a release is kept", () => {
  expect(breakingChanges(document as JsonObject, copy())).toEqual([]);
  expect(breakingChanges(slimDocument(document as JsonObject) as JsonObject, copy())).toEqual([]);
});

const units = "/api/v1/units";
const unitMembers = (of: Loose): Loose => of.components.schemas.Unit.properties;

test.each<readonly [string, (of: Loose) => void, string]>([
  ["a removed operation", (of) => delete of.paths[units].post, `operation-removed POST ${units}`],
  ["a removed path", (of) => delete of.paths["/metrics"], "operation-removed GET /metrics"],
  [
    "an operation that is only planned now",
    (of) => Object.assign(of.paths[units].get, { "x-planned": true }),
    `operation-removed GET ${units}`,
  ],
  [
    "another operation id",
    (of) => Object.assign(of.paths[units].get, { operationId: "readUnits" }),
    `operation-renamed GET ${units}`,
  ],
  [
    "a new required request member",
    (of) => Object.assign(of.components.schemas.Credential, { required: ["code"] }),
    "member-required POST /api/v1/session body/code",
  ],
  [
    "a request member that is refused now",
    (of) => delete of.components.schemas.Credential.properties.code,
    "member-removed POST /api/v1/session body/code",
  ],
  [
    "a narrowed enum of a parameter",
    (of) => (of.components.parameters.StateFilter.schema.enum = ["raised"]),
    "values-narrowed GET /api/v1/alarms query state",
  ],
  [
    "an enum where there was none",
    (of) => Object.assign(of.components.schemas.Credential.properties.key, { enum: ["da_one"] }),
    "values-narrowed POST /api/v1/session body/key",
  ],
  [
    "a removed response member",
    (of) => delete of.components.schemas.BulkResult.properties.version,
    `member-removed POST ${units} answer 200/results/items/version`,
  ],
  [
    "a response member that may now be left out",
    (of) => of.components.schemas.UnitPage.required.splice(1, 1),
    `member-optional GET ${units} answer 200/next`,
  ],
  [
    "a new value in an answer's closed list",
    (of) => of.components.schemas.BulkResult.properties.status.enum.push("postponed"),
    `values-widened POST ${units} answer 200/results/items/status`,
  ],
  [
    "another type in an answer",
    (of) => (of.components.schemas.Beat.properties.now = { type: "integer" }),
    "choice-changed GET /api/v1/events answer 200",
  ],
  [
    "null where there was none",
    (of) => (of.components.schemas.Session.properties.name.type = ["string", "null"]),
    "type-changed GET /api/v1/session answer 200/name",
  ],
  ["a removed parameter", (of) => of.paths[units].get.parameters.shift(), `parameter-removed GET ${units} query limit`],
  [
    "a new required parameter",
    (of) =>
      of.paths[units].get.parameters.push({ name: "zone", in: "query", required: true, schema: { type: "string" } }),
    `parameter-required GET ${units} query zone`,
  ],
  [
    "a lower limit",
    (of) => (of.components.parameters.Limit.schema.maximum = 100),
    `limit-narrowed GET ${units} query limit`,
  ],
  [
    "another default",
    (of) => (of.components.parameters.Limit.schema.default = 10),
    `limit-narrowed GET ${units} query limit`,
  ],
  [
    "a stricter pattern",
    (of) => (of.components.schemas.RecordId.pattern = "^[a-z]+$"),
    `limit-narrowed POST ${units} body/items/items/id`,
  ],
  ["a new scope", (of) => of.paths[units].get["x-scopes"].push("pii:read"), `scope-added GET ${units} security`],
  [
    "a scheme that no longer opens it",
    (of) => of.paths[units].get.security.shift(),
    `scheme-removed GET ${units} security`,
  ],
  [
    "a credential where none was needed",
    (of) => (of.paths["/healthz"].get.security = [{ key: [] }]),
    "credential-needed GET /healthz security",
  ],
  [
    "a success that is no more",
    (of) => delete of.paths["/api/v1/alarms"].post.responses["202"],
    "answer-removed POST /api/v1/alarms answer 202",
  ],
  [
    "another media type",
    (of) => {
      const { content } = of.paths["/metrics"].get.responses["200"];
      content["application/openmetrics-text"] = content["text/plain"];
      delete content["text/plain"];
    },
    "media-type-removed GET /metrics answer 200",
  ],
  ["an event that is no more", (of) => delete of.webhooks.event, "operation-removed webhook event"],
  [
    "an event without its subject",
    (of) => delete of.components.schemas.CloudEvent.properties.subject,
    "member-removed webhook event/subject",
  ],
  [
    "a shared member that is gone",
    (of) => delete unitMembers(of).community,
    `member-removed GET ${units} answer 200/items/items/community`,
  ],
])("%s is told by name", (_what, change, finding) => {
  expect(changed(change)).toContain(finding);
});

test.each<readonly [string, (of: Loose) => void]>([
  ["a new operation", (of) => (of.paths["/api/v1/new"] = { get: of.paths[units].get })],
  ["a new optional request member", (of) => (of.components.schemas.ReadingItem.properties.note = { type: "string" })],
  ["a new response member", (of) => (of.components.schemas.BulkResult.properties.note = { type: "string" })],
  ["a new optional parameter", (of) => of.paths[units].get.parameters.push({ name: "x", in: "query", schema: {} })],
  ["a wider enum of a parameter", (of) => of.components.parameters.StateFilter.schema.enum.push("closed")],
  ["a higher limit", (of) => (of.components.parameters.Limit.schema.maximum = 1000)],
  ["a member that may now be left out of a request", (of) => of.components.schemas.ReadingItem.required.pop()],
  ["a response member that is now always there", (of) => of.components.schemas.BulkResult.required.push("version")],
  ["other words", (of) => (of.paths[units].get.summary = "Units, a page at a time")],
  [
    "a new kind of refusal",
    (of) => (of.paths[units].get.responses["409"] = { $ref: "#/components/responses/Forbidden" }),
  ],
  ["fewer scopes", (of) => (of.paths[units].get["x-scopes"] = [])],
])("%s breaks nobody", (_what, change) => {
  expect(changed(change)).toEqual([]);
});

/** A document with an operation and a filter that are only planned. */
const withPlans = (): Loose => {
  const of = copy();
  of.paths["/api/v1/later"] = { get: { ...of.paths[units].get, operationId: "listLater", "x-planned": true } };
  of.paths[units].get.parameters.push({ name: "later", in: "query", schema: { type: "string" } });
  of.paths[units].get["x-planned-parameters"] = ["later"];
  return of;
};

test.each<readonly [string, (of: Loose) => void]>([
  ["the end of something planned", (of) => delete of.paths["/api/v1/later"]],
  ["the start of something planned", (of) => delete of.paths["/api/v1/later"].get["x-planned"]],
  ["a planned filter that is given up", (of) => of.paths[units].get.parameters.pop()],
])("%s breaks nobody", (_what, change) => {
  const after = withPlans();
  change(after);
  expect(breakingChanges(withPlans(), after)).toEqual([]);
});

test("what was there and is given up breaks its clients, planned or not before", () => {
  const before = withPlans();
  delete before.paths["/api/v1/later"].get["x-planned"];
  delete before.paths[units].get["x-planned-parameters"];
  expect(breakingChanges(before, copy()).map(({ code }) => code)).toEqual(
    expect.arrayContaining(["operation-removed", "parameter-removed"]),
  );
});

test.each([
  ["1.2.0", "2.0.0", true],
  ["1.2.0", "1.3.0", false],
  ["0.1.0", "0.2.0", true],
  ["0.1.0", "0.1.1", false],
  ["0.9.0", "1.0.0", true],
  ["2.0.0", "1.9.0", false],
  ["0.2.0", "0.1.0", false],
])("from %s to %s breaking is allowed: %s", (before, after, allowed) => {
  expect(mayBreak(before, after)).toBe(allowed);
});

/** Runs the check that CI runs; resolves to what it says and how it ends. */
const check = (releases: Readonly<Record<string, unknown>>, ...options: readonly string[]) => {
  const folder = mkdtempSync(join(tmpdir(), "dianan-released-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(releases)) writeFileSync(join(folder, name), JSON.stringify(content));
  const script = join(import.meta.dirname, "../scripts/check-breaking.ts");
  try {
    const said = execFileSync(process.execPath, [script, "--released", folder, ...options], {
      stdio: "pipe",
      encoding: "utf8",
    });
    return { folder, status: 0, said };
  } catch (error) {
    const { status, stdout, stderr } = error as { status: number; stdout: string; stderr: string };
    return { folder, status, said: stdout + stderr };
  }
};
const withMore = (): Loose => {
  const before = copy();
  before.paths["/api/v1/gone"] = { get: { ...before.paths[units].get, operationId: "listGone" } };
  return before;
};
const { version } = document.info as { readonly version: string };

test("what breaks the last release fails the check, with its name", { timeout: 30_000 }, () => {
  const { status, said } = check({ "0.0.9.json": document, [`${version}.json`]: withMore(), "README.md": "" });
  expect([status, said]).toEqual([1, expect.stringContaining("operation-removed: GET /api/v1/gone")]);
  expect(said).toContain(`1 changes break clients of ${version}`);
});

test("a version that says so may break; releases are ordered as numbers, not as text", { timeout: 30_000 }, () => {
  const { status, said } = check({ "0.0.9.json": document, "0.0.10.json": withMore() });
  expect([status, said]).toEqual([
    0,
    expect.stringContaining(`open API ${version} against 0.0.10: 1 breaking changes`),
  ]);
});

test("a release is kept once, and the check holds against it", { timeout: 30_000 }, () => {
  expect(check({}).said).toContain("nothing is released yet");
  const { folder, said } = check({}, "--release");
  expect(said).toContain(`open API ${version} is released`);
  const kept = JSON.parse(readFileSync(join(folder, `${version}.json`), "utf8")) as unknown;
  expect(check({ [`${version}.json`]: kept })).toMatchObject({ status: 0 });
  expect(check({ [`${version}.json`]: kept }, "--release")).toMatchObject({
    status: 1,
    said: expect.stringContaining("is released already"),
  });
});
