import type { Actor } from "./actor.ts";
import {
  type ActOf,
  type AlarmScene,
  type AlarmStep,
  type Done,
  refuse,
  refuseClosed,
  refuseUnacknowledged,
  type Tell,
} from "./alarm-act.ts";
import type { AlarmLife } from "./alarm-life-state.ts";
import { needsPeople } from "./alarm-life-state.ts";

/** A person's clock may be ahead of ours by this. Milliseconds. */
const AHEAD_MS = 5 * 60_000;
/** A due time lies within a year. */
const DUE_MAX_MS = 366 * 86_400_000;

/** Written advice (整改建议), as often as one likes until the alarm is closed; it may set another due time. */
export const advise = (
  life: AlarmLife,
  act: ActOf<"advise">,
  at: number,
  by: Actor,
  done: Done,
  entry: Tell,
): AlarmStep => {
  if (life.stage === "closed") return refuseClosed();
  const { text, dueAt, files } = act;
  if (dueAt !== null && (dueAt <= at || dueAt > at + DUE_MAX_MS))
    return refuse("invalid", "The due time lies within a year from now.", "期限应在今后一年之内。", "/dueAt");
  const due = dueAt === null ? {} : { dueAt, escalatedAt: null };
  const until = dueAt === null ? {} : { until: dueAt };
  return done({ advice: { at, by, text }, ...due }, entry("advised", text, { files, ...until }));
};

/** What was done (整改情况). Once more replaces it: the history keeps both. */
export const rectify = (
  life: AlarmLife,
  { text, rectifiedAt, files }: ActOf<"rectify">,
  { at, by, occurredAt }: AlarmScene,
  done: Done,
  entry: Tell,
): AlarmStep => {
  if (life.stage === "closed") return refuseClosed();
  if (life.stage === "unacknowledged") return refuseUnacknowledged();
  if (rectifiedAt > at + AHEAD_MS || rectifiedAt < occurredAt)
    return refuse(
      "invalid",
      "It was done between the alarm and now.",
      "完成时间应在告警发生之后、当前时间之前。",
      "/rectifiedAt",
    );
  return done(
    { stage: "rectified", rectification: { at, by, text, rectifiedAt, files } },
    entry("rectified", text, { files }),
  );
};

/**
 * Closes (关闭). While the value is over only as false or test; work for people ends with written advice (EF-5.3). What an
 * unverified device reported as recovered is good enough only because a person says so here (SEC-DEV-03).
 */
export const close = (
  life: AlarmLife,
  { reason, text }: ActOf<"close">,
  scene: AlarmScene,
  done: Done,
  entry: Tell,
): AlarmStep => {
  if (life.stage === "closed") return refuse("wrong-state", "The alarm is closed already.", "告警已关闭。");
  if (life.stage === "unacknowledged") return refuseUnacknowledged();
  const isGone = !scene.isRaised || scene.isRecovered || scene.isOver === false;
  if (reason !== "false" && reason !== "test" && !isGone)
    return refuse(
      "value-still-over",
      "It still stands: nothing says that it is over. Wait for the device, or confirm the recovery.",
      "告警尚未恢复:请等待设备上报恢复,或人工确认恢复。",
    );
  if (reason === "resolved" && needsPeople(scene.class) && life.advice === null)
    return refuse("advice-missing", "Write rectification advice first.", "请先填写整改建议。");
  return done(
    {
      stage: "closed",
      shelf: null,
      closure: { at: scene.at, by: scene.by, reason, text, hasCleared: scene.isRaised },
    },
    entry("closed", text, { reason }),
    scene.isRaised ? "clear" : null,
  );
};

/** Opens again what was closed too early. What the closing cleared stands again, unless a newer alarm stands in its place. */
export const reopen = (
  life: AlarmLife,
  { reason }: ActOf<"reopen">,
  scene: AlarmScene,
  done: Done,
  entry: Tell,
): AlarmStep => {
  if (life.closure === null) return refuse("wrong-state", "The alarm is not closed.", "告警未关闭。");
  const stands = life.closure.hasCleared;
  if (stands && scene.hasSuccessor)
    return refuse(
      "wrong-state",
      "A newer alarm of the same kind stands: deal with that one.",
      "同一部件已有新的同类告警,请处理新告警。",
    );
  const dueAt = scene.due === null ? null : scene.at + scene.due;
  return done(
    {
      stage: life.acknowledged === null ? "unacknowledged" : "acknowledged",
      ...{ closure: null, rectification: null, dueAt, escalatedAt: null, rootId: null },
    },
    entry("reopened", reason, dueAt === null ? {} : { until: dueAt }),
    stands ? "restore" : null,
  );
};
