import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { HttpBindings } from "@hono/node-server";
import { type Context, Hono } from "hono";
import { told } from "../ports/act.ts";
import type { Caller } from "../ports/caller.ts";
import { createAnswerCheck, noAnswerCheck } from "./answer-check.ts";
import { answerParts, withHeaders } from "./answer-parts.ts";
import { readBytes } from "./body.ts";
import { callerRefusal } from "./caller-checks.ts";
import { docsRoutes, plainIndex } from "./docs-page.ts";
import { defaultEventLimits, type EventLimits, eventRoutes } from "./events.ts";
import { createGate, operationAt } from "./gate.ts";
import { createHttpCounts } from "./http-counts.ts";
import { type HttpDeps, json, type Route } from "./http-deps.ts";
import { createRepeats } from "./idempotency.ts";
import { metricRoutes } from "./metrics.ts";
import { plannedParameter } from "./planned.ts";
import { isProblem, type Problem, problem, problemResponse, waitProblem } from "./problem.ts";
import { createRateLimits } from "./rate-limit.ts";
import { createRefusals, noteRefusal } from "./refusals.ts";
import { createAnswerMemory, requestKey, writeAgain } from "./remembered.ts";
import { queryProblem } from "./request-query.ts";
import { ownRoutes } from "./routes.ts";
import { fileResponse, loadFolder, type StaticFile } from "./static-files.ts";
import { createStillGood } from "./still-good.ts";
import { storeProblem } from "./store-problem.ts";
import { createTenantView } from "./tenant-view.ts";
import { traceRoutes } from "./trace-routes.ts";
import { bodyMaxOf, wholeRequest, withBody } from "./whole-request.ts";

type Env = { Bindings: Partial<HttpBindings> };

/** The door as a function from request to answer. `routes` is what it knows, for the test against the document. */
export type HttpApp = {
  readonly app: Hono<Env>;
  readonly routes: readonly Route[];
  /** Answers a look-up as it was answered before, when nothing has changed since; false: it must go the whole way. */
  again(incoming: IncomingMessage, outgoing: ServerResponse): boolean;
  /** Ends the streams; requests under way still get their answers. */ close(): void;
};

/** Longest address (SEC-API-06). Characters. */
const URL_MAX = 8 * 1024;
/** How often it is looked which refusals are to be told. */
const REFUSALS_TICK_MS = 5_000;
/** Requests being answered at once, streams not counted. */
const CONCURRENT_MAX = 512;

/** SEC-API-10: a browser that once came by TLS comes by nothing else for a year. */
const HSTS = "max-age=31536000";
const SAFE = {
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  "Cross-Origin-Resource-Policy": "same-origin",
};
/** What is no page of ours loads nothing and stands in no frame. */
const STRICT = { "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'" };

/** Bounds that hold nothing: at open routes nobody may look at data. */
const NOBODY = { scope: { units: [] }, by: "session", scopes: [] } as const;

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

/**
 * Makes the HTTP door (开放接口与控制台) without a socket. Reads the console's files once.
 *
 * @param instead - routes that take the place of the hub's own, for tests of what every route passes
 */
