import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { gb26875 } from "@dianan/codec";
import { pluralOf, type RecordKind, recordKinds } from "@dianan/sharing";
import { type Shown, Unmet } from "../case.ts";
import type { SharedRecord } from "../share/delivery.ts";
import { exampleOf, newTown, placed, type Town } from "../share/records.ts";
import { frameOf } from "./door-frames.ts";
import type { DoorWire } from "./door-wire.ts";
import { openDoorWire } from "./door-wire.ts";
import { openEar, type WebhookEar } from "./webhook-ear.ts";

/** What a platform answered. `status` 0: nothing came, `text` says why. */
export type Answer = {
  readonly status: number;
  readonly headers: Headers;
  /** As JSON; null when it is none. */ readonly body: unknown;
  readonly text: string;
  readonly asked: Shown;
};

/** How a request is sent. Absent: with the key, without a body. */
export type Ask = {
  /** null: no credential. */ readonly key?: string | null;
  readonly body?: unknown;
  /** In the place of `body`. */ readonly text?: string | Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
  /** 429 is an answer like any other. */ readonly once?: boolean;
};

export type PlatformOptions = {
  /** Base address, such as `https://hub.example`. */ readonly url: string;
  /** Of the role `platform`. */ readonly key: string;
  /** Of another organisation on the same platform; null: there is none. */ readonly otherKey: string | null;
  /** Expired or revoked; null: there is none. */ readonly deadKey: string | null;
  /** Where devices of GB/T 26875.3 connect; null: nowhere. */
  readonly door: { readonly host: string; readonly port: number } | null;
  /** Where the kit takes webhooks, and the address that the platform knows; null: it takes none. */
  readonly ear: { readonly host: string; readonly port: number; readonly url: string | null } | null;
  /** An alarm must be seen within this: EF-4.4.1 20 s, CP-3.4.1 5 s. Milliseconds. */ readonly alarmMs: number;
  /** Silence that makes a device timed-out offline there; EF-4.4.2: 6 h at most. null: it is not waited for. Milliseconds. */
  readonly silenceMs?: number | null;
  /** Zone of device clocks. */ readonly zoneMinutes: number;
  readonly timeoutMs: number;
  readonly platformCode: string;
};

/** How often a request waits for a platform that asks for time, and how long at most. */
const WAITS_MAX = 60;
const WAIT_MAX_MS = 10_000;
const LOOK_MS = 20;
const SHOWN_MAX = 2_000;
const BULK_MAX = 500;

/** What a receiver asks for by Retry-After: whole seconds, at most ten. Milliseconds. */
export const waitMs = (retryAfter: string | null): number =>
  /^[0-9]{1,3}$/.test(retryAfter ?? "") ? Math.min(WAIT_MAX_MS, Number(retryAfter) * 1_000) : 1_000;

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};
/** Reports hold no credential. */
const shownHeaders = (headers: Readonly<Record<string, string>>): object =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, name === "authorization" ? "…" : value]));
const shortened = (text: string): string => (text.length > SHOWN_MAX ? `${text.slice(0, SHOWN_MAX)}…` : text);

/** How a platform (平台) is spoken to: by its API, its door for devices and its webhooks. */
export class PlatformSeat {
  readonly options: PlatformOptions;
  readonly run = randomBytes(4).toString("hex");
  /** What a case made besides records: paths to delete. */ readonly made = new Set<string>();
  readonly #left = new Map<string, { readonly kind: RecordKind; readonly id: string; readonly key: string }>();
  #next = 0;
  #town: Promise<Town> | null = null;
  #ear: Promise<WebhookEar> | null = null;
  #silent: Promise<string> | null = null;
  readonly #wires = new Set<DoorWire>();

  constructor(options: PlatformOptions) {
    this.options = { ...options, url: options.url.replace(/\/+$/, "") };
  }

  /** An id that nothing else has. */
  id(): string {
    this.#next += 1;
    return `cf-${this.run}-${this.#next}`;
  }

