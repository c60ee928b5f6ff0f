import type { Result } from "@dianan/sharing";
import type { Caller } from "../ports/caller.ts";
import { readBytes } from "./body.ts";
import { operationAt } from "./gate.ts";
import type { Route } from "./http-deps.ts";
import { type Problem, problem } from "./problem.ts";
import { contentDigest } from "./signature.ts";

/** Longest body of a route, as the document has it. Bytes. */
export const bodyMaxOf = ({ method, path }: Pick<Route, "method" | "path">): number =>
  operationAt(method, path).bodyBytes;

/** A request whose body was read already. */
export const withBody = ({ method, headers, url }: Request, body: Uint8Array): Request => {
  const hasBody = method !== "GET" && method !== "HEAD" && body.length > 0;
  return new Request(url, { method, headers, ...(hasBody ? { body: body.slice() } : {}) });
};

/**
 * A request as its handler takes it. Of a signed one the body is read first and compared with the digest that was signed; of
 * any other it is left to the handler to read.
 */
export const wholeRequest = async (
  request: Request,
  caller: Caller | null,
  maxBytes: number,
): Promise<Result<Request, Problem>> => {
  if (caller?.by !== "signature") return { ok: true, value: request };
  const body = await readBytes(request, maxBytes);
  if (!body.ok) return body;
  const digest = request.headers.get("content-digest");
  // Without a digest nothing of a body was signed: there must be none.
  if (digest === null ? body.value.length > 0 : contentDigest(body.value) !== digest)
    return {
      ok: false,
      error: problem("bad-signature", "The body is not the one that was signed. 请求体与签名时不同。"),
    };
  return { ok: true, value: withBody(request, body.value) };
};
