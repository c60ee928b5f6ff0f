import { isJsonObject, type Json, type JsonObject, resolveIn } from "./json.ts";
import { methods } from "./operation-shape.ts";
import { type Change, type Direction, schemaChanges } from "./schema-changes.ts";

export type { Change } from "./schema-changes.ts";

const objectOf = (value: Json | undefined): JsonObject => (isJsonObject(value) ? value : {});
const listOf = (value: Json | undefined): readonly JsonObject[] =>
  Array.isArray(value) ? (value as readonly JsonObject[]) : [];
const wordsOf = (value: Json | undefined): readonly string[] =>
  Array.isArray(value) ? (value as readonly Json[]).map(String) : [];

type Place = {
  readonly document: JsonObject;
  readonly operation: JsonObject;
  readonly parameters: readonly JsonObject[];
};

/** Operations by route; those that were only planned promised nothing. */
const operationsOf = (document: JsonObject): ReadonlyMap<string, Place> => {
  const all = new Map<string, Place>();
  for (const [path, item] of Object.entries(objectOf(document.paths)))
    for (const method of methods) {
      const operation = objectOf(item)[method];
      if (!isJsonObject(operation)) continue;
      const parameters = [...listOf(objectOf(item).parameters), ...listOf(operation.parameters)];
      all.set(`${method.toUpperCase()} ${path}`, {
        document,
        operation,
        parameters: parameters.map((one) => resolveIn(document, one)),
      });
    }
  return all;
};

const contentChanges = (old: Place, now: Place, at: string, direction: Direction, pick: (place: Place) => JsonObject) =>
  Object.entries(pick(old)).flatMap(([type, media]): readonly Change[] => {
    const next = pick(now)[type];
    if (next === undefined) return [{ at, code: "media-type-removed", text: `${type} is gone` }];
    const [before, after] = [objectOf(media).schema, objectOf(next).schema];
    return schemaChanges(
      { document: old.document, schema: objectOf(before) },
      { document: now.document, schema: objectOf(after) },
      { direction, at, seen: new Set() },
    );
  });

const parameterChanges = (route: string, old: Place, now: Place): readonly Change[] => {
  const nameOf = (parameter: JsonObject): string => `${String(parameter.in)} ${String(parameter.name)}`;
  const had = new Map(old.parameters.map((one) => [nameOf(one), one]));
  const has = new Map(now.parameters.map((one) => [nameOf(one), one]));
  const planned = new Set(wordsOf(old.operation["x-planned-parameters"]));
  const changes: Change[] = [];
  for (const [name, parameter] of had) {
    const at = `${route} ${name}`;
    if (planned.has(String(parameter.name))) continue;
    const next = has.get(name);
    if (next === undefined || wordsOf(now.operation["x-planned-parameters"]).includes(String(parameter.name)))
      changes.push({ at, code: "parameter-removed", text: "the parameter is gone" });
    else
      changes.push(
        ...schemaChanges(
          { document: old.document, schema: objectOf(parameter.schema) },
          { document: now.document, schema: objectOf(next.schema) },
          { direction: "request", at, seen: new Set() },
        ),
      );
  }
  for (const [name, parameter] of has)
    if (parameter.required === true && had.get(name)?.required !== true)
      changes.push({ at: `${route} ${name}`, code: "parameter-required", text: "the parameter is now required" });
  return changes;
};

const securityChanges = (route: string, old: Place, now: Place): readonly Change[] => {
  const schemesOf = ({ operation }: Place): readonly string[] => listOf(operation.security).flatMap(Object.keys);
  const [had, has] = [schemesOf(old), schemesOf(now)];
  const at = `${route} security`;
  const scopes = wordsOf(now.operation["x-scopes"]).filter((one) => !wordsOf(old.operation["x-scopes"]).includes(one));
  return [
    ...(had.length === 0 && has.length > 0
      ? [{ at, code: "credential-needed", text: "it needed no credential, now it does" }]
      : had
          .filter((scheme) => has.length > 0 && !has.includes(scheme))
          .map((scheme) => ({ at, code: "scheme-removed", text: `${scheme} no longer opens it` }))),
    ...scopes.map((scope) => ({ at, code: "scope-added", text: `it needs ${scope} now` })),
  ];
};