  /** A source address of GB/T 26875.3 that nothing else has: 40 bits, so that it is a number everywhere. */
  wireAddress(): number {
    this.#next += 1;
    return Number.parseInt(this.run.slice(0, 6), 16) * 65_536 + (this.#next & 0xffff) + 1;
  }

  /** A platform may ask to wait (429, Retry-After): that is no refusal, and the kit asks again. */
  async ask(method: string, path: string, ask: Ask = {}): Promise<Answer> {
    for (let waits = 0; ; waits += 1) {
      const answer = await this.#askAgain(method, path, ask);
      if (answer.status !== 429 || ask.once === true || waits >= WAITS_MAX) return answer;
      await sleep(waitMs(answer.headers.get("retry-after")));
    }
  }

  /** A connection that stood idle may be closed just as it is used again: then nothing was asked yet. */
  async #askAgain(method: string, path: string, ask: Ask): Promise<Answer> {
    const answer = await this.#askOnce(method, path, ask);
    return answer.status === 0 && /other side closed|ECONNRESET|EPIPE/.test(answer.text)
      ? this.#askOnce(method, path, ask)
      : answer;
  }

  async #askOnce(method: string, path: string, { key, body, text, headers = {} }: Ask): Promise<Answer> {
    const credential = key === undefined ? this.options.key : key;
    const sent = text ?? (body === undefined ? undefined : JSON.stringify(body));
    const asked = {
      ...{ method, path, key: credential === null ? "none" : credential === this.options.key ? "own" : "other" },
      ...(Object.keys(headers).length === 0 ? {} : { headers: shownHeaders(headers) }),
      ...(sent === undefined ? {} : { body: typeof sent === "string" ? shortened(sent) : `${sent.length} bytes` }),
    };
    const stop = new AbortController();
    const timer = setTimeout(
      () => stop.abort(new Error(`no answer in ${this.options.timeoutMs} ms`)),
      this.options.timeoutMs,
    );
    try {
      const response = await fetch(`${this.options.url}${path}`, {
        ...{ method, redirect: "manual", signal: stop.signal },
        headers: {
          ...(credential === null ? {} : { authorization: `Bearer ${credential}` }),
          ...(sent === undefined ? {} : { "content-type": "application/json" }),
          ...headers,
        },
        ...(sent === undefined ? {} : { body: sent as string }),
      });
      const media = response.headers.get("content-type") ?? "";
      if (media.startsWith("text/event-stream")) {
        stop.abort();
        return { status: response.status, headers: response.headers, body: null, text: "", asked };
      }
      const got = await response.text();
      const json = /[/+]json(;|$)/.test(media) ? parsed(got) : null;
      return { status: response.status, headers: response.headers, body: json, text: got, asked };
    } catch (error) {
      const cause = error instanceof Error && error.cause instanceof Error ? `: ${error.cause.message}` : "";
      return { status: 0, headers: new Headers(), body: null, text: `${String(error)}${cause}`, asked };
    } finally {
      clearTimeout(timer);
    }
  }

  get(path: string, ask: Ask = {}): Promise<Answer> {
    return this.ask("GET", path, ask);
  }

  /** The bulk upsert of a kind; what it makes is removed at the end. */
  async put(kind: RecordKind, items: readonly unknown[], ask: Ask = {}): Promise<Answer> {
    // What is no id was never made.
    for (const item of items as readonly (SharedRecord | null)[])
      if (typeof item?.id === "string" && /^[\x21-\x7e]{1,64}$/.test(item.id))
        this.remember(kind, item.id, ask.key ?? this.options.key);
    return this.ask("POST", `/api/v1/${pluralOf(kind)}`, { ...ask, body: { items } });
  }

  /** This record is removed at the end. */
  remember(kind: RecordKind, id: string, key = this.options.key): void {
    this.#left.set(`${kind} ${id} ${key}`, { kind, id, key });
  }

  /** The same as {@link put}, of what the case needs. @throws Unmet when it is not taken */
  async need(kind: RecordKind, ...items: readonly SharedRecord[]): Promise<void> {
    const answer = await this.put(kind, items);
    const { results = [] } = (answer.body ?? {}) as { readonly results?: readonly { readonly status?: string }[] };
    if (answer.status >= 300 || results.length !== items.length || results.some(({ status }) => status === "refused"))
      throw new Unmet(`${kind} 未被接受 / was not taken: ${answer.status} ${answer.text.slice(0, 400)}`);
  }

  /** An example of a kind with an id of its own, in the town. */
  async record(kind: RecordKind, more: SharedRecord = {}, which: "least" | "full" = "least"): Promise<SharedRecord> {
    const town = await this.town();
    const made = placed(exampleOf(kind, which), this.id(), town, this.options.platformCode);
    const { wireAddress: _, protocol: __, gatewayId: ___, ...rest } = made;
    return { ...rest, ...more };
  }

  /** One record of each kind that refer to each other; made when it is first asked for. */
  town(): Promise<Town> {
    this.#town ??= this.#makeTown();
    return this.#town;
  }

  async #makeTown(): Promise<Town> {
    const town = newTown(this);
    await this.#settle(town);
    return town;
  }

  async #settle(town: Town): Promise<void> {
    for (const kind of recordKinds)
      await this.need(kind, placed(exampleOf(kind, "least"), town[kind], town, this.options.platformCode));
  }

  /** Puts the town as it was, whatever became of it. */
  async rebuild(): Promise<void> {
    if (this.#town !== null) await this.#settle(await this.#town);
  }

  /** A device with an address at the door, and a component. */
  async wiredDevice(): Promise<{ readonly id: string; readonly address: number }> {
    const address = this.wireAddress();
    const device = await this.record("device", { protocol: "gb26875", wireAddress: String(address) });
    await this.need("device", device);
    return { id: String(device.id), address };
  }

  /** A device that is heard once, the first time it is asked for, and never again: its id. */
  silentDevice(): Promise<string> {
    this.#silent ??= this.#heardOnce();
    return this.#silent;
  }

  async #heardOnce(): Promise<string> {
    const { id, address } = await this.wiredDevice();
    const answer = await (await this.wire()).ask(gb26875.encodeFrame(frameOf(this, address, 1)), 1);
    if (answer === null) throw new Unmet("心跳未被确认 / the heartbeat was not confirmed");
    return id;
  }

  /** A device's connection. @throws Unmet when there is no door, or none that opens */
  async wire(): Promise<DoorWire> {
    const { door, timeoutMs } = this.options;
    if (door === null) throw new Unmet("没有设备端口 / there is no door for devices");
    try {
      const wire = await openDoorWire(door.host, door.port, timeoutMs);
      this.#wires.add(wire);
      return wire;
    } catch (error) {
      throw new Unmet(`设备端口不可达 / the door does not open: ${String(error)}`);
    }
  }

  /** Where webhooks arrive; opened when it is first asked for. */
  ear(): Promise<WebhookEar> {
    const { ear } = this.options;
    if (ear === null) throw new Unmet("没有接收推送的地址 / there is no address for webhooks");
    this.#ear ??= openEar(ear.host, ear.port, ear.url);
    return this.#ear;
  }

  /** Looks until something is there. Null: it did not come in time. */
  async until<T>(look: () => Promise<T | null> | T | null, ms = this.options.timeoutMs): Promise<T | null> {
    const end = performance.now() + ms;
    for (;;) {
      const found = await look();
      if (found !== null || performance.now() > end) return found;
      await sleep(LOOK_MS);
    }
  }

  /** The end of a case: its devices hang up, and its subscriptions are removed, so that nobody is told of the next. */
  async endCase(): Promise<void> {
    for (const wire of this.#wires) wire.end();
    this.#wires.clear();
    for (const path of this.made) await this.ask("DELETE", path);
    this.made.clear();
  }

  /** Removes what it made. */
  async clear(): Promise<void> {
    await this.endCase();
    for (const key of new Set([...this.#left.values()].map((one) => one.key)))
      for (const kind of [...recordKinds].reverse()) {
        const ids = [...this.#left.values()].filter((one) => one.kind === kind && one.key === key);
        for (let i = 0; i < ids.length; i += BULK_MAX) {
          const items = ids.slice(i, i + BULK_MAX).map(({ id }) => ({ id, deleted: true }));
          await this.ask("POST", `/api/v1/${pluralOf(kind)}`, { key, body: { items } });
        }
      }
    if (this.#ear !== null) await (await this.#ear).close();
  }
}
