import { isRecordId } from "@dianan/model";
import type { AlarmAct } from "../core/alarm-act.ts";
import type { Via } from "../core/alarm-life-state.ts";
import type { Caller } from "../ports/caller.ts";
import type { RecordChange, RecordChangeResult } from "../ports/live.ts";
import { recordView } from "./alarm-view.ts";
import { type Ask, type HttpDeps, json } from "./http-deps.ts";
import { tagOf } from "./precondition.ts";
import { invalid, type Problem, problem } from "./problem.ts";
import { actorOf } from "./record-actor.ts";

export const noAlarm = (): Problem => problem("not-found", "There is no alarm with this id. 没有此 id 的告警。");

/** People come with a browser, machines with a key. */
export const viaOf = ({ by }: Pick<Caller, "by">): Via => (by === "session" ? "web" : "api");

/** What a caller does to an alarm, as the intake takes it. @throws TypeError without a caller */
export const actOf = ({ caller, circumstance }: Ask, id: string, act: AlarmAct): RecordChange => {
  if (caller === null) throw new TypeError("an act on an alarm has a caller");
  const { source, requestId } = circumstance;
  const where = { who: caller, circumstance: { source, requestId } };
  return { kind: "act", id, act, by: actorOf(caller), via: viaOf(caller), ...where };
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

/** Does one thing to one alarm that the caller may see. */
export const doAct = async (deps: HttpDeps, ask: Ask, act: AlarmAct): Promise<RecordChangeResult | Problem> => {
  const [result] = await (await deps.intakeOf(ask.view.tenant)).apply([actOf(ask, ask.id, act)]);
  if (result === undefined) throw new Error("intake gave no result");
  return result.status === "refused" ? actProblem(result) : result;
};

/** The alarm now. */
export const alarmNow = async (deps: HttpDeps, { id, view, caller }: Ask): Promise<Response | Problem> => {
  const alarm = await view.record("alarm", id);
  if (alarm === null || alarm.deleted) return noAlarm();
  return json(recordView(deps, alarm, caller), 200, { ETag: tagOf(alarm.version) });
};
