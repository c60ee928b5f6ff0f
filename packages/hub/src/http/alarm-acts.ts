import { isRecordId } from "@dianan/model";
import type { AlarmAct } from "../core/alarm-act.ts";
import type { Via } from "../core/alarm-life-state.ts";
import type { Caller } from "../ports/caller.ts";
import type { RecordChange, RecordChangeResult } from "../ports/live.ts";
import type { Write } from "../ports/write.ts";
import { groupsOf, shownGroup } from "./alarm-groups.ts";
import { recordView } from "./alarm-view.ts";
import { type Ask, type HttpDeps, json } from "./http-deps.ts";
import { tagOf } from "./precondition.ts";
import { invalid, type Problem, problem, waitProblem } from "./problem.ts";
import { actorOf } from "./record-actor.ts";

export const noAlarm = (): Problem => problem("not-found", "There is no alarm with this id. 没有此 id 的告警。");

/** People come with a browser, machines with a key. */
export const viaOf = ({ by }: Pick<Caller, "by">): Via => (by === "session" ? "web" : "api");

/** What a caller does to an alarm, as the intake takes it. @throws TypeError without a caller */
export const actOf = (
  { caller, circumstance }: Ask,
  id: string,
  act: AlarmAct,
  also: readonly Write[] = [],
): RecordChange => {
  if (caller === null) throw new TypeError("an act on an alarm has a caller");
  const { source, requestId } = circumstance;
  const where = { who: caller, circumstance: { source, requestId } };
  return { kind: "act", id, act, by: actorOf(caller), via: viaOf(caller), also, ...where };
};

/** Why an act was refused, as the document says it. */
export const actProblem = ({ code, refusal }: RecordChangeResult): Problem => {
  if (code === "not-found") return noAlarm();
  if (code === "bad-text") return invalid("", "A text cannot be stored.", "文字无法保存。");
  if (refusal === undefined) throw new Error(`an act was refused without a reason: ${code}`);
  if (refusal.code === "invalid") return invalid(refusal.path, refusal.en, refusal.zh);
  return problem(refusal.code, `${refusal.en} ${refusal.zh}`);
};

/** Whether the caller may see the alarm; what is foreign is as if it did not exist (SEC-AZ-02). */
export const seesAlarm = async ({ view }: Ask, id: string): Promise<boolean> => {
  const found = isRecordId(id) ? await view.stored("alarm", id) : null;
  return found !== null && found !== "foreign";
};

/** Files that an act attaches: the caller must see them, and they are kept while the alarm refers to them. */
const references = async (deps: HttpDeps, ask: Ask, act: AlarmAct): Promise<readonly Write[] | Problem> => {
  const files = "files" in act ? act.files : "fileId" in act ? [act.fileId] : [];
  const writes: Write[] = [];
  for (const [n, id] of [...new Set(files)].entries()) {
    const path = "files" in act ? `/files/${n}` : "/fileId";
    const file = await deps.transfer.files.find(ask.caller as Caller, id, ask.circumstance.now);
    const write = file && (await deps.transfer.files.refer(ask.view.tenant, id, `alarm:${ask.id}`, null));
    if (write === null) return invalid(path, "There is no such file.", "没有此文件。");
    writes.push(write);
  }
  return writes;
};

/** A file that something else begins to use at the same moment is looked at again this often. */
const ATTEMPTS_MAX = 5;

/** Does one thing to one alarm that the caller may see. */
export const doAct = async (deps: HttpDeps, ask: Ask, act: AlarmAct): Promise<RecordChangeResult | Problem> => {
  const intake = await deps.intakeOf(ask.view.tenant);
  for (let attempt = 0; attempt < ATTEMPTS_MAX; attempt += 1) {
    const also = await references(deps, ask, act);
    if ("kind" in also) return also;
    const [result] = await intake.apply([actOf(ask, ask.id, act, also)]);
    if (result === undefined) throw new Error("intake gave no result");
    if (result.code !== "changed") return result.status === "refused" ? actProblem(result) : result;
  }
  return waitProblem("busy", 1);
};

/** The alarm now. */
export const alarmNow = async (deps: HttpDeps, { id, view, caller }: Ask): Promise<Response | Problem> => {
  const alarm = await view.record("alarm", id);
  if (alarm === null || alarm.deleted) return noAlarm();
  const group = shownGroup((await groupsOf(view, [alarm])).get(id));
  return json(recordView(deps, alarm, caller, group), 200, { ETag: tagOf(alarm.version) });
};
