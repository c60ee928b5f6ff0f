import { offsetTime } from "../core/offset-time.ts";
import type { Caller } from "../ports/caller.ts";
import type { Delivery } from "../ports/webhook-store.ts";
import type {
  EventTrial,
  SecretHeaders,
  WebhookFault,
  WebhookMapping,
  WebhookSecret,
  WebhookSet,
  WebhookView,
} from "../ports/webhooks.ts";
import { type Ask, type Handler, type HttpDeps, json, type Route } from "./http-deps.ts";
import { pageAnswer, readPageAsk, sequenceAfter } from "./page-ask.ts";
import { invalid, type Problem, problem, readAgain, waitProblem } from "./problem.ts";
import { withBody } from "./sign-in-routes.ts";
import { ifMatchOf, pageOf } from "./user-routes.ts";

type Draft = {
  readonly url: string;
  readonly eventTypes: readonly string[];
  readonly unitIds?: readonly string[];
  readonly description?: string;
  readonly mapping?: WebhookMapping | null;
  readonly headers?: SecretHeaders;
};

const RETRY_SECONDS = 1;
const TRIAL = "/api/v1/mapping-trials/events";

const notFound = (): Problem => problem("not-found", "There is no such webhook. 没有此推送订阅。");
const noDelivery = (): Problem => problem("not-found", "There is no such delivery. 没有此推送记录。");

const addressWords = {
  addressForbidden:
    "https to a public host, or one that an administrator allowed. 仅允许公网 https 地址或管理员放行的地址。",
  nameNotFound: "Its name leads to no address. 域名无法解析。",
} as const;

const faultProblem = (fault: WebhookFault): Problem => {
  switch (fault.fault) {
    case "absent":
      return notFound();
    case "conflict":
      return readAgain();
    case "rights":
      return problem(
        "forbidden",
        "Your role and scopes do not let you read events. 您的角色或权限范围不允许读取事件。",
      );
    case "too-many":
      return problem("out-of-range", "A tenant has at most 100 webhooks. 每个租户最多 100 个推送订阅。");
    case "busy":
      return waitProblem("busy", RETRY_SECONDS);
    case "invalid":
      return invalid(fault.path, fault.words.en, fault.words.zh);
    case "unknown-unit":
      return invalid(`/unitIds/${fault.index}`, "There is no such unit.", "没有此单位。");
    case "address": {
      const detail = fault.why === "nameNotFound" ? addressWords.nameNotFound : addressWords.addressForbidden;
      const [en = "", zh = ""] = detail.split(/(?<=\.) /);
      return problem("address-forbidden", detail, { errors: [{ path: "/url", code: fault.why, message: { en, zh } }] });
    }
  }
};

