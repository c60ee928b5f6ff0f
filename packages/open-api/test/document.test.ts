import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { type Content, document, operations, resolved, type Schema } from "./document.ts";

const folder = fileURLToPath(new URL("..", import.meta.url));
const han = /\p{Script=Han}/u;

/** What needs no credential: each has its reason, and a new one needs one. */
const open = [
  ...["GET /healthz", "GET /openapi.json", "GET /docs", "GET /.well-known/oauth-authorization-server"],
  ...["GET /api/v1/setup", "POST /api/v1/setup", "POST /api/v1/session", "POST /api/v1/session/password"],
  ...["POST /api/v1/session/totp", "POST /api/v1/session/passkey-options", "POST /api/v1/session/passkey"],
  ...["POST /api/v1/session/recovery-code", "POST /api/v1/session/invitation", "POST /api/v1/uplink/enrolment"],
  ...["POST /api/v1/session/totp-enrolment", "POST /api/v1/session/totp-enrolment/confirm"],
  "POST /api/v1/session/password-change",
  // The secret is in the address: platforms that push show no other.
  ...["GET /api/v1/pushes/{address}", "POST /api/v1/pushes/{address}"],
  ...["GET /api/v1/notification-receipts/{address}", "POST /api/v1/notification-receipts/{address}"],
  // A link in a notice acknowledges once; its token is in it.
  ...["GET /api/v1/acknowledgements/{token}", "POST /api/v1/acknowledgements/{token}"],
  // One in a mail downloads a report for a while.
  ...["GET /api/v1/report-links/{token}", "POST /api/v1/report-links/{token}"],
  // A partner by T/CEC 102 shows a token of that standard, and its errors are that standard's too.
  "POST /evcs/v1/{interface}",
];

test.each(operations)("$route: id, summary in both languages, tag, requirement", ({ operation }) => {
  expect(operations.filter((one) => one.operation.operationId === operation.operationId)).toHaveLength(1);
  expect(operation.operationId).toMatch(/^[a-z][A-Za-z]+$/);
  expect(operation.summary).toMatch(/^[A-Z][ -~]+[^.]$/);
  expect(operation["x-summary-zh"]).toMatch(han);
  expect(operation.tags).toHaveLength(1);
  expect(operation["x-requirement"].length).toBeGreaterThan(0);
  for (const id of operation["x-requirement"]) expect(id).toMatch(/^(EF|CP|SH|PL|RF|SEC-[A-Z]+)-[0-9N][0-9.]*$/);
});

test("SEC-API-01: only what is listed so needs no credential, and everything else says 401 and 403", () => {
  const bare = operations.filter(({ operation }) => operation.security.length === 0).map(({ route }) => route);
  expect(bare.sort()).toEqual(open.sort());
  for (const { operation, route } of operations.filter((one) => !bare.includes(one.route)))
    expect(Object.keys(operation.responses), route).toEqual(expect.arrayContaining(["401", "403"]));
});

test.each(operations)(
  "SEC-API-09: $route answers every failure with a problem, 429 and a default among them",
  ({ operation }) => {
    const failures = Object.entries(operation.responses).filter(([status]) => !/^(2|304)/.test(status));
    for (const [status, response] of failures) {
      const { content } = resolved(response) as { readonly content: Content };
      expect(Object.keys(content), status).toEqual(["application/problem+json"]);
      const { example, examples = {} } = content["application/problem+json"] ?? {};
      const values = Object.values(examples as { readonly [code: string]: { readonly value: Schema } });
      const all = example === undefined ? values.map(({ value }) => value) : [example as Schema];
      expect(all.length).toBeGreaterThan(0);
      for (const one of all) {
        if (status !== "default") expect(one.status, status).toBe(Number(status));
        expect(String(one.type)).toMatch(new RegExp(`#${String(one.code)}$`));
        for (const member of ["title", "titleZh", "detail", "requestId"]) expect(one[member], status).toBeTruthy();
      }
    }
    expect(failures.map(([status]) => status)).toEqual(expect.arrayContaining(["429", "default"]));
  },
);

test.each(operations.filter(({ operation }) => operation.requestBody))(
  "SEC-API-05, -06: $route says how a body is refused and how long it may be",
  ({ operation }) => {
    expect(operation.requestBody?.required).toBe(true);
    const [type = "", ...others] = Object.keys(operation.requestBody?.content ?? {});
    expect(others).toEqual([]);
    expect(Object.keys(operation.responses)).toEqual(
      expect.arrayContaining([...(type.endsWith("json") ? ["400"] : []), "413", "415", "422"]),
    );
    expect(operation["x-limits"]?.bodyBytes).toBeGreaterThan(0);
    expect(operation["x-limits"]?.bodyBytes).toBeLessThanOrEqual(16 * 1024 * 1024);
  },
);

