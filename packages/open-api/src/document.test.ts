import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

type Schema = { readonly [keyword: string]: unknown };
type Parameter = { readonly name: string; readonly in: string; readonly description: string; readonly schema: Schema };
type Content = {
  readonly [mediaType: string]: { readonly schema?: Schema; readonly example?: unknown; readonly examples?: unknown };
};
type Operation = {
  readonly operationId: string;
  readonly summary: string;
  readonly "x-summary-zh": string;
  readonly tags: readonly string[];
  readonly security?: readonly unknown[];
  readonly parameters?: readonly Schema[];
  readonly requestBody?: { readonly required: boolean; readonly content: Content };
  readonly responses: { readonly [status: string]: { readonly content?: Content } };
};

const folder = fileURLToPath(new URL("..", import.meta.url));
const document = JSON.parse(readFileSync(`${folder}spec/openapi.json`, "utf8")) as Schema;
const paths = document.paths as { readonly [path: string]: { readonly [method: string]: Operation } };
const methods = ["get", "post", "put", "patch", "delete", "head", "options", "trace"];

/** What a $ref points at; anything else as it is. Throws when nothing is there. */
const resolved = (node: Schema): Schema => {
  if (typeof node.$ref !== "string") return node;
  let found: unknown = document;
  for (const step of node.$ref.replace(/^#\//, "").split("/"))
    found = (found as Schema)[step.replaceAll("~1", "/").replaceAll("~0", "~")];
  if (found === undefined) throw new Error(`${node.$ref} leads nowhere`);
  return resolved(found as Schema);
};

const operations = Object.entries(paths).flatMap(([path, item]) =>
  Object.entries(item)
    .filter(([method]) => methods.includes(method))
    .map(([method, operation]) => ({
      route: `${method.toUpperCase()} ${path}`,
      operation,
      parameters: [...((item.parameters ?? []) as readonly Schema[]), ...(operation.parameters ?? [])].map(
        resolved,
      ) as unknown as Parameter[],
    })),
);
const open = ["GET /healthz", "GET /openapi.json", "GET /docs", "POST /api/v1/session"];
const kinds = ["operators", "units", "devices", "components", "alarms"];

test("SEC-API-01: the document has exactly these routes", () => {
  const records = kinds.flatMap((kind) => [
    ...[`GET /api/v1/${kind}`, `POST /api/v1/${kind}`],
    ...[`GET /api/v1/${kind}/{id}`, `DELETE /api/v1/${kind}/{id}`],
  ]);
  const rest = ["GET /api/v1/session", "DELETE /api/v1/session", "GET /api/v1/readings", "POST /api/v1/readings"];
  const state = ["unclaimed", "undecodable", "frames/{id}", "sharing", "events"].map((name) => `GET /api/v1/${name}`);
  expect(operations.map(({ route }) => route).sort()).toEqual(
    [...open, "GET /metrics", ...records, ...rest, ...state].sort(),
  );
});

test.each(operations)("$route: id, summary in both languages, tag", ({ operation }) => {
  expect(operations.filter((one) => one.operation.operationId === operation.operationId)).toHaveLength(1);
  expect(operation.summary).toMatch(/^[A-Z][ -~]+[^.]$/);
  expect(operation["x-summary-zh"]).toMatch(/\p{Script=Han}/u);
  expect(operation.tags).toHaveLength(1);
});

test.each(operations)(
  "SEC-API-01: $route is open only when it is listed so, else it needs a credential and says 401",
  ({ route, operation }) => {
    expect(document.security).toEqual([{ key: [] }, { session: [] }]);
    if (open.includes(route)) expect(operation.security).toEqual([]);
    else {
      expect(operation.security).toBeUndefined();
      expect(Object.keys(operation.responses)).toContain("401");
    }
  },
);

test.each(operations)(
  "SEC-API-09: $route answers every failure with a problem, 429 and a default among them",
  ({ operation }) => {
    const failures = Object.entries(operation.responses).filter(([status]) => !status.startsWith("2"));
    for (const [status, response] of failures) {
      const { content } = resolved(response) as { readonly content: Content };
      expect(Object.keys(content), status).toEqual(["application/problem+json"]);
      const example = content["application/problem+json"]?.example as Schema;
      if (status !== "default") expect(example.status, status).toBe(Number(status));
      for (const member of ["title", "titleZh", "code", "requestId"]) expect(example[member], status).toBeTruthy();
    }
    expect(failures.map(([status]) => status)).toEqual(expect.arrayContaining(["429", "default"]));
  },
);

test.each(operations.filter(({ operation }) => operation.requestBody))(
  "SEC-API-05: $route says how a body is refused",
  ({ operation }) => {
    expect(operation.requestBody?.required).toBe(true);
    expect(Object.keys(operation.requestBody?.content ?? {})).toEqual(["application/json"]);
    expect(Object.keys(operation.responses)).toEqual(expect.arrayContaining(["400", "413", "415", "422"]));
  },
);

test.each(operations.filter(({ route }) => /^POST .*s$/.test(route)))(
  "SEC-API-06: $route takes 1 to 500 items",
  ({ operation }) => {
    const schema = resolved(operation.requestBody?.content["application/json"]?.schema ?? {});
    const { items } = schema.properties as { readonly [name: string]: Schema };
    expect(items).toMatchObject({ type: "array", minItems: 1, maxItems: 500 });
  },
);

test.each(operations.filter(({ parameters }) => parameters.length > 0))(
  "SEC-API-05: every parameter of $route has a limit and 422 says when it is broken",
  ({ operation, parameters, route }) => {
    for (const { name, schema, description } of parameters) {
      const { type, maximum, maxLength, enum: words, pattern } = resolved(schema);
      expect(type === "integer" ? maximum : (maxLength ?? words ?? pattern), name).toBeDefined();
      expect(description, name).toMatch(/\p{Script=Han}/u);
    }
    expect(Object.keys(operation.responses), route).toContain("422");
  },
);

test("whatever takes a cursor says 410 when it is too old", () => {
  const withCursor = operations.filter(({ parameters }) =>
    parameters.some(({ name }) => ["cursor", "after"].includes(name)),
  );
  expect(withCursor.map(({ route }) => route).sort()).toEqual(
    [...kinds.map((kind) => `GET /api/v1/${kind}`), "GET /api/v1/events", "GET /api/v1/readings"].sort(),
  );
  for (const { operation, route } of withCursor) expect(Object.keys(operation.responses), route).toContain("410");
});

test("every $ref leads to something inside the document, and no $id or $schema moves what it is resolved against", () => {
  const visit = (node: unknown): void => {
    if (typeof node !== "object" || node === null) return;
    const { $ref, $id, $schema } = node as Schema;
    if (typeof $ref === "string") {
      expect($ref).toMatch(/^#\//);
      expect(() => resolved(node as Schema), $ref).not.toThrow();
    }
    expect([$id, $schema]).toEqual([undefined, undefined]);
    for (const inner of Object.values(node)) visit(inner);
  };
  visit(document);
});

test("every 2xx answer with a body and every request body has an example; an event stream has none", () => {
  for (const { operation, route } of operations) {
    const answers = Object.entries(operation.responses).filter(([status]) => status.startsWith("2"));
    const contents = [operation.requestBody?.content, ...answers.map(([, { content }]) => content)];
    for (const content of contents)
      for (const [type, { example, examples }] of Object.entries(content ?? {}))
        expect((example ?? examples) !== undefined, `${route} ${type}`).toBe(type !== "text/event-stream");
  }
});

test("the linter has no finding, not even a warning, and every example fits its schema", { timeout: 60_000 }, () => {
  const lint = ["lint", "spec/openapi.json", "--config", "../../redocly.yaml", "--format=json"];
  const answer = execFileSync(`${folder}node_modules/.bin/redocly`, lint, {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, REDOCLY_TELEMETRY: "off" },
    shell: process.platform === "win32",
    stdio: ["ignore", "pipe", "ignore"],
  });
  expect(JSON.parse(answer.slice(answer.indexOf("{")))).toMatchObject({
    totals: { errors: 0, warnings: 0, ignored: 0 },
  });
});
