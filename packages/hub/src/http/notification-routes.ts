import { isRecordId } from "@dianan/model";
import type { NotifyChannel, NotifyPolicy } from "../core/notify-policy.ts";
import { offsetTime } from "../core/offset-time.ts";
import type { NoticeReceipt, NoticeRow } from "../ports/notice-store.ts";
import type { ByHandDraft, NotifyFault, PlannedNotice, PolicyView } from "../ports/notifications.ts";
import { noAlarm, seesAlarm } from "./alarm-acts.ts";
import { type Ask, type HttpDeps, json, type Route } from "./http-deps.ts";
import { pageAnswer, readPageAsk } from "./page-ask.ts";
import { addressForbidden, invalid, type Problem, problem, readAgain } from "./problem.ts";
import { parseTime } from "./query.ts";
import { callerOf } from "./setting-routes.ts";
import { forWhole } from "./sharing-routes.ts";
import { withBody } from "./sign-in-routes.ts";
import { ifMatchOf } from "./user-routes.ts";

const POLICY = "/api/v1/notification-policy";
const TRIALS = "/api/v1/notification-policy-trials";
const NOTIFY = "/api/v1/alarms/{id}/notify";

export const notifyProblem = (fault: NotifyFault): Problem => {
  switch (fault.fault) {
    case "absent":
      return problem("not-found", "There is no such contact or channel. 没有此通知联系人或渠道。");
    case "conflict":
      return readAgain();
    case "full":
      return problem("out-of-range", "No more of these can be kept. 数量已达上限。");
    case "forbidden":
      return addressForbidden();
    case "in-use":
      return problem("wrong-state", "The policy names it, or the alarm is closed. 策略仍在引用,或告警已关闭。");
    case "soon":
      return problem("wrong-state", "A code went there less than a minute ago. 一分钟内已发送过验证码。");
    case "invalid":
      return invalid(fault.path, fault.words.en, fault.words.zh);
  }
};

/** A policy with what was read of it. */
type SentPolicy = NotifyPolicy & { gaps?: unknown; version?: unknown; unverified?: unknown };
type Trial = {
  readonly policy?: SentPolicy;
  readonly sample?: { readonly class: string; readonly type: string; readonly unitId: string; readonly at?: string };
  readonly from?: string;
  readonly to?: string;
};

/** What was read and is put back is no part of a policy. */
const ownPolicy = ({ gaps: _, version: __, unverified: ___, ...policy }: SentPolicy): NotifyPolicy => policy;

/** Position of a page: time and id of its last row. */
const readPosition = (
  text: string | null,
): NonNullable<Parameters<HttpDeps["notifications"]["page"]>[1]["before"]> | null | undefined => {
  if (text === null) return null;
  const found = /^([0-9]{1,15}) ([0-9a-f]{1,64})$/.exec(text);
  return found === null ? undefined : { at: Number(found[1]) as never, id: found[2] ?? "" };
};

