import type { Finding, Shown } from "../case.ts";
import type { Answer } from "./city-seat.ts";

type Item = { readonly [member: string]: unknown };
const isItem = (value: unknown): value is Item => typeof value === "object" && value !== null;

const told = ({ status, body }: Answer): string => `${status} ${(JSON.stringify(body) ?? "").slice(0, 600)}`;
const finding = (code: string, expected: string, answer: Answer, more: readonly Shown[] = []): Finding => ({
  ...{ code, expected, got: told(answer), input: [...more, answer.asked] },
});

/** What was said of each item, or null when the answer is no such list. */
export const resultsOf = ({ status, body }: Answer): readonly Item[] | null =>
  (status === 200 || status === 202) && isItem(body) && Array.isArray(body.results) && body.results.every(isItem)
    ? body.results
    : null;

const taken: readonly unknown[] = ["created", "updated", "unchanged", "parked"];

/** What no input may bring about. */
const broken = (answer: Answer): Finding | null =>
  answer.status === 0
    ? finding("no-answer", "an answer", answer)
    : answer.status >= 500
      ? finding("server-error", "no 5xx", answer)
      : null;

/** Every item was taken; null when they were. */
export const judgeTaken = (answer: Answer, count = 1): Finding | null => {
  const bad = broken(answer);
  if (bad !== null) return bad;
  const results = resultsOf(answer);
  if (results === null)
    return finding(answer.status >= 400 ? "refused" : "malformed-reply", "200 or 202 with `results`", answer);
  if (results.length !== count) return finding("malformed-reply", `${count} results, one an item`, answer);
  return results.every(({ status }) => taken.includes(status)) ? null : finding("refused", "the record taken", answer);
};

/** The one item was refused, by its result or by a 4xx; null when it was. */
export const judgeItemRefused = (answer: Answer): Finding | null => {
  const bad = broken(answer);
  if (bad !== null) return bad;
  if (answer.status >= 400) return null;
  const results = resultsOf(answer);
  if (results?.length !== 1) return finding("malformed-reply", "one result, or 4xx", answer);
  return results[0]?.status === "refused" ? null : finding("accepted", "the record refused", answer);
};

/** The request was refused with one of these; null when it was. */
export const judgeStatus = (answer: Answer, statuses: readonly number[]): Finding | null => {
  const bad = broken(answer);
  if (bad !== null) return bad;
  if (statuses.includes(answer.status)) return null;
  return finding(answer.status < 300 ? "accepted" : "wrong-error", statuses.join(" or "), answer);
};

/** Any refusal of the client's doing. */
export const clientErrors: readonly number[] = Array.from({ length: 100 }, (_, i) => 400 + i);

export const findingOf = finding;
