import {
  type ActOf,
  type AlarmAct,
  type AlarmScene,
  type AlarmStep,
  type Done,
  refuse,
  refuseClosed,
  type Tell,
} from "./alarm-act.ts";
import type { AlarmEntry } from "./alarm-entry.ts";
import { type AlarmLife, overdueFrom } from "./alarm-life-state.ts";
import { setBack } from "./alarm-set-back.ts";
import { advise, close, rectify, reopen } from "./alarm-work.ts";

const MINUTE_MS = 60_000;
/** Files of one alarm, whoever attached them. */
const FILES_MAX = 100;

const unchanged = (life: AlarmLife): AlarmStep => ({ ok: true, life, entries: [], record: null });

/**
 * One step of an alarm's life: raised, acknowledged, rectified, closed (EF-5.3, CP-4.2). That the value has recovered and that
 * the alarm was dealt with are two facts; neither is taken for the other.
 */
export const stepAlarmLife = (life: AlarmLife, act: AlarmAct, scene: AlarmScene): AlarmStep => {
  const { at, by, via } = scene;
  const entry: Tell = (kind, text, more = {}) => ({ kind, at, by, via, text, files: [], ...more });
  const done: Done = (next, told, record = null) => {
    const files = [...new Set([...life.files, ...told.files])];
    return files.length > FILES_MAX
      ? refuse("invalid", `An alarm has at most ${FILES_MAX} files.`, `每条告警最多 ${FILES_MAX} 个文件。`)
      : { ok: true, life: { ...life, ...next, files, acts: life.acts + 1 }, entries: [told], record };
  };
  switch (act.kind) {
    case "acknowledge":
      // Who comes second has not failed: the answer says who has it.
      if (life.stage !== "unacknowledged") return unchanged(life);
      return done(
        {
          stage: life.rectification === null ? "acknowledged" : "rectified",
          acknowledged: { at, by, via: act.via },
        },
        entry("acknowledged", act.note, { via: act.via }),
      );
    case "takeBack":
      if (life.stage !== "acknowledged")
        return refuse(
          "wrong-state",
          `Only an acknowledgement without rectification is taken back; the alarm is ${life.stage}.`,
          `只能撤回已确认且未整改的告警,当前阶段为 ${life.stage}。`,
        );
      return done({ stage: "unacknowledged", acknowledged: null, rootId: null }, entry("takenBack", act.reason));
    case "assign":
      if (life.stage === "closed") return refuseClosed();
      return done({ assigned: { at, to: act.to } }, entry("assigned", act.note, { assigneeId: act.to.id ?? "" }));
    case "advise":
      return advise(life, act, at, by, done, entry);
    case "rectify":
      return rectify(life, act, scene, done, entry);
    case "close":
      return close(life, act, scene, done, entry);
    case "reopen":
      return reopen(life, act, scene, done, entry);
    case "shelve":
      if (life.stage === "closed") return refuseClosed();
      return done(
        { shelf: { until: at + act.minutes * MINUTE_MS, reason: act.reason } },
        entry("shelved", act.reason, { until: at + act.minutes * MINUTE_MS }),
      );
    case "unshelve":
      if (life.shelf === null) return refuse("wrong-state", "The alarm is not shelved.", "告警未被搁置。");
      return done({ shelf: null }, entry("unshelved", act.reason));
    case "confirmRecovery":
      if (!scene.isRaised) return refuse("wrong-state", "The alarm is cleared already.", "告警已消除。");
      if (!scene.isRecovered && scene.isOver === true)
        return refuse(
          "wrong-state",
          "The newest reading is still over the set point.",
          "最新测量值仍超过设定值,不能确认恢复。",
        );
      return done({}, entry("recovered", act.note), "clear");
    case "comment":
      return done({ comments: life.comments + 1 }, entry("commented", act.text, { files: act.files }));
    case "addEvidence":
      if (life.files.includes(act.fileId)) return unchanged(life);
      return done({}, entry("evidenceAdded", act.text, { files: [act.fileId] }));
    case "group":
      return group(life, act, done, entry);
    case "tick":
      return tick(life, scene, entry);
    case "setBack":
      return setBack(life, act, scene, entry);
  }
};

/** What is closed is no more in anybody's way, and stays where it is. */
const group = (life: AlarmLife, { rootId }: ActOf<"group">, done: Done, entry: Tell): AlarmStep => {
  if (life.stage === "closed" || (life.rootId ?? null) === rootId) return unchanged(life);
  if (rootId === null) return done({ rootId }, entry("ungrouped", "单独显示 It stands by itself"));
  return done({ rootId }, entry("grouped", `归并到告警 Grouped under ${rootId}`));
};

/** A shelf that ends brings an alarm that still stands back as new; a due time that is over is said once. */
const tick = (life: AlarmLife, { at, isRaised }: AlarmScene, entry: Tell): AlarmStep => {
  let next = life;
  const entries: AlarmEntry[] = [];
  if (life.shelf !== null && life.shelf.until <= at) {
    next = { ...next, shelf: null };
    if (isRaised && life.stage !== "closed")
      next = { ...next, stage: "unacknowledged", acknowledged: null, rootId: null };
    entries.push(entry("unshelved", "到期自动取消搁置 The time is over"));
  }
  const overdue = overdueFrom(next);
  if (overdue !== null && overdue <= at && next.escalatedAt === null) {
    next = { ...next, escalatedAt: at };
    entries.push(entry("escalated", "逾期未整改 Overdue"));
  }
  return { ok: true, life: { ...next, acts: next.acts + entries.length }, entries, record: null };
};
