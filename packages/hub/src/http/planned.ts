import { type OperationRow, operations } from "@dianan/open-api/tables";
import type { Route } from "./http-deps.ts";
import { type Problem, problem } from "./problem.ts";

const refusal = (what: string): Problem =>
  problem("not-implemented", `${what} is planned, but not there yet. 已规划,尚未提供。`);

/**
 * A route for every operation that the document marks `x-planned`: who may call it is checked as for any other, then the answer is
 * 501 (SEC-API-01). An operation whose engine is made loses its mark in specs/openapi, and its route here with it.
 */
export const plannedRoutes = (rows: readonly OperationRow[] = operations): readonly Route[] =>
  rows
    .filter(({ isPlanned }) => isPlanned)
    .map(({ id, method, path, schemes }) => ({
      method,
      path,
      isPlanned: true,
      ...(schemes.length === 0 ? { open: true } : {}),
      handle: () => refusal(id),
    }));

const parametersOf: ReadonlyMap<string, readonly string[]> = new Map(
  operations
    .filter(({ plannedParameters }) => plannedParameters.length > 0)
    .map(({ method, path, plannedParameters }) => [`${method} ${path}`, plannedParameters]),
);

/** The refusal of a query parameter that is planned at an operation that is there, or null. */
export const plannedParameter = ({ method, path }: Pick<Route, "method" | "path">, url: URL): Problem | null => {
  const asked = parametersOf.get(`${method} ${path}`)?.find((name) => url.searchParams.has(name));
  return asked === undefined ? null : refusal(`The parameter ${asked}`);
};
