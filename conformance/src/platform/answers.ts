import type { Finding, Shown } from "../case.ts";
import { type Operation, wrongAnswer, wrongShape } from "./document.ts";
import type { Answer } from "./platform-seat.ts";

const SHOWN_MAX = 600;
const told = ({ status, text }: Answer): string => `${status} ${text.slice(0, SHOWN_MAX)}`;

/** What was wrong, with the requests that show it. */
export const wrong = (code: string, expected: string, answer: Answer, more: readonly Shown[] = []): Finding => ({
  ...{ code, expected, got: told(answer), input: [...more, answer.asked] },
});

/** What no input may bring about. */
export const judgeAlive = (answer: Answer): Finding | null =>
  answer.status === 0
    ? wrong("no-answer", "an answer", answer)
    : answer.status >= 500
      ? wrong("server-error", "no 5xx", answer)
      : null;

/** Answered with one of these; null when it was. */
export const judgeStatus = (answer: Answer, ...statuses: readonly number[]): Finding | null => {
  const dead = judgeAlive(answer);
  if (dead !== null || statuses.includes(answer.status)) return dead;
  const isAsked = statuses.some((status) => status < 300);
  const code = isAsked
    ? answer.status >= 400
      ? "refused"
      : "wrong-error"
    : answer.status < 300
      ? "accepted"
      : "wrong-error";
  return wrong(code, statuses.join(" or "), answer);
};

/** Refused, for a reason that lies with the client; null when it was. */
export const judgeRefused = (answer: Answer): Finding | null => {
  const dead = judgeAlive(answer);
  if (dead !== null) return dead;
  return answer.status >= 400 ? null : wrong("accepted", "4xx", answer);
};

/** The answer is what the document says of it; null when it is. */
export const judgeDocumented = (operation: Operation, answer: Answer): Finding | null => {
  const dead = judgeAlive(answer);
  if (dead !== null) return dead;
  const what = wrongAnswer(operation, answer.status, answer.body);
  return what === null ? null : wrong("wrong-value", `as the document says: ${what}`, answer);
};

type Problem = { readonly [member: string]: unknown };

/** The refusal is a problem of RFC 9457 with what the document asks of it; null when it is. */
export const judgeProblem = (answer: Answer): Finding | null => {
  const dead = judgeAlive(answer);
  if (dead !== null) return dead;
  const media = answer.headers.get("content-type") ?? "";
  if (!media.startsWith("application/problem+json"))
    return wrong("malformed-reply", `application/problem+json, not ${media || "no type"}`, answer);
  const what = wrongShape("Problem", answer.body);
  if (what !== null) return wrong("malformed-reply", `a problem: ${what}`, answer);
  const { status } = answer.body as Problem;
  return status === answer.status ? null : wrong("malformed-reply", `status ${answer.status} in the problem`, answer);
};

/** The refusal says which members are wrong, by JSON pointers or names of the query, in both languages. */
export const judgePlace = (answer: Answer, place: string): Finding | null => {
  const { errors } = (answer.body ?? {}) as { readonly errors?: unknown };
  const findings = Array.isArray(errors)
    ? (errors as readonly { readonly path?: unknown; readonly message?: unknown }[])
    : [];
  const found = findings.find(({ path }) => typeof path === "string" && path.includes(place));
  if (found === undefined) return wrong("missing", `a finding whose path names ${place}`, answer);
  const { zh, en } = (found.message ?? {}) as { readonly zh?: unknown; readonly en?: unknown };
  return typeof zh === "string" && typeof en === "string"
    ? null
    : wrong("missing", "what is wrong in Chinese and English", answer);
};

/** What was said of each item of a bulk upsert; null when the answer is no such list. */
export const resultsOf = ({ status, body }: Answer): readonly Problem[] | null => {
  const { results } = (body ?? {}) as { readonly results?: unknown };
  return status < 300 && Array.isArray(results) ? (results as readonly Problem[]) : null;
};

/** Every item was taken; null when they were. */
export const judgeTaken = (answer: Answer, count = 1): Finding | null => {
  const dead = judgeStatus(answer, 200, 202);
  if (dead !== null) return dead;
  const results = resultsOf(answer);
  if (results?.length !== count) return wrong("malformed-reply", `${count} results, one an item`, answer);
  return results.every(({ status }) => status !== "refused") ? null : wrong("refused", "every item taken", answer);
};

/** The first that is wrong. */
export const first = (...findings: readonly (Finding | null)[]): Finding | null =>
  findings.find((one) => one !== null) ?? null;

/** Members of an answer's body; none of one that is no object. */
export const membersOf = ({ body }: Answer): Problem =>
  typeof body === "object" && body !== null && !Array.isArray(body) ? (body as Problem) : {};

/** Items of a page. */
export const itemsOf = (answer: Answer): readonly Problem[] => {
  const { items } = membersOf(answer);
  return Array.isArray(items) ? (items as readonly Problem[]) : [];
};
