export { type ClientOptions, createClient, type DianAnClient } from "./client.ts";
export type { components, operations, paths, webhooks } from "./generated/api.ts";
export type { Result } from "./result.ts";
export {
  type IncomingHeaders,
  signWebhook,
  verifyWebhook,
  WEBHOOK_TOLERANCE_MS,
  type WebhookHeaders,
  type WebhookMessage,
  type WebhookRefusal,
} from "./webhook.ts";
