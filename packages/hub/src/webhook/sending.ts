import { signWebhook } from "@dianan/open-api";
import { masked } from "@dianan/sharing";
import { told } from "../ports/act.ts";
import { urlBelow } from "../ports/mapped-request.ts";
import type { StoredRecord } from "../ports/records.ts";
import type { Delivery, DeliveryError } from "../ports/webhook-store.ts";
import { cloudEventText } from "./event-of.ts";
import { keptFault, mappedEvent } from "./mapped-event.ts";
import type { Right } from "./rights.ts";
import { sightOf, type WebhookDeps } from "./webhook-deps.ts";
import { liveSecrets, openedHeaders, type WebhookItem } from "./webhook-item.ts";

/** What became of one attempt. */
export type Attempt = {
  readonly status: number | null;
  readonly error: DeliveryError | null;
  readonly ms: number;
  readonly retryAfter: string | null;
};

/** The record as the event tells it: as it was then, else, when the feed has it no more, as it is now. */
const recordOf = async (
  { store }: WebhookDeps,
  { tenant }: WebhookItem,
  { subject, of }: Delivery,
): Promise<StoredRecord | null> => {
  if (of === null) return null;
  const [change] = of.position === 0 ? [] : await store.changes(tenant, of.position - 1, 1);
  if (change?.position === of.position && change.kind === of.kind && change.id === subject) return change.record;
  return store.record(tenant, of.kind, subject);
};

type Request = { readonly url: string; readonly headers: { readonly [name: string]: string }; readonly body: string };

/** The event as it goes: as it is, or as its webhook's mapping makes it. */
const requestOf = async (
  deps: WebhookDeps,
  { tenant, id, body: { url, mapping = null } }: WebhookItem,
  event: string,
): Promise<Request | DeliveryError> => {
  if (mapping === null)
    return { url, headers: { "content-type": "application/cloudevents+json; charset=utf-8" }, body: event };
  const mapped = await mappedEvent(deps, { tenant, name: id }, mapping, event);
  if (mapped.kind === "skip") return "skipped";
  if (mapped.kind === "fault") return keptFault(mapped.fault);
  const { path, headers, body } = mapped.request;
  const type = { "content-type": "application/json; charset=utf-8" };
  return { url: urlBelow(url, path), headers: { ...headers, ...type }, body: JSON.stringify(body) };
};

/**
 * Sends one event once (推送): signed by every secret that is live (SEC-OUT-04), within the rights that its webhook has now.
 *
 * @returns null when we hung up ourselves
 */
export const sendOnce = async (
  deps: WebhookDeps,
  item: WebhookItem,
  { scope, isPersonal }: Right,
  delivery: Delivery,
  stop: AbortSignal,
): Promise<Attempt | null> => {
  const now = deps.clock();
  const secret = liveSecrets(deps.seals, item, now);
  const secretHeaders = openedHeaders(deps.seals, item);
  // Nothing leaves unsigned, and no person is told as transferred that was not.
  if (secret.length === 0 || secretHeaders === null)
    return { status: null, error: "secretUnreadable", ms: 0, retryAfter: null };
  const record = await recordOf(deps, item, delivery);
  if (delivery.of !== null && (record === null || !(await sightOf(deps, item, scope).sees(record))))
    return { status: null, error: "notAllowed", ms: 0, retryAfter: null };
  const body = cloudEventText(deps.source, item.tenant, delivery, record, isPersonal);
  // SEC-PII-05: what leaves in full is told first.
  if (isPersonal && record !== null && masked(record.kind, record.body) !== record.body) {
    const owner = { actor: item.body.owner, role: "" };
    const around = { now, source: "", requestId: delivery.id };
    const entry = told(owner, "personalData.transfer", `webhook:${item.id}`, "done", around, delivery.subject);
    await deps.store.commit({ tenant: item.tenant, writes: [entry] });
  }
  const request = await requestOf(deps, item, body);
  if (typeof request === "string") return { status: null, error: request, ms: 0, retryAfter: null };
  const signature = await signWebhook({ id: delivery.id, timestamp: now, body: request.body, secret });
  const headers = { ...request.headers, ...secretHeaders, "user-agent": "DianAn", ...signature };
  const outcome = await deps.outbound.post({ ...request, headers, stop });
  if (outcome.ok) {
    const { status, ms, retryAfter } = outcome.value;
    return { status, error: null, ms, retryAfter };
  }
  if (outcome.error === "stopped") return null;
  return { status: null, error: outcome.error, ms: outcome.ms, retryAfter: null };
};

export const isTaken = ({ status }: Attempt): boolean => status !== null && status >= 200 && status < 300;
