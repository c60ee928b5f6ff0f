import { randomUUID } from "node:crypto";
import { pluralOf, type RecordKind } from "@dianan/sharing";
import type { Shown } from "../case.ts";
import type { SharedRecord } from "./delivery.ts";
import { signatureOf } from "./signature.ts";

/** What a receiver answered. `status` 0: nothing came, `body` says why. */
export type Answer = { readonly status: number; readonly body: unknown; readonly asked: Shown };

export type CityOptions = {
  /** Base address: records go to `<url>/units` and so on. */ readonly url: string;
  readonly bearer: string | null;
  readonly secret: string | null;
  readonly platformCode: string;
  readonly timeoutMs: number;
};

/** What a request may do otherwise than it should. */
export type Twist = {
  readonly bearer?: string | null;
  readonly method?: string;
  readonly path?: string;
  /** Seconds that the signed time is off. */ readonly offBy?: number;
  /** Sent in place of the body that was signed. */ readonly sentBody?: string;
  readonly signature?: string | null;
};

/** How often the same request waits for a receiver that asks for time. */
const WAITS_MAX = 30;
const WAIT_DEFAULT_MS = 1_000;
const WAIT_MAX_MS = 10_000;

/** Milliseconds that a receiver asks for: whole seconds, at most ten. */
const waitMs = (retryAfter: string | null): number =>
  retryAfter !== null && /^[0-9]{1,3}$/.test(retryAfter)
    ? Math.min(WAIT_MAX_MS, Number(retryAfter) * 1_000)
    : WAIT_DEFAULT_MS;

/** How a receiver (接收方) is spoken to, and what has to be cleared away. */
export class CitySeat {
  readonly options: CityOptions;
  readonly run = randomUUID().slice(0, 8);
  readonly #left = new Map<string, { readonly kind: RecordKind; readonly record: SharedRecord }>();
  #next = 0;

  constructor(options: CityOptions) {
    this.options = options;
  }

  /** An id that nothing else has. */
  id(): string {
    this.#next += 1;
    return `cf-${this.run}-${this.#next}`;
  }

  /** A receiver may ask to wait (429, Retry-After): that is no refusal, and the kit sends the same again. */
  async send(path: string, body: string, twist: Twist = {}): Promise<Answer> {
    for (let waits = 0; ; waits += 1) {
      const { retryAfter, ...answer } = await this.#sendOnce(path, body, twist);
      if (answer.status !== 429 || waits >= WAITS_MAX) return answer;
      await new Promise((resolve) => setTimeout(resolve, waitMs(retryAfter)));
    }
  }

  async #sendOnce(path: string, body: string, twist: Twist): Promise<Answer & { readonly retryAfter: string | null }> {
    const { bearer, secret, url, timeoutMs } = this.options;
    const { method = "POST" } = twist;
    const asked = { method, path, body: body.length > 2_000 ? `${body.slice(0, 2_000)}…` : body };
    const key = twist.bearer === undefined ? bearer : twist.bearer;
    const headers: Record<string, string> = { "Content-Type": "application/json" };
    if (key !== null) headers.Authorization = `Bearer ${key}`;
    if (secret !== null && twist.signature !== null) {
      const id = `msg_${randomUUID()}`;
      const time = String(Math.floor(Date.now() / 1000) + (twist.offBy ?? 0));
      headers["webhook-id"] = id;
      headers["webhook-timestamp"] = time;
      headers["webhook-signature"] = twist.signature ?? signatureOf(secret, id, time, body);
    }
    try {
      const response = await fetch(`${url.replace(/\/$/, "")}/${path}`, {
        ...{ method, headers, redirect: "manual", signal: AbortSignal.timeout(timeoutMs) },
        ...(method === "GET" ? {} : { body: twist.sentBody ?? body }),
      });
      const text = await response.text();
      const retryAfter = response.headers.get("retry-after");
      return { status: response.status, body: parsed(text), asked, retryAfter };
    } catch (error) {
      return { status: 0, body: String(error), asked, retryAfter: null };
    }
  }

  async post(kind: RecordKind, items: readonly unknown[], twist: Twist = {}): Promise<Answer> {
    for (const item of items as readonly SharedRecord[])
      if (typeof item?.id === "string") this.#left.set(`${kind} ${item.id}`, { kind, record: item });
    return this.send(pluralOf(kind), JSON.stringify({ items }), twist);
  }

  get(path: string): Promise<Answer> {
    return this.send(path, "", { method: "GET" });
  }

  /** Marks all that it sent as deleted, so that nothing stays behind. */
  async clear(): Promise<void> {
    for (const kind of ["alarm", "component", "device", "unit", "operator"] as const) {
      const items = [...this.#left.values()]
        .filter((one) => one.kind === kind)
        .map(({ record }) => ({ ...record, version: 1_000_000, deleted: true }));
      for (let i = 0; i < items.length; i += 500)
        await this.send(pluralOf(kind), JSON.stringify({ items: items.slice(i, i + 500) }));
    }
  }
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};
