import { utf8 } from "./base64.ts";
import type { components } from "./generated/api.ts";
import { headerOf, type IncomingHeaders } from "./incoming-headers.ts";
import type { Result } from "./result.ts";

/** A CloudEvents 1.0 event (事件). Extensions stand in `extensions`. */
export type CloudEvent = {
  readonly id: string;
  readonly source: string;
  readonly type: string;
  readonly subject: string | null;
  /** RFC 3339, as sent. */ readonly time: string | null;
  /** Parsed JSON, text, or bytes where neither fits; null for none. */ readonly data: unknown;
  readonly extensions: { readonly [name: string]: string | number | boolean };
};

type Schemas = components["schemas"];

/** What the events of a hub are about, by their type. */
export type HubEventData = {
  readonly "com.dianan.alarm.raised": Schemas["ChangeEvent"];
  readonly "com.dianan.alarm.changed": Schemas["ChangeEvent"];
  readonly "com.dianan.record.changed": Schemas["ChangeEvent"];
  readonly "com.dianan.presence.changed": Schemas["PresenceChange"];
  readonly "com.dianan.charging.ended": Schemas["ChargingSession"];
  readonly "com.dianan.command.ended": Schemas["Command"];
  readonly "com.dianan.job.ended": Schemas["JobEnd"];
  readonly "com.dianan.webhook.test": Schemas["WebhookTest"];
};

/** Why a body is no event. Codes are public. */
export type CloudEventFault = {
  readonly code: "not-json" | "not-an-object" | "wrong-version" | "missing" | "bad-value" | "wrong-media-type";
  /** The attribute that is at fault; empty for the body as a whole. */ readonly attribute: string;
};

const known = new Set(["specversion", "id", "source", "type", "subject", "time", "datacontenttype", "dataschema"]);
const timeShape = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/i;

const fault = (
  code: CloudEventFault["code"],
  attribute = "",
): { readonly ok: false; readonly error: CloudEventFault } => ({ ok: false, error: { code, attribute } });

const extensionsOf = (attributes: ReadonlyMap<string, unknown>): CloudEvent["extensions"] => {
  const found: [string, string | number | boolean][] = [];
  for (const [name, value] of attributes)
    if (/^[a-z0-9]{1,20}$/.test(name) && !known.has(name) && !name.startsWith("data"))
      if (typeof value === "string" || typeof value === "number" || typeof value === "boolean")
        found.push([name, value]);
  return Object.fromEntries(found);
};

const eventOf = (attributes: ReadonlyMap<string, unknown>, data: unknown): Result<CloudEvent, CloudEventFault> => {
  if (attributes.get("specversion") !== "1.0")
    return fault(attributes.has("specversion") ? "wrong-version" : "missing", "specversion");
  for (const name of ["id", "source", "type"]) {
    const value = attributes.get(name);
    if (value === undefined) return fault("missing", name);
    if (typeof value !== "string" || value === "") return fault("bad-value", name);
  }
  for (const name of ["subject", "time", "datacontenttype", "dataschema"]) {
    const value = attributes.get(name) ?? null;
    if (value !== null && (typeof value !== "string" || value === "")) return fault("bad-value", name);
    if (name === "time" && typeof value === "string" && !timeShape.test(value)) return fault("bad-value", name);
  }
  const text = (name: string): string => attributes.get(name) as string;
  return {
    ok: true,
    value: {
      id: text("id"),
      source: text("source"),
      type: text("type"),
      subject: text("subject") ?? null,
      time: text("time") ?? null,
      data,
      extensions: extensionsOf(attributes),
    },
  };
};

const jsonOf = (text: string): Result<unknown, CloudEventFault> => {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    return fault("not-json");
  }
};

const textOf = (bytes: Uint8Array): string | null => {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
};

/** Attributes of the binary mode: `ce-…` headers, percent-encoded. */
const headerAttributes = (headers: IncomingHeaders): ReadonlyMap<string, string> | null => {
  const names = headers instanceof Headers ? [...headers.keys()] : Object.keys(headers);
  const attributes = new Map<string, string>();
  for (const name of names.map((one) => one.toLowerCase()).filter((one) => one.startsWith("ce-")))
    try {
      attributes.set(name.slice(3), decodeURIComponent(headerOf(headers, name) ?? ""));
    } catch {
      return null;
    }
  return attributes;
};

/**
 * Reads a CloudEvents 1.0 event of HTTP, in structured mode (`application/cloudevents+json`) or binary mode (`ce-…` headers). Check
 * the signature first: {@link verifyWebhook}.
 *
 * @param body - the bytes as they arrived
 */
export const parseCloudEvent = (request: {
  readonly headers: IncomingHeaders;
  readonly body: string | Uint8Array;
}): Result<CloudEvent, CloudEventFault> => {
  const mediaType = (headerOf(request.headers, "content-type") ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
  const bytes = utf8(request.body);
  const text = textOf(bytes);
  if (mediaType === "application/cloudevents+json") {
    if (text === null) return fault("not-json");
    const parsed = jsonOf(text);
    if (!parsed.ok) return parsed;
    if (typeof parsed.value !== "object" || parsed.value === null || Array.isArray(parsed.value))
      return fault("not-an-object");
    const { data = null, data_base64: _, ...attributes } = parsed.value as Readonly<Record<string, unknown>>;
    return eventOf(new Map(Object.entries(attributes)), data);
  }
  const attributes = headerAttributes(request.headers);
  if (attributes === null) return fault("bad-value", "ce-headers");
  if (!attributes.has("specversion")) return fault("wrong-media-type");
  if (bytes.length === 0) return eventOf(attributes, null);
  if (!/^application\/(json|.+\+json)$/.test(mediaType)) return eventOf(attributes, text ?? bytes);
  const parsed = text === null ? fault("not-json") : jsonOf(text);
  return parsed.ok ? eventOf(attributes, parsed.value) : parsed;
};

/** Whether an event is of this type; its data are then known. Only of an event whose signature was checked. */
export const isHubEvent = <T extends keyof HubEventData>(
  event: CloudEvent,
  type: T,
): event is CloudEvent & { readonly type: T; readonly data: HubEventData[T] } => event.type === type;