test("SEC-API-05: a request says that it takes no unknown members, but for shared records and merge patches", () => {
  const isClosed = (schema: Schema): boolean => resolved(schema).additionalProperties === false;
  const openBodies = operations.flatMap(({ operation, route }) => {
    const schema = operation.requestBody?.content["application/json"]?.schema;
    return schema === undefined || isClosed(schema) ? [] : [route];
  });
  const kept = /^(POST|PUT) \/api\/v1\/(operators|units|devices|components|alarms|vendors|device-models)/;
  // Readings carry their items open; a policy is put back as it was read, with members that a later version may have.
  // A push is in the form of the platform that sends it, what a partner asks in that of T/CEC 102.
  const whole = [
    ...["POST /api/v1/pushes/{address}", "POST /evcs/v1/{interface}"],
    ...["POST /api/v1/readings", "PUT /api/v1/map-source"],
    ...["PUT /api/v1/notification-policy", "PUT /api/v1/security-policy"],
  ];
  expect(openBodies.filter((route) => !kept.test(route)).sort()).toEqual(whole.sort());
});

test.each(operations.filter(({ operation }) => operation["x-rate-class"] === "bulk" && operation["x-limits"]?.items))(
  "SEC-API-06: $route takes 1 to 500 items",
  ({ operation }) => {
    const schema = resolved(operation.requestBody?.content["application/json"]?.schema ?? {});
    const { items, ids } = schema.properties as { readonly [name: string]: Schema };
    expect(items ?? ids).toMatchObject({ type: "array", minItems: 1, maxItems: 500 });
    expect(operation["x-limits"]?.items).toBe(500);
  },
);

test.each(operations.filter(({ parameters }) => parameters.length > 0))(
  "SEC-API-05: every parameter of $route has a limit and 422 says when it is broken",
  ({ operation, parameters, route }) => {
    for (const { name, schema, description } of parameters) {
      const { type, maximum, maxLength, enum: words, pattern } = resolved(schema);
      expect(type === "integer" ? maximum : (maxLength ?? words ?? pattern), name).toBeDefined();
      expect(description, name).toMatch(han);
    }
    expect(Object.keys(operation.responses), route).toContain("422");
  },
);

test("SEC-API-06: every list that can be long is read page by page, at most 500 items a page", () => {
  for (const { operation, parameters, route } of operations) {
    const limit = parameters.find(({ name }) => name === "limit");
    const pages = parameters.filter(({ name }) => name === "cursor" || name === "after");
    expect([route, limit !== undefined && pages.length === 0]).toEqual([route, false]);
    if (limit === undefined) continue;
    expect(resolved(limit.schema), route).toMatchObject({ minimum: 1, maximum: 500 });
    expect(operation["x-limits"]?.pageItems, route).toBe(500);
  }
});

test("whatever takes a cursor says 410 when it is too old, and gives the next page in Link", () => {
  for (const { operation, parameters, route } of operations) {
    const names = parameters.map(({ name }) => name);
    if (!names.includes("cursor") && !names.includes("after")) continue;
    expect(Object.keys(operation.responses), route).toContain("410");
    if (names.includes("cursor"))
      expect(Object.keys(operation.responses["200"]?.headers ?? {}), route).toContain("Link");
  }
});

test("SEC-API-12: every change says how a repeat is harmless, and takes an Idempotency-Key where nothing else is", () => {
  for (const { operation, parameters, method, route } of operations) {
    const takesKey = parameters.some(({ name }) => name === "Idempotency-Key");
    const takesTag = parameters.some(({ name }) => name === "If-Match");
    expect(takesKey, route).toBe(operation["x-idempotency"] === "key");
    if (method === "PATCH") expect([operation["x-idempotency"], takesTag], route).toEqual(["match", true]);
    if (takesTag) expect(Object.keys(operation.responses), route).toEqual(expect.arrayContaining(["412", "428"]));
    if (takesKey) expect(Object.keys(operation.responses), route).toEqual(expect.arrayContaining(["409", "422"]));
    expect(operation["x-idempotency"] === "safe", route).toBe(method === "GET");
  }
  const never = operations.filter(({ operation }) => operation["x-idempotency"] === "none");
  // Sign-in, secrets that are shown once, and looks at personal data: a stored answer would keep what must not be kept.
  expect(new Set(never.map(({ operation }) => operation.tags[0]))).toEqual(
    new Set(["sign-in", "uplink", "platforms", "machines", "privacy", "registry"]),
  );
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

test("every member of every schema says in both languages what it is", () => {
  const { schemas } = document.components as { readonly schemas: { readonly [name: string]: Schema } };
  const bare: string[] = [];
  const visit = (node: unknown, place: string): void => {
    if (typeof node !== "object" || node === null) return;
    const { properties } = node as { readonly properties?: { readonly [name: string]: Schema } };
    if (typeof properties === "object" && !("type" in properties && typeof properties.type === "string"))
      for (const [name, schema] of Object.entries(properties))
        if (!han.test(String(schema.description ?? resolved(schema).description))) bare.push(`${place}.${name}`);
    for (const [step, inner] of Object.entries(node)) visit(inner, `${place}/${step}`);
  };
  for (const [name, schema] of Object.entries(schemas)) visit({ ...schema, examples: undefined }, name);
  expect(bare).toEqual([]);
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

test("the linter has no finding, not even a warning, and every example fits its schema", { timeout: 120_000 }, () => {
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