const answerChanges = (route: string, old: Place, now: Place): readonly Change[] => {
  const successes = ({ document, operation }: Place): ReadonlyMap<string, JsonObject> =>
    new Map(
      Object.entries(objectOf(operation.responses))
        .filter(([status]) => status.startsWith("2"))
        .map(([status, response]) => [status, resolveIn(document, objectOf(response))]),
    );
  const [had, has] = [successes(old), successes(now)];
  return [...had].flatMap(([status, response]): readonly Change[] => {
    const at = `${route} answer ${status}`;
    const next = has.get(status);
    if (next === undefined) return [{ at, code: "answer-removed", text: "it no longer answers so" }];
    const contentOf = (place: Place): JsonObject => objectOf((place === old ? response : next).content);
    return contentChanges(old, now, at, "answer", contentOf);
  });
};

const bodyChanges = (route: string, old: Place, now: Place): readonly Change[] => {
  const [had, has] = [objectOf(old.operation.requestBody), objectOf(now.operation.requestBody)];
  if (Object.keys(had).length === 0)
    return has.required === true ? [{ at: `${route} body`, code: "body-required", text: "it needs a body now" }] : [];
  return contentChanges(old, now, `${route} body`, "request", (place) => objectOf((place === old ? had : has).content));
};

const webhookChanges = (before: JsonObject, after: JsonObject): readonly Change[] =>
  Object.entries(objectOf(before.webhooks)).flatMap(([name, item]): readonly Change[] => {
    const at = `webhook ${name}`;
    const next = objectOf(after.webhooks)[name];
    if (next === undefined) return [{ at, code: "operation-removed", text: "the event is gone" }];
    const place = (document: JsonObject, one: Json): Place => ({
      document,
      operation: objectOf(objectOf(one).post),
      parameters: [],
    });
    // A receiver reads the body: for it a webhook is an answer.
    return contentChanges(place(before, item ?? null), place(after, next), at, "answer", ({ operation }) =>
      objectOf(objectOf(operation.requestBody).content),
    );
  });

/**
 * What a client of `before` can stumble over in `after`: two bundled documents of the open API.
 *
 * What was only planned before promised nothing; what is planned now and was not before is gone.
 */
export const breakingChanges = (before: JsonObject, after: JsonObject): readonly Change[] => {
  const now = operationsOf(after);
  const changes = [...operationsOf(before)].flatMap(([route, old]): readonly Change[] => {
    if (old.operation["x-planned"] === true) return [];
    const next = now.get(route);
    if (next === undefined || next.operation["x-planned"] === true)
      return [{ at: route, code: "operation-removed", text: "the operation is gone" }];
    return [
      ...(old.operation.operationId === next.operation.operationId
        ? []
        : [
            {
              at: route,
              code: "operation-renamed",
              text: `operationId was ${String(old.operation.operationId)}, is ${String(next.operation.operationId)}`,
            },
          ]),
      ...securityChanges(route, old, next),
      ...parameterChanges(route, old, next),
      ...bodyChanges(route, old, next),
      ...answerChanges(route, old, next),
    ];
  });
  return [...changes, ...webhookChanges(before, after)];
};

/** Whether a version may break clients of another: a higher major, or below 1.0 a higher minor (semver.org §4, §8). */
export const mayBreak = (before: string, after: string): boolean => {
  const [major = 0, minor = 0] = before.split(".").map(Number);
  const [majorNow = 0, minorNow = 0] = after.split(".").map(Number);
  return majorNow > major || (major === 0 && majorNow === 0 && minorNow > minor);
};
