import type { Message } from "@dianan/codec";
import type { Device } from "@dianan/device";
import { backoffMs } from "../core/backoff.ts";
import type { CentrePoint, CentreTarget } from "../ports/centre.ts";
import type { Delivery, DeliveryError, WebhookAct } from "../ports/webhook-store.ts";
import type { Write } from "../ports/write.ts";
import { transmitterStatus } from "./answers.ts";
import { labelOf, nextBatch, OBJECTS_MAX, statusOf } from "./batch.ts";
import type { CentreDeps } from "./centre-deps.ts";
import type { Circuit } from "./circuit.ts";
import { queuedReport, reportOf } from "./draft.ts";
import { type Exchanged, exchange, failureText } from "./exchange.ts";
import type { PointBook } from "./point-book.ts";

/** The queue is looked at this often even when nothing woke us. */
const LOOK_MS = 5_000;
/** Whatever the clock says: order is all. */
const ALL = Number.MAX_SAFE_INTEGER as Delivery["at"];
/** Events among which a fire alarm is looked for. */
const WINDOW = 500;
/** Exchanges in which a centre that takes others has refused an event before it is given up. */
const REFUSALS_MAX = 3;
/** A component of which a state was refused lets others go first for at most so long. */
const HELD_BEHIND_MS = 60_000;

type AttemptSet = Extract<WebhookAct, { readonly do: "attempt" }>["set"];

/** Brings what is queued to a centre, one exchange at a time, and what is open after each new link. */
export type Sender = {
  /** Does the next thing. How long nothing is to be done then, unless it is woken; milliseconds. */ round(): Promise<number>;
  /** A link stands: whoever is at its other end may have forgotten everything. */ begin(): void;
  /** What is open is told again. */ restate(): void;
  /** Whether the centre has confirmed anything on this link. */ isHeard(): boolean;
};

