import type { CentrePoint, CentreTarget } from "../ports/centre.ts";
import type { Page, StoredRecord } from "../ports/records.ts";
import type { DeliveryDraft, WebhookStateSet } from "../ports/webhook-store.ts";
import type { Write } from "../ports/write.ts";
import { afterWord, wordOf } from "./alarm-fold.ts";
import type { CentreDeps } from "./centre-deps.ts";
import { draftOf } from "./draft.ts";
import { createPointDraft, type PointBook, pointWrite } from "./point-book.ts";
import { isFor, placeOfAlarm, pointOfAlarm } from "./points-of-alarms.ts";

const PAGE = 500;

const scopeOf = ({ settings }: CentreTarget): string => [...settings.unitIds].sort().join(" ");

/** Whether points were compared with the alarms since the units were chosen. */
export const isCompared = async (access: CentreDeps["access"], target: CentreTarget): Promise<boolean> => {
  const item = await access.item(target.tenant, "centrePoint", target.id);
  return item?.body.scope === scopeOf(target);
};

const comparedWrite = (target: CentreTarget): Write => ({
  kind: "item",
  item: { kind: "centrePoint", id: target.id, body: { scope: scopeOf(target) }, lookup: null, expiresAt: null },
  ifVersion: null,
});

/**
 * Makes a centre's points what the alarms of its units say now, and queues each state that differs: when it begins, when other
 * units are wanted, and after a stop for longer than changes are kept.
 *
 * @param position - place in the feed behind which changes are folded afterwards: what is told twice is nothing the second time
 */
export const compareWithStore = async (
  { store, clock }: CentreDeps,
  target: CentreTarget,
  book: PointBook,
  position: number,
  commit: (points: Iterable<Write>, events: readonly DeliveryDraft[], set: WebhookStateSet) => Promise<void>,
): Promise<void> => {
  const { tenant, id: centre, settings } = target;
  const now = clock();
  /** By point: alarms that are open there. */ const open = new Map<string, Set<string>>();
  const changed = new Map<
    string,
    { readonly point: CentrePoint; readonly alarmId: string; readonly version: number }
  >();
  const draft = createPointDraft(book);
  const put = (key: string, point: CentrePoint, alarmId: string, version: number): void => {
    if (point === draft.get(key)) return;
    draft.set(key, point);
    changed.set(key, { point, alarmId, version });
  };
  for (let after: string | null = null, isFirst = true; isFirst || after !== null; isFirst = false) {
    const page: Page<StoredRecord> = await store.page(tenant, {
      ...{ kind: "alarm", after, limit: PAGE, where: { state: "raised" }, withDeleted: false },
      ...{ updatedFrom: null, updatedTo: null },
    });
    for (const alarm of page.items) {
      const word = wordOf(alarm);
      const { key, unitId } = placeOfAlarm(alarm);
      if (word === null || !word.isOpen || !isFor(settings, unitId)) continue;
      open.set(key, (open.get(key) ?? new Set()).add(alarm.id));
      const point = draft.get(key);
      if (point !== undefined && Object.hasOwn(point.open, alarm.id)) continue;
      const named = await pointOfAlarm(store, tenant, settings, draft, alarm);
      put(key, afterWord(named, word), alarm.id, alarm.version);
    }
    after = page.next;
  }
  for (const [key, point] of book.entries())
    for (const [alarmId, type] of Object.entries(point.open)) {
      if (open.get(key)?.has(alarmId) === true) continue;
      const gone = { id: alarmId, type, isOpen: false, isMomentary: false, at: now };
      put(key, afterWord(draft.get(key) ?? point, gone), alarmId, 1);
    }
  const all = [...changed];
  for (let at = 0; at < all.length; at += PAGE) {
    const part = all.slice(at, at + PAGE);
    const events = part.map(([key, { point, ...about }]) =>
      draftOf(centre, key, point, { ...about, why: `compared ${now}` }, 0, now),
    );
    await commit(
      part.map(([key, { point }]) => pointWrite(centre, key, point)),
      events,
      {},
    );
  }
  draft.apply();
  // Last: what a crash cuts off is compared again.
  await commit([comparedWrite(target)], [], { position, positionAt: now });
};
