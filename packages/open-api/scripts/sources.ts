import { readdirSync, readFileSync } from "node:fs";

const read = (path: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../specs/${path}`, import.meta.url), "utf8"));

type Words = { readonly zh: string; readonly en: string };

/** Kind of problem by its code: HTTP status, title and what to do about it. */
export type ProblemKinds = {
  readonly [code: string]: Words & { readonly status: number; readonly detail: Words };
};
export const problemKinds = read("openapi/problems.json") as ProblemKinds;

/** Description and example of members that many schemas have, by the member's name. */
export type MemberWords = { readonly [member: string]: { readonly description: string; readonly example?: unknown } };
export const memberWords = read("openapi/members.json") as MemberWords;

/** Budget of a rate class: so many requests in so many seconds, with a burst; `bodyBytes` 0 takes no body. */
export type RateClasses = {
  readonly [name: string]: Words & {
    readonly requests: number;
    readonly perSeconds: number;
    readonly burst: number;
    readonly bodyBytes: number;
  };
};
export const rateClasses = read("openapi/rate-classes.json") as RateClasses;

export const scopes = read("access/scopes.json") as { readonly [scope: string]: Words };

export type Role = Words & {
  readonly id: string;
  readonly kind: "person" | "machine";
  /** One of the three exclusive administrators (三员). */ readonly isAdministrator: boolean;
  /** Roles whose people may give, take and reset it. */ readonly grantedBy: readonly string[];
  readonly does: Words;
};
export const roles = read("access/roles.json") as readonly Role[];

/** Who may call an operation: roles, or everyone, without a credential. What is not here is denied. */
export const operationRoles = read("access/operations.json") as {
  readonly [operationId: string]: "everyone" | readonly string[];
};

/** A row of the register of personal data (个人信息登记表, SEC-PII-01). */
export type PersonalField = {
  readonly schema: string;
  readonly member: string;
  readonly purpose: Words;
  readonly basis: Words;
  readonly recipients: Words;
  /** Null: as long as its record. */ readonly retentionDays: number | null;
};
export const personalFields = read("access/personal-data.json") as readonly PersonalField[];

type Mapping = { readonly expression: readonly string[]; readonly samples: unknown };
/** Mappings that a hub brings along (预设映射), in the order of their names; an expression is its lines. */
export const mappingPresets: readonly unknown[] = readdirSync(new URL("../../../specs/mappings/", import.meta.url))
  .filter((name) => name.endsWith(".json"))
  .sort()
  .map((name) => {
    const { samples: _, expression, ...preset } = read(`mappings/${name}`) as Mapping;
    return { ...preset, expression: expression.join("\n") };
  });
