import type { Words } from "@dianan/model";

/** One thing that is wrong with a request or with one item of it. `path` is a JSON pointer. */
export type Finding = {
  readonly path: string;
  readonly code?: string;
  readonly clause?: string;
  readonly message: Words;
};

/** What can go wrong at this door. Codes are public: one may be added in a minor release, none changed. */
export const problemKinds = {
  "bad-json": { status: 400, en: "The body is not JSON that can be accepted", zh: "请求体不是可接受的 JSON" },
  unauthorized: { status: 401, en: "Sign in first", zh: "请先登录" },
  forbidden: { status: 403, en: "Not allowed", zh: "无此权限" },
  "not-found": { status: 404, en: "Not found", zh: "不存在" },
  "wrong-method": { status: 405, en: "Wrong method", zh: "方法不对" },
  "cursor-gone": { status: 410, en: "The cursor is no longer valid", zh: "游标已失效" },
  "too-large": { status: 413, en: "Too large", zh: "请求过大" },
  "too-long-address": { status: 414, en: "The address is too long", zh: "请求地址过长" },
  "wrong-media-type": { status: 415, en: "Wrong media type", zh: "媒体类型不对" },
  invalid: { status: 422, en: "Does not fit the schema", zh: "不符合格式" },
  "too-many-requests": { status: 429, en: "Too many requests", zh: "请求过多" },
  internal: { status: 500, en: "Something failed", zh: "内部错误" },
  busy: { status: 503, en: "Busy", zh: "服务繁忙" },
} as const;
export type ProblemCode = keyof typeof problemKinds;

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

/** Waiting is the cure: `Retry-After` in whole seconds. */
export const waitProblem = (code: "too-many-requests" | "busy", seconds: number): Problem =>
  problem(code, `Wait ${seconds} seconds. 请等待 ${seconds} 秒。`, { headers: { "Retry-After": String(seconds) } });

export const isProblem = (value: object): value is Problem => "kind" in value && value.kind === "problem";

/** The answer to a refused request: `application/problem+json`, bilingual, with the request's id. */
export const problemResponse = (what: Problem, requestId: string): Response => {
  const { status, en, zh } = problemKinds[what.code];
  const body = {
    type: "about:blank",
    title: en,
    titleZh: zh,
    status,
    detail: what.detail,
    code: what.code,
    requestId,
    ...(what.errors.length > 0 ? { errors: what.errors } : {}),
  };
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      ...what.headers,
      "Content-Type": "application/problem+json; charset=utf-8",
      "Cache-Control": "no-store",
    },
  });
};
