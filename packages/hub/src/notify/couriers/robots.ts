import type { SendOutcome } from "../../core/notify-attempt.ts";
import type { CallCap } from "../../core/notify-budget.ts";
import { noticeText } from "../../core/notify-text.ts";
import type { Courier, CourierSettings, Notice } from "../../ports/notify-courier.ts";
import type { Outbound } from "../../ports/outbound.ts";
import { type CourierAnswer, courierCall, statusOutcome, textOf } from "./courier-call.ts";
import { signDingtalk, signFeishu } from "./sign-chat.ts";

const MINUTE_MS = 60_000;
/** One below what they take: a second of theirs is not one of ours. DingTalk is silent for ten minutes above it. */
const caps: { readonly [kind: string]: readonly CallCap[] } = {
  wecomRobot: [{ max: 19, windowMs: MINUTE_MS }],
  dingtalkRobot: [{ max: 19, windowMs: MINUTE_MS }],
  feishuRobot: [
    { max: 5, windowMs: 1_000 },
    { max: 99, windowMs: MINUTE_MS },
  ],
};

const laterCodes: readonly string[] = ["45009", "-1", "130101", "11232", "9499"];
const accountCodes: readonly string[] = ["93000", "300001", "310000", "19001", "19021", "19022", "19024"];

/** HTTP 200 with a code that is not 0 is a refusal. */
const outcomeOf = (answer: CourierAnswer, member: string, id: string): SendOutcome => {
  if (!answer.ok) return answer.outcome;
  const bad = statusOutcome(answer.status, answer.afterMs);
  if (bad !== null) return bad;
  const code = textOf(answer.json, member);
  if (code === "0") return { kind: "accepted", providerId: id };
  if (code === "") return { kind: "unknown", code: "answer" };
  return {
    kind: "refused",
    code,
    retry: accountCodes.includes(code) ? "account" : laterCodes.includes(code) ? "later" : "never",
  };
};

type Call = { readonly url: string; readonly body: object; readonly member: string };

const bodyText = ({ facts, language, link }: Notice): string =>
  [
    noticeText(facts, language),
    ...(link === null ? [] : [language === "zh" ? `确认:${link}` : `Acknowledge: ${link}`]),
  ].join("\n");

const calls: { readonly [kind: string]: (settings: CourierSettings, notice: Notice) => Call } = {
  wecomRobot: ({ options, secrets }, notice) => ({
    url: `${options.endpoint ?? "https://qyapi.weixin.qq.com"}/cgi-bin/webhook/send?key=${encodeURIComponent(secrets.key ?? "")}`,
    body: { msgtype: "text", text: { content: bodyText(notice) } },
    member: "errcode",
  }),
  dingtalkRobot: ({ options, secrets }, notice) => {
    const { accessToken = "", secret } = secrets;
    const sign =
      secret === undefined ? "" : `&timestamp=${notice.at}&sign=${encodeURIComponent(signDingtalk(notice.at, secret))}`;
    return {
      url: `${options.endpoint ?? "https://oapi.dingtalk.com"}/robot/send?access_token=${encodeURIComponent(accessToken)}${sign}`,
      body: { msgtype: "text", text: { content: bodyText(notice) } },
      member: "errcode",
    };
  },
  feishuRobot: ({ options, secrets }, notice) => {
    const { hook = "", secret } = secrets;
    const seconds = Math.floor(notice.at / 1_000);
    const sign = secret === undefined ? {} : { timestamp: String(seconds), sign: signFeishu(seconds, secret) };
    return {
      url: `${options.endpoint ?? "https://open.feishu.cn"}/open-apis/bot/v2/hook/${encodeURIComponent(hook)}`,
      body: { ...sign, msg_type: "text", content: { text: bodyText(notice) } },
      member: "code",
    };
  },
};

/** Robots of WeCom, DingTalk and Feishu (群机器人): they tell a group, and nobody in it counts as told. */
export const createRobot = (settings: CourierSettings, outbound: Outbound): Courier => ({
  ...{ kind: settings.kind, channel: "chat", isIdempotent: false, reaches: () => true },
  caps: settings.caps ?? caps[settings.kind] ?? [],
  send: async (notice, stop) => {
    const call = calls[settings.kind]?.(settings, notice);
    if (call === undefined) throw new TypeError(`${settings.kind} is no robot`);
    const headers = { "content-type": "application/json; charset=utf-8" };
    const answer = await courierCall(outbound, { url: call.url, headers, body: JSON.stringify(call.body), stop });
    return outcomeOf(answer, call.member, notice.attemptId);
  },
});
