import { verifyWebhook } from "@dianan/open-api";
import { Unmet } from "../case.ts";
import { membersOf } from "./answers.ts";
import type { PlatformSeat } from "./platform-seat.ts";
import type { Heard, Say, WebhookEar } from "./webhook-ear.ts";

export const RAISED = "com.dianan.alarm.raised";
export const CHANGED = "com.dianan.record.changed";
const TEST = "com.dianan.webhook.test";
const WEBHOOKS = "/api/v1/webhooks";

/** A subscription of the kit's. */
export type Hook = {
  readonly id: string;
  readonly path: string;
  readonly secret: string;
  readonly ear: WebhookEar;
  /** What came but for tests, in order. */ events(): readonly HeardEvent[];
  /** All that came. */ all(): readonly HeardEvent[];
};

/** A delivery and what its body says. */
export type HeardEvent = Heard & { readonly event: { readonly [member: string]: unknown } };

const eventOf = (heard: Heard): HeardEvent => {
  try {
    return { ...heard, event: JSON.parse(heard.body.toString("utf8")) as HeardEvent["event"] };
  } catch {
    return { ...heard, event: {} };
  }
};

/** Subscribes, with a path of its own. @throws Unmet when it is refused */
export const subscribe = async (
  seat: PlatformSeat,
  eventTypes: readonly string[] = [RAISED],
  { say, isAwaited = true }: { readonly say?: () => Say; readonly isAwaited?: boolean } = {},
): Promise<Hook> => {
  // What the case refers to is there: nothing but its own events comes.
  await seat.town();
  const ear = await seat.ear();
  const path = `/${seat.id()}`;
  if (say !== undefined) ear.answer(path, say);
  const answer = await seat.ask("POST", WEBHOOKS, { body: { url: ear.urlOf(path), eventTypes } });
  const { webhook, secret } = membersOf(answer) as {
    readonly webhook?: { readonly id?: unknown };
    readonly secret?: { readonly secret?: unknown };
  };
  if (typeof webhook?.id !== "string" || typeof secret?.secret !== "string")
    throw new Unmet(`推送订阅未被接受 / no webhook: ${answer.status} ${answer.text.slice(0, 300)}`);
  const { id } = webhook;
  seat.made.add(`${WEBHOOKS}/${id}`);
  const all = (): readonly HeardEvent[] => ear.heard(path).map(eventOf);
  const hook: Hook = {
    id,
    path,
    secret: secret.secret,
    ear,
    all,
    events: () => all().filter(({ event }) => event.type !== TEST),
  };
  if (!isAwaited) return hook;
  const active = await seat.until(async () =>
    membersOf(await seat.get(`${WEBHOOKS}/${id}`)).state === "active" ? true : null,
  );
  if (active === null) throw new Unmet("测试事件应答后订阅未启用 / it did not become active after its test");
  return hook;
};

/** Whether a delivery is signed with this secret, over the bytes that came. */
export const isSigned = async ({ headers, body }: Heard, secret: string): Promise<boolean> =>
  (await verifyWebhook({ headers, body, secrets: [secret], now: Date.now() })).ok;

/** Raises an alarm by the API; resolves to its id. */
export const raise = async (seat: PlatformSeat): Promise<string> => {
  const alarm = await seat.record("alarm", { componentId: undefined, occurredAt: new Date().toISOString() });
  await seat.need("alarm", alarm);
  return String(alarm.id);
};

/** The deliveries about something. */
export const about = (hook: Hook, id: string): readonly HeardEvent[] =>
  hook
    .events()
    .filter(({ event }) => event.subject === id || (event.data as { readonly id?: unknown } | undefined)?.id === id);
