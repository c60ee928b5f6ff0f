import type { Result } from "@dianan/sharing";
import { textAnswer } from "./answer-parts.ts";
import { json } from "./http-deps.ts";
import { invalid, type Problem, problem } from "./problem.ts";

/** Which version of a record a change may be made to (RFC 9110 §13). */
export type Precondition =
  /** If-None-Match: `*`: it must not be there. */
  | { readonly kind: "absent" }
  /** If-Match: `*`: any version of one that is there. */
  | { readonly kind: "present" }
  | { readonly kind: "version"; readonly version: number }
  /** None was sent. */
  | { readonly kind: "none" };

/** The ETag of a version: strong, as equal versions are equal bytes. */
export const tagOf = (version: number): string => `"${version}"`;

/** Whether the caller says (If-None-Match) that it has what this ETag names: then 304 will do. */
export const hasAlready = (headers: Headers, tag: string): boolean => {
  const known = (headers.get("if-none-match") ?? "").split(",").map((one) => one.trim().replace(/^W\//, ""));
  return known.includes(tag) || known.includes("*");
};

/** The answer of a read that has an ETag: the value, or 304 to whom has it; whoever keeps it asks again before use. */
export const tagged = (
  request: Request,
  tag: string,
  value: () => unknown,
  cache: "no-cache" | "no-store" = "no-cache",
): Response => {
  const headers = { ETag: tag, "Cache-Control": cache };
  return hasAlready(request.headers, tag) ? textAnswer(null, 304, headers) : json(value(), 200, headers);
};

const bad = (name: string, en: string, zh: string): { readonly ok: false; readonly error: Problem } => ({
  ok: false,
  error: invalid(`/header/${name}`, en, zh),
});

/**
 * Reads If-Match and If-None-Match of a change.
 *
 * @returns a version that nobody can have (0) for the ETag of something else; 422 for what is none
 */
export const readPrecondition = (headers: Headers): Result<Precondition, Problem> => {
  const match = headers.get("if-match");
  const noneMatch = headers.get("if-none-match");
  if (match !== null && noneMatch !== null)
    return bad(
      "If-Match",
      "If-Match and If-None-Match exclude each other.",
      "If-Match 与 If-None-Match 不能同时使用。",
    );
  if (noneMatch !== null)
    return noneMatch.trim() === "*"
      ? { ok: true, value: { kind: "absent" } }
      : bad("If-None-Match", "A change takes only If-None-Match: *.", "修改操作只接受 If-None-Match: *。");
  if (match === null) return { ok: true, value: { kind: "none" } };
  if (match.trim() === "*") return { ok: true, value: { kind: "present" } };
  const [, tag] = /^"([^"]{1,120})"$/.exec(match.trim()) ?? [];
  if (tag === undefined)
    return bad(
      "If-Match",
      'If-Match is * or one ETag in quotes, such as "3".',
      'If-Match 应为 * 或一个带引号的 ETag,如 "3"。',
    );
  return { ok: true, value: { kind: "version", version: /^[1-9][0-9]{0,14}$/.test(tag) ? Number(tag) : 0 } };
};

export const changedSince = (): Problem =>
  problem(
    "precondition-failed",
    "It is not as you read it: read it again, then decide. 记录已变化,请重新读取后再修改。",
  );

export const versionNeeded = (): Problem =>
  problem("precondition-required", "Send If-Match with the ETag that you read. 请用 If-Match 发送读取时的 ETag。");
