import type { components } from "./generated/api.ts";

/** Why a request was refused (RFC 9457), as the document has it. */
export type Problem = components["schemas"]["Problem"];

/** An answer that is not 2xx, where a call gives no `{ data, error }`: pages, streams, tokens. */
export class ProblemError extends Error {
  override readonly name = "ProblemError";
  /** The HTTP status. */ readonly status: number;
  /** What the hub said; null when the answer was no problem, for example that of a proxy. */
  readonly problem: Problem | null;

  constructor(status: number, problem: Problem | null) {
    super(problem === null ? `HTTP ${status}` : `HTTP ${status} ${problem.code}: ${problem.title} ${problem.titleZh}`);
    this.status = status;
    this.problem = problem;
  }
}

const isProblem = (value: unknown): value is Problem =>
  typeof value === "object" && value !== null && "code" in value && typeof value.code === "string";

/** The error of an answer; reads its body. */
export const problemOf = async (response: Response): Promise<ProblemError> => {
  try {
    const body: unknown = await response.json();
    return new ProblemError(response.status, isProblem(body) ? body : null);
  } catch {
    return new ProblemError(response.status, null);
  }
};

/** The error of an `error` member that openapi-fetch gave. */
export const problemFrom = (status: number, error: unknown): ProblemError =>
  new ProblemError(status, isProblem(error) ? error : null);
