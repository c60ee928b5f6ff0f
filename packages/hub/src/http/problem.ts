import type { Words } from "@dianan/model";
import { PROBLEM_BASE, type ProblemCode, problemKinds } from "@dianan/open-api/tables";
import { textAnswer } from "./answer-parts.ts";

/** One thing that is wrong with a request or with one item of it. `path` is a JSON pointer. */
export type Finding = {
  readonly path: string;
  readonly code?: string;
  readonly clause?: string;
  readonly message: Words;
};

/** A refusal as plain data; the router makes the answer of it (RFC 9457). */
export type Problem = {
  readonly kind: "problem";
  readonly code: ProblemCode;
  /** What to do about it, English then Chinese. Never a secret, a path of this machine or a stack (SEC-API-09). */ readonly detail: string;
  readonly errors: readonly Finding[];
  readonly headers: { readonly [name: string]: string };
};

export const problem = (
  code: ProblemCode,
  detail: string,
  more: { readonly errors?: readonly Finding[]; readonly headers?: { readonly [name: string]: string } } = {},
): Problem => ({ kind: "problem", code, detail, errors: more.errors ?? [], headers: more.headers ?? {} });

/** `invalid` with one finding. */
export const invalid = (path: string, en: string, zh: string): Problem =>
  problem("invalid", `${en} ${zh}`, { errors: [{ path, message: { zh, en } }] });

/** Somebody has changed it since it was read. */
export const readAgain = (): Problem => problem("precondition-failed", "Read it again and repeat. 请重新读取后重试。");

/** Of an address that this hub does not call (SEC-OUT-01). */
export const addressForbidden = (): Problem =>
  problem(
    "address-forbidden",
    "https to a public host, or an address that an administrator allowed. 仅允许公网 https 地址或管理员放行的地址。",
  );

/** Waiting is the cure: `Retry-After` in whole seconds. */
export const waitProblem = (code: "too-many-requests" | "busy", seconds: number): Problem =>
  problem(code, `Wait ${seconds} seconds. 请等待 ${seconds} 秒。`, { headers: { "Retry-After": String(seconds) } });

export const isProblem = (value: object): value is Problem => "kind" in value && value.kind === "problem";

/** The answer to a refused request: `application/problem+json`, bilingual, with the request's id. */
export const problemResponse = (what: Problem, requestId: string): Response => {
  const { status, en, zh } = problemKinds[what.code];
  const body = {
    type: PROBLEM_BASE + what.code,
    title: en,
    titleZh: zh,
    status,
    detail: what.detail,
    code: what.code,
    requestId,
    ...(what.errors.length > 0 ? { errors: what.errors } : {}),
  };
  return textAnswer(JSON.stringify(body), status, {
    ...what.headers,
    "Content-Type": "application/problem+json; charset=utf-8",
    "Cache-Control": "no-store",
  });
};
