import { randomUUID } from "node:crypto";
import type { HttpBindings } from "@hono/node-server";
import { type Context, Hono } from "hono";
import { StoreError } from "../ports/store.ts";
import { findCaller, isSameOrigin } from "./credentials.ts";
import { docsRoutes, plainIndex } from "./docs-page.ts";
import { defaultEventLimits, type EventLimits, eventRoutes } from "./events.ts";
import { createHttpCounts } from "./http-counts.ts";
import { type HttpDeps, json, type Route } from "./http-deps.ts";
import { metricRoutes } from "./metrics.ts";
import { operationRoutes } from "./operation.ts";
import { plannedParameter, plannedRoutes } from "./planned.ts";
import { invalid, isProblem, type Problem, problem, problemResponse, waitProblem } from "./problem.ts";
import { readingRoutes } from "./readings.ts";
import { recordRoutes } from "./records.ts";
import { sessionRoutes } from "./session.ts";
import { createSignInThrottle } from "./sign-in-throttle.ts";
import { fileResponse, loadFolder, type StaticFile } from "./static-files.ts";

type Env = { Bindings: Partial<HttpBindings> };

/** The door as a function from request to answer. `routes` is what it knows, for the test against the document. */
export type HttpApp = {
  readonly app: Hono<Env>;
  readonly routes: readonly Route[];
  /** Ends the streams; requests under way still get their answers. */ close(): void;
};

/** Longest address (SEC-API-06). Characters. */
const URL_MAX = 8 * 1024;
/** Requests being answered at once, streams not counted. */
const CONCURRENT_MAX = 512;

const health: Route = { method: "GET", path: "/healthz", open: true, handle: () => json({ status: "ok" }) };

const consoleFiles = (deps: HttpDeps): ReadonlyMap<string, StaticFile> => {
  if (deps.consoleDir === null) return new Map();
  try {
    return loadFolder(deps.consoleDir);
  } catch {
    deps.log("console: its folder cannot be read, so it is not served 控制台文件夹无法读取");
    return new Map();
  }
};

/** What the store refuses that is not our mistake: a cursor that somebody made, a full disk, a hub that closes. */
const storeProblem = (error: unknown): Problem | null => {
  if (!(error instanceof StoreError)) return null;
  if (error.code === "bad-position")
    return invalid("/query/cursor", "cursor is not the next of a page.", "cursor 不是某一页的 next。");
  return error.code === "full" || error.code === "closed" ? waitProblem("busy", 5) : null;
};

/** Makes the HTTP door (开放接口与控制台) without a socket. Reads the console's files once. */
export const createHttpApp = (deps: HttpDeps, eventLimits: EventLimits = defaultEventLimits): HttpApp => {
  const counts = createHttpCounts();
  const events = eventRoutes(deps, eventLimits, (request) => findCaller(deps.keys, request, deps.clock()));
  const docs = docsRoutes();
  const files = new Map<string, StaticFile>([["/", plainIndex], ...consoleFiles(deps), ...docs.files]);
  const routes: readonly Route[] = [
    health,
    ...docs.routes,
    ...metricRoutes(deps, counts, events.open),
    ...sessionRoutes(deps, createSignInThrottle()),
    ...recordRoutes(deps),
    ...readingRoutes(deps),
    ...operationRoutes(deps),
    ...events.routes,
    ...plannedRoutes(),
  ];
  let underWay = 0;

  const answer = async (route: Route, context: Context<Env>): Promise<Response | Problem> => {
    const request = context.req.raw;
    const caller = await findCaller(deps.keys, request, deps.clock());
    if (route.open !== true && caller === null)
      return problem(
        "unauthorized",
        "Send Authorization: Bearer with a valid key, or sign in. 请发送有效密钥或登录。",
        {
          headers: { "WWW-Authenticate": "Bearer" },
        },
      );
    if (route.method !== "GET" && caller?.byCookie === true && !isSameOrigin(request))
      return problem(
        "forbidden",
        "A change by cookie must come from the console itself. 用会话修改数据的请求必须来自控制台。",
      );
    const url = new URL(request.url);
    const planned = plannedParameter(route, url);
    if (planned !== null) return planned;
    const params: { readonly [name: string]: string } = context.req.param();
    return route.handle({
      request,
      url,
      id: params.id ?? "",
      params,
      caller,
      source: context.env?.incoming?.socket.remoteAddress ?? "",
      isSecure: url.protocol === "https:",
    });
  };

  /** Runs one request to its answer: whatever fails inside becomes a 500 that says nothing, and a line in the log. */
  const run = async (
    context: Context<Env>,
    path: string,
    work: () => Promise<Response | Problem> | Response | Problem,
  ): Promise<Response> => {
    const requestId = randomUUID();
    let outcome: Response | Problem;
    if (underWay >= CONCURRENT_MAX) outcome = waitProblem("busy", 1);
    else if (context.req.raw.url.length > URL_MAX) outcome = problem("too-long-address", "At most 8 KiB. 最多 8 KiB。");
    else
      try {
        underWay += 1;
        outcome = await work();
      } catch (error) {
        const known = storeProblem(error);
        if (known?.code !== "invalid")
          deps.log(
            `request ${requestId} ${context.req.method} ${path} failed: ${error instanceof Error ? error.stack : "?"}`,
          );
        outcome = known ?? problem("internal", "The request id is in the hub's log. 请按请求编号查看日志。");
      } finally {
        underWay -= 1;
      }
    if (isProblem(outcome)) counts.refused(outcome.code);
    const response = isProblem(outcome) ? problemResponse(outcome, requestId) : outcome;
    counts.answered(path === "" ? "other" : context.req.method, path, response.status);
    response.headers.set("X-Request-Id", requestId);
    response.headers.set("X-Content-Type-Options", "nosniff");
    response.headers.set("Referrer-Policy", "no-referrer");
    response.headers.set("Cross-Origin-Resource-Policy", "same-origin");
    if (!response.headers.has("content-security-policy"))
      response.headers.set("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
    return response;
  };

  const app = new Hono<Env>();
  for (const path of new Set(routes.map((route) => route.path))) {
    const here = routes.filter((route) => route.path === path);
    const allow = here.map(({ method }) => method).join(", ");
    app.all(path.replaceAll(/\{(\w+)\}/g, ":$1"), (context) => {
      const route = here.find(({ method }) => method === context.req.method);
      return run(context, route === undefined ? "" : path, () =>
        route === undefined
          ? problem("wrong-method", `Use ${allow}. 请用 ${allow}。`, { headers: { Allow: allow } })
          : answer(route, context),
      );
    });
  }
  app.notFound((context) =>
    run(context, "", () => {
      const file = files.get(context.req.path);
      if (file === undefined) return problem("not-found", "There is no such address. 没有此地址。");
      if (context.req.method === "GET" || context.req.method === "HEAD") return fileResponse(file, context.req.raw);
      return problem("wrong-method", "Use GET. 请用 GET。", { headers: { Allow: "GET, HEAD" } });
    }),
  );
  return { app, routes, close: events.close };
};
