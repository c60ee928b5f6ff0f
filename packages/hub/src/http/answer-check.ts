import { answerValidator, findingsOf } from "./document-schemas.ts";
import type { Route } from "./http-deps.ts";
import { problem, problemResponse } from "./problem.ts";

/** Looks at what goes out at a route; undefined: no route of the document. */
export type AnswerCheck = (
  route: Pick<Route, "method" | "path"> | undefined,
  answer: Promise<Response>,
) => Promise<Response>;

/** Why an answer is not one that the document has; null: it is. */
const faultOf = async ({ method, path }: Pick<Route, "method" | "path">, answer: Response): Promise<string | null> => {
  const media = (answer.headers.get("content-type") ?? "").split(";")[0] ?? "";
  const validate = answerValidator(method, path, answer.status, media);
  if (validate === null) return `${answer.status} ${media} is not in the document`;
  if (validate === "anything" || !media.endsWith("json")) return null;
  if (validate(await answer.clone().json())) return null;
  const findings = findingsOf(validate).map((finding) => `${finding.path}: ${finding.message.en}`);
  return `${answer.status}: ${findings.join("; ")}`;
};

/**
 * Holds every answer against the document (接口自检): one that it does not have becomes a 500 and a line in the log. Costs about as
 * much as the answer itself, so it is for tests and for looking into a mistake.
 *
 * @param log - told what is wrong, and nothing of what the answer said
 */
export const createAnswerCheck =
  (log: (line: string) => void): AnswerCheck =>
  async (route, answer) => {
    const given = await answer;
    const fault = route === undefined ? null : await faultOf(route, given);
    if (fault === null) return given;
    const requestId = given.headers.get("x-request-id") ?? "";
    log(`request ${requestId} ${route?.method} ${route?.path} broke the contract: ${fault}`);
    await given.body?.cancel();
    const broken = problem("internal", "The answer was not one of the document's. 应答不符合接口文档。");
    const instead = problemResponse(broken, requestId);
    instead.headers.set("X-Request-Id", requestId);
    return instead;
  };

/** Lets everything pass. */
export const noAnswerCheck: AnswerCheck = (_route, answer) => answer;