/** Webhooks (推送订阅, EF-N.3, SEC-OUT-01 to -05): subscriptions, their secrets, and what became of each event. */
export const webhookRoutes = (deps: HttpDeps): readonly Route[] => {
  const { webhooks } = deps;
  const time = (at: number | null): string | null => (at === null ? null : offsetTime(at, deps.utcOffsetMinutes));
  const who = ({ caller }: Ask): Caller => caller as Caller;
  const webhookView = ({ figures, unitIds, description, mapping, headerNames, ...hook }: WebhookView) => ({
    id: hook.id,
    url: hook.url,
    eventTypes: hook.eventTypes,
    ...(unitIds.length === 0 ? {} : { unitIds }),
    ...(description === null ? {} : { description }),
    ...(mapping === null ? {} : { mapping }),
    ...(headerNames.length === 0 ? {} : { headerNames }),
    state: hook.state,
    disabledBecause: hook.disabledBecause,
    createdAt: time(hook.createdAt),
    lastOkAt: time(figures.lastOkAt),
    lastStatus: figures.lastStatus,
    failingSince: time(figures.failingSince),
    nextAt: figures.fails > 0 && hook.state !== "disabled" ? time(figures.nextAt) : null,
    pending: figures.pending,
    dropped: figures.dropped,
    version: hook.version,
  });
  const secretView = ({ id, secret, previousUntil }: WebhookSecret) => ({
    id,
    secret,
    previousUntil: time(previousUntil),
  });
  /** A mapping's fault is kept as one text. */
  const faultOf = (error: Delivery["lastError"]) => {
    if (error?.startsWith("mapping-") !== true) return { lastError: error, mappingFault: null };
    const [code = "", position = "", ...path] = error.split(" ");
    const fault = { code, position: position === "" ? null : Number(position), path: path.join(" ") };
    return { lastError: "mappingFailed", mappingFault: fault };
  };
  const deliveryView = (one: Delivery) => ({
    id: one.id,
    eventType: one.type,
    subject: one.subject,
    createdAt: time(one.at),
    attempts: one.attempts,
    state: one.state,
    lastStatus: one.lastStatus,
    ...faultOf(one.lastError),
    lastMs: one.lastMs,
    nextAt: one.state === "pending" ? time(one.nextAt) : null,
  });
  const tag = (view: WebhookView): { readonly ETag: string } => ({ ETag: `"${view.version}"` });

  /** What does not exist is said before a body is looked at. */
  const ofOne =
    (handle: Handler): Handler =>
    async (ask) =>
      (await webhooks.find(who(ask), ask.id)) === null ? notFound() : handle(ask);

  const list: Handler = async (ask) =>
    pageOf(
      ask,
      "webhook",
      [],
      (await webhooks.list(who(ask))).map((one) => [one.id, webhookView(one)]),
    );

  const deliveries: Handler = async (ask) => {
    const { url, id } = ask;
    const place = `webhook ${id} deliveries`;
    const asked = readPageAsk(url, place, [], ["state"]);
    if (!asked.ok) return asked.error;
    const before = sequenceAfter(asked.value);
    if (!before.ok) return before.error;
    const { limit, from, to } = asked.value;
    const state = url.searchParams.get("state");
    if (state !== null && state !== "pending" && state !== "delivered" && state !== "failed")
      return invalid(
        "/query/state",
        "state is pending, delivered or failed.",
        "state 应为 pending、delivered 或 failed。",
      );
    const range = { state, from, to, before: before.value } as const;
    const found = await webhooks.deliveries(who(ask), id, { ...range, limit: limit + 1 });
    if (found === null) return notFound();
    const shown = found.slice(0, limit);
    const last = shown.at(-1);
    const hasMore = found.length > shown.length && last !== undefined;
    return pageAnswer(url, place, shown.map(deliveryView), hasMore ? String(last.sequence) : null);
  };

  return [
    { method: "GET", path: "/api/v1/webhooks", handle: list },
    {
      method: "POST",
      path: "/api/v1/webhooks",
      handle: withBody<Draft>("POST", "/api/v1/webhooks", async (body, ask) => {
        const { unitIds = [], description = null, mapping = null } = body;
        const draft = { ...body, unitIds, description, mapping };
        const made = await webhooks.add(who(ask), draft, ask.circumstance);
        if ("fault" in made) return faultProblem(made);
        const answer = { webhook: webhookView(made.view), secret: secretView(made.secret) };
        return json(answer, 201, { Location: `/api/v1/webhooks/${made.view.id}` });
      }),
    },
    {
      method: "POST",
      path: TRIAL,
      handle: withBody<EventTrial>("POST", TRIAL, async (trial, { view }) => {
        const outcome = await webhooks.trial(view.tenant, trial);
        return "fault" in outcome ? faultProblem(outcome) : json(outcome);
      }),
    },
    {
      method: "GET",
      path: "/api/v1/webhooks/{id}",
      handle: async (ask) => {
        const found = await webhooks.find(who(ask), ask.id);
        return found === null ? notFound() : json(webhookView(found), 200, tag(found));
      },
    },
    {
      method: "PATCH",
      path: "/api/v1/webhooks/{id}",
      handle: ofOne(
        withBody<WebhookSet>("PATCH", "/api/v1/webhooks/{id}", async (set, ask) => {
          const version = ifMatchOf(ask);
          if (typeof version !== "number") return version;
          const changed = await webhooks.change(who(ask), ask.id, version, set, ask.circumstance);
          return "fault" in changed ? faultProblem(changed) : json(webhookView(changed.view), 200, tag(changed.view));
        }),
      ),
    },
    {
      method: "DELETE",
      path: "/api/v1/webhooks/{id}",
      handle: async (ask) =>
        (await webhooks.remove(who(ask), ask.id, ask.circumstance)) === "done"
          ? new Response(null, { status: 204 })
          : notFound(),
    },
    {
      method: "POST",
      path: "/api/v1/webhooks/{id}/secrets",
      handle: async (ask) => {
        const secret = await webhooks.rotate(who(ask), ask.id, ask.circumstance);
        if (secret === null) return notFound();
        return json(secretView(secret), 201, { Location: `/api/v1/webhooks/${ask.id}/secrets/${secret.id}` });
      },
    },
    { method: "GET", path: "/api/v1/webhooks/{id}/deliveries", handle: ofOne(deliveries) },
    {
      method: "POST",
      path: "/api/v1/webhooks/{id}/deliveries/{deliveryId}/replay",
      handle: ofOne(async (ask) => {
        const again = await webhooks.replay(who(ask), ask.id, ask.params.deliveryId ?? "", ask.circumstance);
        if (again === null) return noDelivery();
        return json(deliveryView(again), 202, { Location: `/api/v1/webhooks/${ask.id}/deliveries` });
      }),
    },
    {
      method: "POST",
      path: "/api/v1/webhooks/{id}/test",
      handle: async (ask) => {
        const sent = await webhooks.test(who(ask), ask.id, ask.circumstance);
        return sent === null ? notFound() : json(deliveryView(sent));
      },
    },
  ];
};
