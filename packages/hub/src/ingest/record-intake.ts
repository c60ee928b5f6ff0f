import type { Intake, RecordChange, RecordChangeResult, WholeResult } from "../ports/live.ts";
import { StoreError } from "../ports/store-error.ts";
import type { Receipt, Write } from "../ports/write.ts";
import type { EngineDeps } from "./deps.ts";
import type { DeviceBook, Entry } from "./device-book.ts";
import type { Lanes } from "./lanes.ts";
import { type ChangePlanner, createChangePlanner, type Plan } from "./record-plan.ts";
import { createRecordView } from "./record-view.ts";

/** What is done to an alarm without taking it in hand. */
const leavesAlone: ReadonlySet<string> = new Set(["group", "tick", "setBack", "comment", "addEvidence"]);

/**
 * Changes made by people and platforms. One request at a time, in the lanes of the devices it names, so that no frame of
 * theirs is stepped on a state that is about to change; one commit for all of them.
 */
export const createRecordIntake = (
  deps: EngineDeps,
  book: DeviceBook,
  lanes: Lanes,
  committed: (head: number) => void,
  taken: (alarm: string) => void,
): Intake => {
  const { tenant, store, figures } = deps;
  const tellTaken = (changes: readonly RecordChange[]): void => {
    for (const change of changes) {
      if (change.kind === "reading") continue;
      const isTaken = change.kind === "act" ? !leavesAlone.has(change.act.kind) : change.record === "alarm";
      if (isTaken) taken(change.id);
    }
  };

  const applyIn = async (changes: readonly RecordChange[]): Promise<readonly RecordChangeResult[]> => {
    const planner = createChangePlanner(deps, book, createRecordView(store, tenant));
    try {
      const plans = await plansOf(planner, changes);
      const writes: Write[] = plans.flatMap((plan) => plan.writes);
      const tail = planner.finish();
      const receipt = await store.commit({ tenant, writes: [...writes, ...tail] });
      planner.commit();
      tellTaken(changes);
      if (receipt.puts.length > 0) committed(receipt.head);
      figures.add("recordChangesTotal", changes.length);
      return resultsOf(changes, plans, receipt);
    } catch (error) {
      planner.drop();
      const [alone] = changes;
      const isConflict = error instanceof StoreError && error.code === "conflict";
      if (isConflict && (alone?.kind === "upsert" || alone?.kind === "act") && changes.length === 1)
        return [{ id: alone.id, status: "refused", version: null, code: "changed" }];
      if (!(error instanceof StoreError) || error.code !== "bad-text") throw error;
      if (changes.length === 1)
        return [{ id: idOf(changes[0] as RecordChange), status: "refused", version: null, code: "bad-text" }];
      // One text that no database of the family could hold refuses its own item only.
      const results: RecordChangeResult[] = [];
      for (const change of changes) results.push(...(await applyIn([change])));
      return results;
    }
  };

  const applyWholeIn = async (
    changes: readonly RecordChange[],
    also: readonly Write[] | null,
  ): Promise<WholeResult> => {
    const planner = createChangePlanner(deps, book, createRecordView(store, tenant));
    try {
      const plans = await plansOf(planner, changes);
      if (also === null || plans.some(({ refusal }) => refusal !== null)) {
        planner.drop();
        return { isStored: false, results: resultsOf(changes, plans, null) };
      }
      const writes = plans.flatMap((plan) => plan.writes);
      const receipt = await store.commit({ tenant, writes: [...writes, ...planner.finish(), ...also] });
      planner.commit();
      tellTaken(changes);
      if (receipt.puts.length > 0) committed(receipt.head);
      figures.add("recordChangesTotal", changes.length);
      return { isStored: true, results: resultsOf(changes, plans, receipt) };
    } catch (error) {
      planner.drop();
      throw error;
    }
  };

  let last: Promise<unknown> = Promise.resolve();
  /** One request after the other, in the lanes of the devices that it names. */
  const inTurn = <T>(changes: readonly RecordChange[], work: () => Promise<T>): Promise<T> => {
    const run = async (): Promise<T> => lanes.run([...(await lanesOf(changes, book, store, tenant))], work);
    const result = last.then(run, run);
    last = result.catch(() => {});
    return result;
  };
  return {
    apply: (changes) => inTurn(changes, () => applyIn(changes)),
    applyWhole: (changes, also) => inTurn(changes, () => applyWholeIn(changes, also)),
    rulesChanged: () => inTurn([], () => book.rulesChanged()),
  };
};

/** Changes planned before frames and requests get their turn again. */
const PLANS_AT_ONCE = 100;

const plansOf = async (planner: ChangePlanner, changes: readonly RecordChange[]): Promise<readonly Plan[]> => {
  const plans: Plan[] = [];
  for (const change of changes) {
    plans.push(await planner.plan(change));
    if (plans.length % PLANS_AT_ONCE === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  return plans;
};

/** @param receipt - null: nothing was written */
const resultsOf = (
  changes: readonly RecordChange[],
  plans: readonly Plan[],
  receipt: Receipt | null,
): readonly RecordChangeResult[] => {
  let put = 0;
  return plans.map((plan, index): RecordChangeResult => {
    const puts = plan.writes.filter((write) => write.kind === "put" || write.kind === "delete").length;
    const main = puts > 0 ? receipt?.puts[put] : undefined;
    put += puts;
    const id = idOf(changes[index] as RecordChange);
    if (plan.refusal !== null) {
      const why = plan.why === undefined ? {} : { refusal: plan.why };
      return { id, status: "refused", version: null, code: plan.refusal, ...why };
    }
    if (plan.supersededAt !== undefined)
      return { id, status: "unchanged", version: plan.supersededAt, code: null, superseded: true };
    // A reading has no version; what it made known of a hazard has.
    const version = changes[index]?.kind === "reading" ? null : (main?.version ?? null);
    if (plan.status !== null) return { id, status: plan.status, version, code: null };
    return { id, status: main?.status ?? "unchanged", version: main?.version ?? null, code: null };
  });
};

const idOf = (change: RecordChange): string => (change.kind === "reading" ? change.deviceId : change.id);

/** Lanes of every device that a request may touch. Only requests bind devices to addresses, and they run one by one. */
const lanesOf = async (
  changes: readonly RecordChange[],
  book: DeviceBook,
  store: EngineDeps["store"],
  tenant: EngineDeps["tenant"],
): Promise<ReadonlySet<string>> => {
  const keys = new Set<string>();
  const add = (entry: Entry | undefined): void => void (entry && keys.add(entry.key));
  for (const change of changes) {
    if (change.kind === "reading") {
      keys.add((book.boundTo(change.deviceId) ?? book.judged.get(change.deviceId))?.key ?? `-/${change.deviceId}`);
      continue;
    }
    const record = change.kind === "act" ? "alarm" : change.record;
    const body = change.kind === "upsert" ? change.body : (await store.record(tenant, record, change.id))?.body;
    if (record === "device") {
      add(book.boundTo(change.id));
      add(book.judged.get(change.id));
      if (typeof body?.protocol === "string" && typeof body.wireAddress === "string")
        keys.add(`${body.protocol}/${body.wireAddress}`);
    } else if (typeof body?.deviceId === "string") add(book.boundTo(body.deviceId) ?? book.judged.get(body.deviceId));
  }
  return keys;
};
