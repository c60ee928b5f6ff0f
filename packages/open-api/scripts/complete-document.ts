import { describeMembers } from "./describe-members.ts";
import { exampleOf } from "./examples.ts";
import { isJsonObject, type Json, type JsonObject, resolveIn } from "./json.ts";
import { idempotencyOf, methods, type SourceOperation, scopesOf, securityOf } from "./operation-shape.ts";
import { createRefusals, refusalCodes } from "./refusals.ts";
import { operationRoles, rateClasses } from "./sources.ts";

const PAGE_MAX = 500;

const component = (kind: string, name: string): JsonObject => ({ $ref: `#/components/${kind}/${name}` });

const exampled = (document: JsonObject, place: string, content: JsonObject): JsonObject =>
  Object.fromEntries(
    Object.entries(content).map(([type, media]) => {
      if (!isJsonObject(media) || !isJsonObject(media.schema)) throw new Error(`${place} ${type}: no schema`);
      if (media.example !== undefined || media.examples !== undefined || type === "text/event-stream")
        return [type, media];
      return [type, { ...media, example: exampleOf(document, media.schema, "", `${place} ${type}`) }];
    }),
  );

const answered = (document: JsonObject, place: string, response: JsonObject): JsonObject => ({
  ...response,
  headers: {
    ...(isJsonObject(response.headers) ? response.headers : {}),
    RateLimit: component("headers", "RateLimit"),
    "RateLimit-Policy": component("headers", "RateLimitPolicy"),
    "X-Request-Id": component("headers", "RequestId"),
  },
  ...(isJsonObject(response.content) ? { content: exampled(document, place, response.content) } : {}),
});

/** Items of a bulk request and bytes of a body that are taken; a page's items; all over the limit are refused. */
const limitsOf = (
  document: JsonObject,
  operation: SourceOperation,
  parameters: readonly JsonObject[],
): JsonObject | null => {
  const limits: Record<string, Json> = {};
  const rate = rateClasses[operation["x-rate-class"]];
  if (!rate) throw new Error(`${operation.operationId}: no rate class ${operation["x-rate-class"]}`);
  if (operation.requestBody) {
    limits.bodyBytes = rate.bodyBytes;
    const [media] = Object.values(operation.requestBody.content);
    const schema = resolveIn(document, isJsonObject(media?.schema) ? media.schema : {});
    const items = isJsonObject(schema.properties) ? schema.properties.items : undefined;
    const most = isJsonObject(items) ? resolveIn(document, items).maxItems : undefined;
    if (most !== undefined) limits.items = most;
  }
  if (parameters.some((one) => resolveIn(document, one).name === "limit")) limits.pageItems = PAGE_MAX;
  Object.assign(limits, operation["x-limits"]);
  return Object.keys(limits).length > 0 ? limits : null;
};

const hasEtag = (response: JsonObject | undefined): boolean =>
  isJsonObject(response?.headers) && response.headers.ETag !== undefined;

/** An operation with what its source leaves to rules: credentials, roles, limits, refusals, examples. */
const completeOperation = (
  document: JsonObject,
  path: string,
  method: string,
  source: SourceOperation,
  pathParameters: readonly JsonObject[],
  refusals: ReturnType<typeof createRefusals>,
): JsonObject => {
  const {
    "x-scope": _scope,
    "x-problems": _problems,
    "x-idempotency": _idempotency,
    "x-limits": _limits,
    security: _security,
    parameters: own = [],
    requestBody,
    responses,
    ...rest
  } = source;
  const place = `${method.toUpperCase()} ${path}`;
  const idempotency = idempotencyOf(method, source);
  const isConditional = method === "get" && hasEtag(responses["200"]);
  const parameters = [
    ...own,
    ...(method === "post" && idempotency === "key" ? [component("parameters", "IdempotencyKey")] : []),
    ...(isConditional || (method === "put" && JSON.stringify(own).includes("parameters/IfMatch"))
      ? [component("parameters", "IfNoneMatch")]
      : []),
  ];
  const all = [...pathParameters, ...parameters];
  const allowed = operationRoles[source.operationId];
  if (allowed === undefined)
    throw new Error(`${source.operationId}: specs/access/operations.json does not say who may`);
  const limits = limitsOf(document, source, all);
  return {
    ...rest,
    security: securityOf(source) as Json,
    "x-scopes": scopesOf(source) as Json,
    "x-roles": allowed as Json,
    "x-idempotency": idempotency,
    ...(limits ? { "x-limits": limits } : {}),
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(requestBody
      ? { requestBody: { ...requestBody, content: exampled(document, `${place} body`, requestBody.content) } }
      : {}),
    responses: {
      ...Object.fromEntries(
        Object.entries(responses).map(([status, response]) => [
          status,
          answered(document, `${place} ${status}`, response),
        ]),
      ),
      ...(isConditional
        ? { "304": { description: "Not changed since. 未变化。", headers: { ETag: component("headers", "ETag") } } }
        : {}),
      ...refusals.responsesFor(refusalCodes(document, method, source, all)),
    },
  };
};

/**
 * Completes the bundled document: what follows from rules is not written in the source. Every secured operation can answer 401 and
 * 403, every body 400, 413, 415 and 422, every cursor 410, every planned operation 501; each code has its example.
 */
export const completeDocument = (bundled: JsonObject): JsonObject => {
  const described = describeMembers(bundled) as JsonObject;
  const components = described.components as JsonObject;
  const refusals = createRefusals();
  const paths: Record<string, Json> = {};
  for (const [path, item] of Object.entries(described.paths as JsonObject)) {
    const { parameters = [], ...operations } = item as JsonObject;
    const done: Record<string, Json> = (parameters as readonly Json[]).length > 0 ? { parameters } : {};
    for (const method of methods) {
      const operation = operations[method];
      if (operation !== undefined)
        done[method] = completeOperation(
          described,
          path,
          method,
          operation as SourceOperation,
          parameters as readonly JsonObject[],
          refusals,
        );
    }
    paths[path] = done;
  }
  const webhooks = Object.fromEntries(
    Object.entries(described.webhooks as JsonObject).map(([name, item]) => {
      const { post } = item as { readonly post: SourceOperation };
      const content = exampled(described, `webhook ${name}`, post.requestBody?.content ?? {});
      return [name, { post: { ...post, requestBody: { required: true, content } } }];
    }),
  );
  const responses = refusals.responses();
  return {
    ...described,
    "x-rate-classes": rateClasses as unknown as Json,
    paths,
    webhooks,
    components: { ...components, responses },
  };
};
