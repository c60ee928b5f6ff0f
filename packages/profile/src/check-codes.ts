import { finding, type ProfileError, pointerStep } from "./profile-error.ts";
import { memberOf, opened, rootSchema, type Schema } from "./schemas.ts";

const wrong = (path: string, name: string, schema: Schema): ProfileError => {
  const values = (schema.enum ?? []).map(String).join(", ");
  const title = schema.title === undefined ? "" : `(${schema.title})`;
  return finding(
    "bad-value",
    path,
    `${name}${title}不对。应为:以下之一:${values}。`,
    `${name} is wrong. Expected: one of ${values}.`,
  );
};

/** The list that a text must be of: its own, or that of the branch of a union that is for texts. */
const listOf = (schema: Schema): Schema | null =>
  [schema, ...(schema.anyOf ?? []).map(opened)].find((one) => one.enum !== undefined) ?? null;

const check = (value: unknown, schema: Schema, path: string): readonly ProfileError[] => {
  if (typeof value === "string") {
    const list = listOf(schema);
    const name = path.split("/").at(-1) ?? "";
    return list === null || list.enum?.includes(value) === true
      ? []
      : [wrong(path, name, { ...list, ...schema, enum: list.enum ?? [] })];
  }
  if (typeof value !== "object" || value === null) return [];
  const names = schema.propertyNames === undefined ? null : opened(schema.propertyNames);
  return Object.entries(value).flatMap(([step, member]) => {
    const at = path + pointerStep(step);
    const isListed = names?.enum === undefined || names.enum.includes(step);
    return [...(isListed ? [] : [wrong(at, step, names ?? {})]), ...check(member, memberOf(schema, step), at)];
  });
};

/**
 * Findings about words that must be of a code list. The lists grow with the tables of model and codec: they are not part of the
 * compiled validator.
 */
export const checkCodes = (data: unknown): readonly ProfileError[] => check(data, rootSchema, "");