/** Reaching people (通知), EF-4.2: who is told, what became of it, and what would happen. */
export const notificationRoutes = (deps: HttpDeps): readonly Route[] => {
  const { notifications } = deps;
  const time = (at: number | null): string | null => (at === null ? null : offsetTime(at, deps.utcOffsetMinutes));
  const actor = ({ kind, id, name }: NoticeRow["recipient"]) => ({ kind, id, name });
  const receiptView = ({ at, state, code, key }: NoticeReceipt) => ({ at: time(at), state, code, key });
  const view = async (row: NoticeRow) => ({
    ...{
      id: row.id,
      alarmId: row.alarmId,
      channel: row.channel,
      channelId: row.courierId,
      recipient: actor(row.recipient),
    },
    ...{
      target: row.target,
      step: row.step + 1,
      state: row.state === "accepted" ? "sent" : row.state,
      attempts: row.tries,
    },
    ...{
      count: row.count,
      note: row.note,
      at: time(row.at),
      sentAt: time(row.sentAt),
      endedAt: time(row.endedAt),
      error: row.error,
    },
    receipts: (await notifications.receipts(row.tenant, row.id)).map(receiptView),
  });
  const policyAnswer = ({ gaps, version, ...policy }: PolicyView): Response => {
    const shown = gaps.map(({ scheduleId, from, until }) => ({ scheduleId, from: time(from), until: time(until) }));
    // None was ever set: its version is 0, and a change names that.
    const whole = { ...policy, gaps: shown, ...(version === 0 ? {} : { version }) };
    return json(whole, 200, { ETag: `"${version}"` });
  };
  const plannedView = ({ courierId, recipient, at, ...rest }: PlannedNotice) => ({
    ...rest,
    ...{ channelId: courierId, recipient: actor(recipient as NoticeRow["recipient"]), at: time(at) },
  });

  const list = async ({ url, view: seen }: Ask): Promise<Response | Problem> => {
    const asked = readPageAsk(url, "notifications", [], ["alarmId", "unitId", "channel"]);
    if (!asked.ok) return asked.error;
    const { after, from, to, limit } = asked.value;
    const before = readPosition(after);
    if (before === undefined) return invalid("/query/cursor", "It is no cursor of this list.", "不是此列表的游标。");
    const filter = (name: string): string | null => url.searchParams.get(name);
    const [alarmId, unitId, channel] = [filter("alarmId"), filter("unitId"), filter("channel")];
    for (const [name, id] of Object.entries({ alarmId, unitId }))
      if (id !== null && !isRecordId(id)) return invalid(`/query/${name}`, "It is no id.", "不是有效的 id。");
    if (channel !== null && !["voice", "sms", "app", "mail", "chat", "webhook"].includes(channel))
      return invalid(
        "/query/channel",
        "voice, sms, app, mail, chat or webhook.",
        "应为 voice、sms、app、mail、chat 或 webhook。",
      );
    const rows = await notifications.page(seen.tenant, {
      alarmId,
      unitId,
      channel,
      from,
      to,
      before,
      limit: limit + 1,
    });
    const page = rows.slice(0, limit);
    const shown: NoticeRow[] = [];
    // A page may be shorter than asked: what is foreign is as if it did not exist (SEC-AZ-02).
    for (const row of page) if (seen.isWhole || (await seen.record("alarm", row.alarmId)) !== null) shown.push(row);
    const last = page.at(-1);
    const next = rows.length > page.length && last !== undefined ? `${last.at} ${last.id}` : null;
    return pageAnswer(url, "notifications", await Promise.all(shown.map(view)), next);
  };

  const byHand = withBody<{
    channel: NotifyChannel;
    recipient: ByHandDraft["recipient"];
    contactId?: string;
    note?: string;
  }>("POST", NOTIFY, async ({ channel, recipient, contactId = null, note = null }, ask) => {
    if ((recipient === "contact") !== (contactId !== null))
      return invalid(
        "/contactId",
        "It says which contact, and only then.",
        "仅当 recipient 为 contact 时须给出 contactId。",
      );
    const draft = { channel, recipient, contactId, note };
    const made = await notifications.byHand(callerOf(ask), ask.id, draft, ask.circumstance);
    if ("fault" in made) return made.fault === "absent" ? noAlarm() : notifyProblem(made);
    return json(await view(made), 202, { Location: `/api/v1/notifications?alarmId=${encodeURIComponent(ask.id)}` });
  });

  return [
    { method: "GET", path: "/api/v1/notifications", handle: list },
    { method: "GET", path: POLICY, handle: async (ask) => policyAnswer(await notifications.policy(ask.view.tenant)) },
    {
      method: "PUT",
      path: POLICY,
      handle: forWhole(
        withBody<NotifyPolicy>("PUT", POLICY, async (policy, ask) => {
          const version = ifMatchOf(ask);
          if (typeof version !== "number") return version;
          if (policy.fallbackContactIds.length === 0)
            return invalid(
              "/fallbackContactIds",
              "Name at least one: nobody may be left untold.",
              "至少指定一名兜底联系人。",
            );
          const outcome = await notifications.putPolicy(callerOf(ask), version, ownPolicy(policy), ask.circumstance);
          return "fault" in outcome ? notifyProblem(outcome) : policyAnswer(outcome);
        }),
      ),
    },
    {
      method: "POST",
      path: TRIALS,
      handle: forWhole(
        withBody<Trial>("POST", TRIALS, async ({ policy, sample, from, to }, { view: seen, circumstance }) => {
          const times: Record<string, number | null> = {};
          for (const [path, text] of [
            ["/from", from],
            ["/to", to],
            ["/sample/at", sample?.at],
          ] as const) {
            const at = text === undefined ? null : parseTime(text);
            if (text !== undefined && at === null) return invalid(path, "It is no time.", "不是有效时间。");
            times[path] = at;
          }
          const ask = {
            policy: policy === undefined ? null : ownPolicy(policy),
            sample: sample === undefined ? null : { ...sample, at: times["/sample/at"] ?? circumstance.now },
            ...{ from: times["/from"] ?? null, to: times["/to"] ?? null },
          } as Parameters<typeof notifications.trial>[1];
          const outcome = await notifications.trial(seen.tenant, ask, circumstance.now);
          return "fault" in outcome
            ? notifyProblem(outcome)
            : json({ ...outcome, notices: outcome.notices.map(plannedView) });
        }),
      ),
    },
    { method: "POST", path: NOTIFY, handle: async (ask) => ((await seesAlarm(ask, ask.id)) ? byHand(ask) : noAlarm()) },
  ];
};
