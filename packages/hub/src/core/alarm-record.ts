import { type Actor, hubActor } from "./actor.ts";
import { type AlarmEntry, type AlarmEntryKind, isToldRepeat } from "./alarm-entry.ts";
import { type AlarmLife, alarmFacts, needsPeople, newLife } from "./alarm-life-state.ts";
import { isChattering, withReturn } from "./chatter.ts";
import { RULE_CODE } from "./rule.ts";

type Body = { readonly [member: string]: unknown };

/** A change of an alarm's record, whoever made it. */
export type AlarmRecordChange = {
  /** Null: it is new. */ readonly before: Body | null;
  readonly after: Body;
  /** Null when it is new. */ readonly life: AlarmLife | null;
  readonly at: number;
  /** Null: the hub, with what a device said or with what it worked out itself. */ readonly by: Actor | null;
  /** The platform whose alarms are dealt with here. */ readonly platformCode: string;
  /** Of a new one: the alarm under which it is raised; absent: none. */ readonly rootId?: string | null;
  /** Gives what `dueMs` says; asked only where a due time begins. */ readonly due: () => number | null;
};

const count = (body: Body | null, member: string): number => {
  const value = body?.[member];
  return typeof value === "number" ? value : 0;
};

/**
 * What a change of an alarm's record means for its life and is told in its history: repeats and recoveries that devices report,
 * and its end. An end by itself closes only what is no work for people (离线, 事件), and what another platform deals with.
 */
export const lifeAfterRecord = (
  change: AlarmRecordChange,
): { readonly life: AlarmLife; readonly entries: readonly AlarmEntry[] } => {
  const { before, after, at } = change;
  const facts = alarmFacts(after);
  const by = change.by ?? sourceOf(after, facts.class);
  const entries: AlarmEntry[] = [];
  const tell = (kind: AlarmEntryKind, text: string | null = null, who = by, more: Partial<AlarmEntry> = {}): void =>
    void entries.push({ kind, at, by: who, via: viaOf(who), text, files: [], ...more });

  const isForeign = change.by?.kind === "machine" && after.platformCode !== change.platformCode;
  let life = change.life ?? newLife(at, change.due(), isForeign ? change.by : null, change.rootId);
  if (before === null) tell("raised", typeof after.description === "string" ? after.description.slice(0, 2_000) : null);
  const repeats = count(after, "repeats");
  if (before !== null && repeats > count(before, "repeats")) {
    const wasChattering = isChattering(life.chatter, at);
    if (alarmFacts(before).isRecovered && life.stage !== "closed")
      life = { ...life, chatter: withReturn(life.chatter, at) };
    const chatters = isChattering(life.chatter, at);
    const isBack = hasComeBack(life, before, after, chatters);
    if (isBack) life = asNew(life, at, change.due);
    const again = isBack ? ",恢复或整改后再次发生 after it was gone or rectified" : "";
    const begins = chatters && !wasChattering ? ",反复抖动 it chatters" : "";
    if (isBack || begins !== "" || isToldRepeat(repeats))
      tell("repeated", `第 ${repeats} 次重复 Repeat ${repeats}${again}${begins}`);
  }
  if (facts.isRecovered && after.recoveredAt !== before?.recoveredAt) tell("recovered");
  const wasRaised = before === null || alarmFacts(before).isRaised;
  if (wasRaised && !facts.isRaised) {
    tell("cleared");
    const isOwn = life.sender === null;
    if (life.stage !== "closed" && (!isOwn || !needsPeople(facts.class))) {
      const closer = isOwn ? hubActor : by;
      const text = "随消除自动关闭 Closed with its end";
      life = {
        ...life,
        stage: "closed",
        shelf: null,
        closure: { at, by: closer, reason: "resolved", text, hasCleared: false },
      };
      tell("closed", text, closer, { reason: "resolved" });
    }
  } else if (!wasRaised && facts.isRaised && life.stage === "closed") {
    life = { ...newLife(at, change.due(), life.sender), comments: life.comments, acts: life.acts, files: life.files };
    tell("raised", "再次发生 It stands again");
  }
  return { life, entries };
};

/**
 * Whether a repeat is a new danger and not more of the one that somebody has in hand: the device had reported it gone, or it was
 * rectified. Nobody would look at it otherwise, because the alarm is still the same one. One that chatters (反复抖动) stays with who
 * has acknowledged it: else it would call people each minute. Not after it was rectified: then it is not as somebody said.
 */
const hasComeBack = ({ stage, rectification }: AlarmLife, before: Body, after: Body, chatters: boolean): boolean => {
  if (stage !== "acknowledged" && stage !== "rectified") return false;
  const lastAt = Date.parse(String(after.lastOccurredAt));
  return (
    (alarmFacts(before).isRecovered && (!chatters || rectification !== null)) ||
    (rectification !== null && !(lastAt <= rectification.rectifiedAt))
  );
};

/** Nobody has it any more; what was rectified is due anew. */
const asNew = (life: AlarmLife, at: number, dueOf: () => number | null): AlarmLife => ({
  ...life,
  ...{ stage: "unacknowledged", acknowledged: null, rectification: null, acts: life.acts + 1, rootId: null },
  ...(life.rectification === null ? {} : { dueAt: dueAfter(at, dueOf()), escalatedAt: null }),
});

const dueAfter = (at: number, due: number | null): number | null => (due === null ? null : at + due);

/** Offline (离线) and what a rule found are worked out by the hub; all else that nobody sent over the API a device has said. */
const sourceOf = (body: Body, alarmClass: string): Actor =>
  alarmClass === "offline" || String(body.rawCode ?? "").startsWith(RULE_CODE) || typeof body.deviceId !== "string"
    ? hubActor
    : { kind: "device", id: body.deviceId, name: body.deviceId };

const viaOf = ({ kind }: Actor): AlarmEntry["via"] =>
  kind === "device" ? "device" : kind === "machine" ? "api" : null;
