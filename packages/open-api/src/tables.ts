import { personalFields, rateClasses, roles, scopes } from "./generated/access.ts";
import { mappingPresets as presets } from "./generated/mapping-presets.ts";
import { operations as rows } from "./generated/operations.ts";
import { PROBLEM_BASE, problemKinds } from "./generated/problem-kinds.ts";

export { PROBLEM_BASE, personalFields, problemKinds, rateClasses, roles, scopes };

/** Code of a kind of problem (错误代码). Public: one may be added in a minor release, none changed. */
export type ProblemCode = keyof typeof problemKinds;

/** Id of an operation of the OpenAPI document. */
export type OperationId = (typeof rows)[number]["id"];

/** Id of a role (角色), as in specs/access. */
export type RoleId = (typeof roles)[number]["id"];

/** Word for a scope (权限范围), such as `alarms:read`. */
export type Scope = keyof typeof scopes;

/** Word for a rate class (限流类别). */
export type RateClass = keyof typeof rateClasses;

/** What a server needs of an operation to obey the document. */
export type OperationRow = {
  readonly id: OperationId;
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** As in the document, with `{…}`. */ readonly path: string;
  /** Not there yet: answered with 501 after the credential was checked. */ readonly isPlanned: boolean;
  /** Query parameters of an operation that is there, which are not: 501 when one is sent. */
  readonly plannedParameters: readonly string[];
  /** Any one of these opens it; none: it needs no credential. */
  readonly schemes: readonly ("key" | "session" | "oauth2" | "signature" | "client" | "device")[];
  /** All of these are needed. */ readonly scopes: readonly Scope[];
  /** Who may call it; everyone else is denied (SEC-AZ-05). Empty only where no credential is needed. */ readonly roles: readonly RoleId[];
  readonly rateClass: RateClass;
  /** Longest body; 0 takes none. Bytes. */ readonly bodyBytes: number;
  /**
   * How a repeat is harmless: it only reads (`safe`), it says the same again (`natural`), an Idempotency-Key (`key`) or an ETag
   * (`match`) tells it. `none`: it is not.
   */
  readonly idempotency: "safe" | "natural" | "key" | "match" | "none";
  /** The second factor is asked for again (SEC-USR-09). */ readonly needsStepUp: boolean;
};

/** Every operation of the document, in its order. */
export const operations: readonly OperationRow[] = rows;

/** A mapping between the JSON of another platform and ours that a hub brings along (预设映射), of specs/mappings. */
export type MappingPreset = {
  readonly id: string;
  /** `in`: of pushes; `out`: of events. */ readonly direction: "in" | "out";
  readonly name: { readonly zh: string; readonly en: string };
  /** `own`: a form of our own; `unconfirmed`: after public documentation, not run against the platform. */
  readonly status: "own" | "unconfirmed";
  readonly source: { readonly zh: string; readonly en: string };
  /** Headers of a push that it reads. */ readonly headers: readonly string[];
  /** An example of what it takes. */ readonly parameters: { readonly [name: string]: unknown };
  /** JSONata. */ readonly expression: string;
  /** Of events: path below the address, with `{names}`. */ readonly path?: string;
};

export const mappingPresets: readonly MappingPreset[] = presets;
