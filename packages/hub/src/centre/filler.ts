import type { CentreTarget } from "../ports/centre.ts";
import type { Change } from "../ports/records.ts";
import type { DeliveryDraft, WebhookStateSet } from "../ports/webhook-store.ts";
import type { Write } from "../ports/write.ts";
import { type AlarmWord, afterWord, wordOf } from "./alarm-fold.ts";
import type { CentreDeps } from "./centre-deps.ts";
import { compareWithStore, isCompared } from "./compare.ts";
import { draftOf } from "./draft.ts";
import { createPointDraft, type PointBook, type PointDraft, pointWrite, readPointBook } from "./point-book.ts";
import { isFor, placeOfAlarm, pointOfAlarm } from "./points-of-alarms.ts";

/** Changes read at once. */
const FETCH_MAX = 500;
/** The feed is looked at this often even when nothing woke us: a hint carries no promise. */
const LOOK_MS = 5_000;
/** A place in the feed is written down at least this often. Positions. */
const NOTED_EVERY = 500;

/** Puts what happens to alarms into a centre's queue: states, points and the place in the feed, in one commit. */
export type Filler = {
  /** Reads on. How long nothing is to be done then, unless the feed grows; milliseconds. */ round(): Promise<number>;
  /** Points as the queue has them; null: not read yet. */ book(): PointBook | null;
  /** It has read all that there was when it began: points are not what they were before a stop. */ isUpToDate(): boolean;
};

type Batch = { readonly draft: PointDraft; readonly points: Map<string, Write>; readonly events: DeliveryDraft[] };

/** @param queued - something was put into the queue, or it is up to date */
export const createFiller = (deps: CentreDeps, target: CentreTarget, queued: () => void): Filler => {
  const { tenant, id: centre, settings } = target;
  const { store } = deps;
  let book: PointBook | null = null;
  let position = 0;
  let noted = 0;
  let isUpToDate = false;

  const commit = async (points: Iterable<Write>, events: readonly DeliveryDraft[], set: WebhookStateSet) => {
    const queue: Write = { kind: "webhook", id: centre, act: { do: "queue", events, bound: Number.MAX_SAFE_INTEGER } };
    const place: Write = { kind: "webhook", id: centre, act: { do: "set", set } };
    await store.commit({ tenant, writes: [...points, queue, place] });
    if (events.length > 0) queued();
  };

  const tell = (batch: Batch, key: string, change: Change, word: AlarmWord, why: string): void => {
    const before = batch.draft.get(key);
    if (before === undefined) return;
    const after = afterWord(before, word);
    if (after === before) return;
    batch.draft.set(key, after);
    batch.points.set(key, pointWrite(centre, key, after));
    const about = { alarmId: change.id, version: change.version, why };
    batch.events.push(draftOf(centre, key, after, about, change.position, change.at));
  };

  const fold = async (batch: Batch, change: Change): Promise<void> => {
    const word = change.kind === "alarm" ? wordOf(change.record) : null;
    if (word === null) return;
    const { key, unitId } = placeOfAlarm(change.record);
    const isRaise = word.isOpen || word.isMomentary;
    // A unit that this device no longer speaks for still has what is open there closed.
    if (isRaise && !isFor(settings, unitId)) return;
    const { draft } = batch;
    if (isRaise) draft.set(key, await pointOfAlarm(store, tenant, settings, draft, change.record));
    if (!word.isMomentary) return tell(batch, key, change, word, "change");
    tell(batch, key, change, { ...word, isOpen: true }, "raised");
    tell(batch, key, change, word, "over");
  };

  /** Points and place as they are stored, compared with the alarms when that was never done or other units are wanted. */
  const begin = async (): Promise<PointBook | null> => {
    const state = await deps.queues.state(tenant, centre);
    if (state === null) return null;
    const known = await readPointBook(deps.access, tenant, centre);
    ({ position } = state);
    noted = position;
    if (!(await isCompared(deps.access, target))) await compareWithStore(deps, target, known, position, commit);
    return known;
  };

  /** The feed no longer has what comes next. */
  const catchUp = async (known: PointBook): Promise<void> => {
    deps.log(
      `fire centre ${centre}: the queue was stopped for longer than changes are kept; states are told as they are now 停用过久,仅补报当前状态`,
    );
    const { head } = await store.feed(tenant);
    await compareWithStore(deps, target, known, head, commit);
    position = head;
    noted = head;
  };

  const read = async (known: PointBook): Promise<number> => {
    const changes = await store.changes(tenant, position, FETCH_MAX);
    const [first] = changes;
    const last = changes.at(-1);
    if (first === undefined || last === undefined) {
      if (!isUpToDate) queued();
      isUpToDate = true;
      return LOOK_MS;
    }
    if (first.position !== position + 1) {
      await catchUp(known);
      return 0;
    }
    const batch: Batch = { draft: createPointDraft(known), points: new Map(), events: [] };
    for (const change of changes) await fold(batch, change);
    position = last.position;
    if (batch.events.length > 0 || position - noted >= NOTED_EVERY) {
      await commit(batch.points.values(), batch.events, { position, positionAt: last.at });
      batch.draft.apply();
      noted = position;
    }
    return 0;
  };

  return {
    book: () => book,
    isUpToDate: () => isUpToDate,
    round: async () => {
      try {
        book ??= await begin();
        return book === null ? LOOK_MS : await read(book);
      } catch (error) {
        // What is in memory may be ahead of what is stored: begin again there.
        book = null;
        throw error;
      }
    },
  };
};