export const createSender = (
  deps: CentreDeps,
  { tenant, id: centre, settings }: CentreTarget,
  shared: {
    readonly device: Device;
    readonly circuit: Circuit;
    /** Null: it is not known yet what is open now. */ readonly book: () => PointBook | null;
    /** Ends the link: the next one may be better. */ readonly drop: () => void;
    readonly heard: () => void;
  },
): Sender => {
  const { store, queues, clock, utcOffsetMinutes, random = Math.random } = deps;
  const { device, circuit } = shared;
  /** Points that were told on this link. */ let told = new Set<string>();
  let isGreeted = false;
  let isHeard = false;
  let isRestated = false;
  let sentAt = 0;
  let width = OBJECTS_MAX;
  /** Components of which a state was refused, until when they wait; others go meanwhile. */ const held = new Map<
    string,
    number
  >();
  /** Components whose state the centre has refused on restating: until it has changed they are not told again. */ const mute =
    new Set<string>();

  const say = async (message: Message): Promise<Exchanged> => {
    const outcome = await exchange(device, message);
    sentAt = clock();
    if (outcome === "confirmed") {
      isHeard = true;
      shared.heard();
    }
    return outcome;
  };
  const statusMessage = (): Message => transmitterStatus(labelOf(clock() + device.clockOffsetMs, utcOffsetMinutes));
  const commit = (...writes: readonly Write[]): Promise<unknown> => store.commit({ tenant, writes });
  const attempt = ({ sequence }: Delivery, set: AttemptSet): Write => ({
    kind: "webhook",
    id: centre,
    act: { do: "attempt", sequence, set },
  });

  const fail = async (outcome: "denied" | "unconfirmed"): Promise<void> => {
    await circuit.failed(failureText(outcome), true);
    shared.drop();
  };

  /** The device's own state: a greeting, a heartbeat, and a question whether the centre takes anything at all. */
  const greet = async (): Promise<boolean> => {
    const outcome = await say(statusMessage());
    if (outcome === "confirmed") {
      await commit(...circuit.worked());
      return true;
    }
    if (outcome !== "closed") await fail(outcome);
    return false;
  };

  const delivered = async (batch: readonly Delivery[], ms: number): Promise<void> => {
    const at = clock();
    const writes = batch.map((delivery) =>
      attempt(delivery, {
        ...{ state: "delivered", attempts: delivery.attempts + 1, refusals: delivery.refusals },
        ...{ nextAt: at, lastAt: at, lastStatus: null, lastError: null, lastMs: ms },
      }),
    );
    await commit(...writes, ...circuit.worked());
    for (const { subject } of batch) {
      told.add(subject);
      held.delete(subject);
      mute.delete(subject);
    }
    width = Math.min(OBJECTS_MAX, width * 2);
  };

  /** A centre that takes others does not take this one. Its attempts stay 0: what goes by attempts must not change the order. */
  const refused = async (delivery: Delivery, lastError: DeliveryError, ms: number): Promise<void> => {
    const at = clock();
    const refusals = delivery.refusals + 1;
    const isOver = refusals >= REFUSALS_MAX;
    if (isOver) held.delete(delivery.subject);
    else held.set(delivery.subject, at + backoffMs(refusals + 1, random()));
    if (isOver) mute.add(delivery.subject);
    await commit(
      attempt(delivery, {
        ...{ state: isOver ? "failed" : "pending", attempts: 0, refusals },
        ...{ nextAt: at, lastAt: at, lastStatus: null, lastError, lastMs: ms },
      }),
    );
    if (isOver)
      deps.log(
        `fire centre ${centre}: gave up a state of ${delivery.subject} (${lastError}); see the queue, state=refused 对方拒收一条部件状态,已留存待处理`,
      );
  };

  const send = async (batch: readonly Delivery[]): Promise<void> => {
    const startedAt = clock();
    const items = batch.map((delivery) => statusOf(queuedReport(delivery), utcOffsetMinutes));
    const outcome = await say({ kind: "componentStatus", items });
    const ms = Math.max(0, clock() - startedAt);
    if (outcome === "confirmed") return delivered(batch, ms);
    if (outcome === "closed") return;
    const [only] = batch;
    if (only !== undefined && (await isAtFault(batch.length, outcome))) await refused(only, outcome, ms);
  };

  /** Whether what was not taken is at fault, and not the centre or the link: it went alone, and the centre takes others. */
  const isAtFault = async (count: number, outcome: "denied" | "unconfirmed"): Promise<boolean> => {
    // One of several may be: from now on each goes alone.
    width = 1;
    const asks = settings.heartbeatSeconds > 0;
    if (count === 1 && asks) return greet();
    if (count === 1 && outcome === "denied") return true;
    if (outcome === "unconfirmed") await fail(outcome);
    return false;
  };

  /** Components with open alarms that were not told on this link yet. */
  const restate = async (): Promise<void> => {
    const open: (readonly [string, CentrePoint])[] = [];
    for (const [key, point] of shared.book()?.entries() ?? [])
      if (open.length < width && !told.has(key) && !mute.has(key) && Object.keys(point.open).length > 0)
        open.push([key, point]);
    // What is queued goes first, in its order: of these components it may hold what was before.
    if ((await queues.due(tenant, centre, ALL, 1, false)).length > 0) return;
    if (open.length === 0) {
      isRestated = shared.book() !== null;
      return;
    }
    const items = open.map(([, point]) => statusOf(reportOf(point), utcOffsetMinutes));
    const outcome = await say({ kind: "componentStatus", items });
    if (outcome === "closed") return;
    if (outcome === "confirmed") {
      for (const [key] of open) told.add(key);
      width = Math.min(OBJECTS_MAX, width * 2);
      await commit(...circuit.worked());
      return;
    }
    const [only] = open;
    // It was told before, or is a dead letter: it does not hold the rest.
    if (only !== undefined && (await isAtFault(open.length, outcome))) mute.add(only[0]);
  };

  return {
    isHeard: () => isHeard,
    begin: () => {
      told = new Set();
      isGreeted = settings.heartbeatSeconds === 0;
      isHeard = false;
      isRestated = false;
    },
    restate: () => {
      told = new Set();
      isRestated = false;
    },
    round: async () => {
      if (!device.linkUp) return LOOK_MS;
      const waitMs = await circuit.waitMs();
      // In slices: a clock that is set back must not silence us for longer.
      if (waitMs > 0) return Math.min(waitMs, LOOK_MS);
      if (!isGreeted) {
        isGreeted = await greet();
        return 0;
      }
      const waiting = await queues.due(tenant, centre, ALL, WINDOW, false);
      const heldUntil = ({ subject }: Delivery): number => held.get(subject) ?? Number.NEGATIVE_INFINITY;
      // What was refused goes behind all others, but not for ever.
      for (const least of [clock() - HELD_BEHIND_MS, clock()]) {
        const free = waiting.filter((delivery) => heldUntil(delivery) <= least);
        if (free.length === 0) continue;
        await send(nextBatch(free, width));
        return 0;
      }
      if (waiting.length > 0) return Math.min(LOOK_MS, Math.max(1, Math.min(...waiting.map(heldUntil)) - clock()));
      if (!isRestated) {
        await restate();
        return isRestated ? 0 : shared.book() === null ? LOOK_MS : 0;
      }
      if (settings.heartbeatSeconds === 0) return LOOK_MS;
      const heartbeatMs = sentAt + settings.heartbeatSeconds * 1000 - clock();
      if (heartbeatMs > 0) return Math.min(heartbeatMs, LOOK_MS);
      await greet();
      return 0;
    },
  };
};
