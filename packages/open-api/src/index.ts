export { type ClientOptions, createClient, type DianAnClient } from "./client.ts";
export {
  type CloudEvent,
  type CloudEventFault,
  type HubEventData,
  isHubEvent,
  parseCloudEvent,
} from "./cloud-event.ts";
export type { Credentials } from "./credentials.ts";
export type { FollowedChange, FollowOptions, StreamState } from "./follow.ts";
export type { components, operations, paths, webhooks } from "./generated/api.ts";
export {
  contentDigest,
  type ReadSignature,
  readSignature,
  SIGNATURE_TOLERANCE_MS,
  type SignatureHeaders,
  type SignatureRefusal,
  type SignedParts,
  signRequest,
  verifyRequest,
} from "./http-signature.ts";
export type { IncomingHeaders } from "./incoming-headers.ts";
export type { ItemOf, ListOptions, PagedPath } from "./pages.ts";
export { type Problem, ProblemError } from "./problem.ts";
export type { Result } from "./result.ts";
export type { RetryOptions } from "./retry.ts";
export {
  signWebhook,
  verifyWebhook,
  WEBHOOK_TOLERANCE_MS,
  type WebhookHeaders,
  type WebhookMessage,
  type WebhookRefusal,
} from "./webhook.ts";