export const createHttpApp = (
  deps: HttpDeps,
  eventLimits: EventLimits = defaultEventLimits,
  instead: readonly Route[] = [],
): HttpApp => {
  const counts = createHttpCounts();
  const gate = createGate(deps.access.sessions, deps.machines, deps.parties);
  const isStillGood = createStillGood(deps, gate);
  const events = eventRoutes(deps, eventLimits, isStillGood);
  const trace = traceRoutes(deps, eventLimits, isStillGood);
  const docs = docsRoutes();
  const files = new Map<string, StaticFile>([["/", plainIndex], ...consoleFiles(deps), ...docs.files]);
  const own = [
    health,
    ...docs.routes,
    ...metricRoutes(deps, counts, events.open),
    ...events.routes,
    ...trace.routes,
    ...ownRoutes(deps),
  ];
  const isReplaced = (route: Route): boolean =>
    instead.some(({ method, path }) => method === route.method && path === route.path);
  const routes = [...own.filter((route) => !isReplaced(route)), ...instead];
  const refusals = createRefusals(deps.store, deps.log);
  const ticker = setInterval(() => refusals.tick(deps.clock()), REFUSALS_TICK_MS).unref();
  const repeats = createRepeats(deps, deps.log);
  const rateLimits = createRateLimits(() => deps.requestRateFactor ?? deps.limits.now().requestRateFactor);
  const checkAnswer = deps.checkAnswers === true ? createAnswerCheck(deps.log) : noAnswerCheck;
  const memory = createAnswerMemory(deps.store.ticks);
  let underWay = 0;

  const answer = async (
    route: Route,
    context: Context<Env>,
    requestId: string,
    headers: Record<string, string>,
  ): Promise<Response | Problem> => {
    const url = new URL(context.req.raw.url);
    const now = deps.clock();
    const source = context.env?.incoming?.socket.remoteAddress ?? "";
    const row = operationAt(route.method, route.path);
    const admitted = await gate.admit(row, context.req.raw, url, now);
    // Who is refused uses up a budget too: the source's, as nobody else is known.
    const allowance = rateLimits.ask(row, admitted.ok ? admitted.value : null, source, now);
    Object.assign(headers, allowance.headers);
    const circumstance = { now, source, requestId };
    const refuse = (what: Problem, who: Caller | null): Problem =>
      noteRefusal(refusals, { row, request: context.req.raw, home: deps.tenant, caller: who }, what, circumstance);
    if (allowance.refusal !== null) {
      deps.limits.refused("requestRateFactor");
      return refuse(allowance.refusal, admitted.ok ? admitted.value : admitted.error.caller);
    }
    if (!admitted.ok) return refuse(admitted.error.problem, admitted.error.caller);
    const caller = admitted.value;
    const unwelcome = caller === null ? null : await callerRefusal(deps, row, caller, source);
    if (unwelcome !== null) return refuse(unwelcome, caller);
    const whole = await wholeRequest(context.req.raw, caller, bodyMaxOf(route));
    if (!whole.ok) return whole.error;
    const request = whole.value;
    const planned = plannedParameter(route, url);
    if (planned !== null) return planned;
    const misread = route.isPlanned === true ? null : queryProblem(route.method, route.path, url);
    if (misread !== null) return misread;
    const params: { readonly [name: string]: string } = context.req.param();
    const view = createTenantView(deps.store, caller ?? { tenant: deps.tenant, ...NOBODY });
    const handle = async (asked: Request): Promise<Response | Problem> => {
      const outcome = await route.handle({
        request: asked,
        url,
        id: params.id ?? "",
        params,
        caller,
        view,
        circumstance,
        source,
        isSecure: url.protocol === "https:",
      });
      const persons = view.personsGiven();
      // SEC-PII-05: what leaves in full is told first. An answer without a body tells nobody anything.
      if (caller !== null && persons > 0 && !isProblem(outcome) && outcome.body !== null)
        await deps.store.commit({
          tenant: caller.tenant,
          writes: [told(caller, "personalData.transfer", row.id, "done", circumstance, `records: ${persons}`)],
        });
      return outcome;
    };
    if (route.lookUp !== undefined && caller !== null) {
      const { forMs, record } = route.lookUp;
      const tick = memory.tick();
      const outcome = await handle(request);
      const key = requestKey((context.env as HttpBindings | undefined)?.incoming);
      const parts = isProblem(outcome) ? undefined : answerParts(outcome);
      // Whoever sees a part of the tenant sees it by units, which may change too.
      const about = record === undefined || !view.isWhole ? null : { kind: record, id: params.id ?? "" };
      // Persons in full are kept nowhere on the way (SEC-API-10), and each time they are given is told (SEC-PII-05).
      if (key !== null && parts !== undefined && !view.isPersonal)
        memory.keep(
          key,
          { row, caller, parts, about, headers: { ...STRICT, ...parts.headers, ...SAFE } },
          tick,
          now,
          forMs,
        );
      return outcome;
    }
    const key = request.headers.get("idempotency-key");
    if (row.idempotency !== "key" || route.isPlanned === true || key === null || caller === null) {
      const outcome = await handle(request);
      return route.tellsRefusals === true && isProblem(outcome) ? refuse(outcome, caller) : outcome;
    }
    const body = await readBytes(request, row.bodyBytes);
    if (!body.ok) return body.error;
    const contentType = request.headers.get("content-type") ?? "";
    return repeats.once({ caller, key, method: route.method, url, contentType, body: body.value, now }, () =>
      handle(withBody(request, body.value)),
    );
  };

  /** Runs one request to its answer: whatever fails inside becomes a 500 that says nothing, and a line in the log. */
  const run = async (
    context: Context<Env>,
    path: string,
    work: (requestId: string, headers: Record<string, string>) => Promise<Response | Problem> | Response | Problem,
  ): Promise<Response> => {
    const requestId = randomUUID();
    /** What the answer says whatever it becomes. */ const headers: Record<string, string> = {};
    let outcome: Response | Problem;
    if (underWay >= CONCURRENT_MAX) outcome = waitProblem("busy", 1);
    else if (context.req.raw.url.length > URL_MAX) outcome = problem("too-long-address", "At most 8 KiB. 最多 8 KiB。");
    else
      try {
        underWay += 1;
        outcome = await work(requestId, headers);
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
    const secured = context.req.raw.url.startsWith("https:") ? { "Strict-Transport-Security": HSTS } : {};
    return withHeaders(response, { ...headers, ...secured, ...SAFE, "X-Request-Id": requestId }, STRICT);
  };

  const app = new Hono<Env>();
  for (const path of new Set(routes.map((route) => route.path))) {
    const here = routes.filter((route) => route.path === path);
    const allow = here.map(({ method }) => method).join(", ");
    app.all(path.replaceAll(/\{(\w+)\}/g, ":$1"), (context) => {
      const route = here.find(({ method }) => method === context.req.method);
      const given = run(context, route === undefined ? "" : path, (requestId, headers) =>
        route === undefined
          ? problem("wrong-method", `Use ${allow}. 请用 ${allow}。`, { headers: { Allow: allow } })
          : answer(route, context, requestId, headers),
      );
      return checkAnswer(route, given);
    });
  }
  app.notFound((context) =>
    run(context, "", () => {
      const file = files.get(context.req.path);
      if (file === undefined)
        return problem("not-found", "There is no such address: /docs has them all. 没有此地址,全部地址见 /docs。");
      if (context.req.method === "GET" || context.req.method === "HEAD") return fileResponse(file, context.req.raw);
      return problem("wrong-method", "Use GET. 请用 GET。", { headers: { Allow: "GET, HEAD" } });
    }),
  );
  const again: HttpApp["again"] = (incoming, outgoing) => {
    const key = requestKey(incoming);
    const now = deps.clock();
    const found = key === null ? null : memory.find(key, now);
    if (key === null || found === null) return false;
    const { row, caller, parts } = found;
    const allowance = rateLimits.ask(row, caller, key.source, now);
    // Nothing was taken from a budget that is spent: the refusal is made, and told, the whole way.
    if (allowance.refusal !== null) return false;
    counts.answered("GET", row.path, parts.status);
    counts.gaveAgain();
    writeAgain(outgoing, found, { ...allowance.headers, "X-Request-Id": randomUUID() });
    return true;
  };
  const close = (): void => {
    clearInterval(ticker);
    refusals.close(deps.clock());
    events.close();
    trace.close();
  };
  return { app, routes, again, close };
};
