import type { SendOutcome } from "../../core/notify-attempt.ts";
import type { CallCap } from "../../core/notify-budget.ts";
import { noticeTitle } from "../../core/notify-text.ts";
import type { Courier, CourierReceipt, CourierSettings, Notice, RawReceipt } from "../../ports/notify-courier.ts";
import type { Outbound } from "../../ports/outbound.ts";
import { type CourierAnswer, courierCall, statusOutcome, textOf } from "./courier-call.ts";
import { createWecomCrypto } from "./sign-chat.ts";

/** Per member; above it messages are dropped in silence, so they are never sent. */
const caps: readonly CallCap[] = [
  { max: 29, windowMs: 60_000 },
  { max: 990, windowMs: 3_600_000 },
];
/** A token is fetched anew so long before it ends. */
const EARLY_MS = 300_000;
const expired: readonly string[] = ["40014", "42001", "40001"];
const ACKNOWLEDGE = "acknowledge";

const member = (xml: string, name: string): string =>
  new RegExp(`<${name}>(?:<!\\[CDATA\\[)?([^<\\]]*)(?:\\]\\]>)?</${name}>`).exec(xml)?.[1] ?? "";

/** WeCom's app message as a card with a button (企业微信应用消息,按钮交互型模板卡片): one named person, one tap. */
export const createWecomApp = (settings: CourierSettings, outbound: Outbound): Courier => {
  const { options, secrets } = settings;
  const base = options.endpoint ?? "https://qyapi.weixin.qq.com";
  const { corpId = "", agentId = "0" } = options;
  const { token: callbackToken, aesKey } = secrets;
  const crypto =
    callbackToken === undefined || aesKey === undefined ? null : createWecomCrypto(callbackToken, aesKey, corpId);
  let token: { readonly value: string; readonly until: number } | null = null;
  let fetching: Promise<string | SendOutcome> | null = null;

  const fetchToken = async (): Promise<string | SendOutcome> => {
    const query = `corpid=${encodeURIComponent(corpId)}&corpsecret=${encodeURIComponent(secrets.secret ?? "")}`;
    const answer = await courierCall(outbound, { url: `${base}/cgi-bin/gettoken?${query}`, headers: {}, body: null });
    // Nothing was sent yet: asking for a token may be done again.
    if (!answer.ok) return { kind: "refused", code: "token", retry: "later" };
    const value = textOf(answer.json, "access_token");
    if (value === "") return { kind: "refused", code: textOf(answer.json, "errcode") || "token", retry: "account" };
    token = { value, until: Date.now() + Number(textOf(answer.json, "expires_in") || 7_200) * 1_000 - EARLY_MS };
    return value;
  };
  /** One for all that send at once. */
  const withToken = (): Promise<string | SendOutcome> => {
    if (token !== null && token.until > Date.now()) return Promise.resolve(token.value);
    fetching ??= fetchToken().finally(() => {
      fetching = null;
    });
    return fetching;
  };

  const call = async (path: string, body: object, stop?: AbortSignal): Promise<CourierAnswer> => {
    for (let attempt = 0; ; attempt += 1) {
      const value = await withToken();
      if (typeof value !== "string") return { ok: false, outcome: value };
      const url = `${base}/cgi-bin/message/${path}?access_token=${encodeURIComponent(value)}`;
      const headers = { "content-type": "application/json; charset=utf-8" };
      const answer = await courierCall(outbound, {
        url,
        headers,
        body: JSON.stringify(body),
        ...(stop === undefined ? {} : { stop }),
      });
      // A token that ended early is fetched once more, once.
      if (attempt > 0 || !answer.ok || !expired.includes(textOf(answer.json, "errcode"))) return answer;
      token = null;
    }
  };

  const card = ({ facts, language, attemptId }: Notice) => {
    const isChinese = language === "zh";
    const rows = [
      [isChinese ? "设备" : "Device", facts.device],
      [isChinese ? "数值" : "Value", facts.value],
      [isChinese ? "时间" : "Time", facts.time],
      [isChinese ? "编号" : "Code", facts.code],
    ];
    return {
      card_type: "button_interaction",
      main_title: { title: noticeTitle(facts, language), desc: facts.class },
      horizontal_content_list: rows.filter(([, value]) => value !== "").map(([keyname, value]) => ({ keyname, value })),
      task_id: attemptId,
      button_list: [{ text: isChinese ? "确认" : "Acknowledge", style: 1, key: ACKNOWLEDGE }],
    };
  };

  const send = async (notice: Notice, stop: AbortSignal): Promise<SendOutcome> => {
    const to = notice.address.wecomUserId ?? "";
    const message =
      crypto === null
        ? { msgtype: "text", text: { content: noticeTitle(notice.facts, notice.language) } }
        : { msgtype: "template_card", template_card: card(notice) };
    const shared = { touser: to, agentid: Number(agentId), enable_duplicate_check: 1, duplicate_check_interval: 1_800 };
    const answer = await call("send", { ...shared, ...message }, stop);
    if (!answer.ok) return answer.outcome;
    const bad = statusOutcome(answer.status, answer.afterMs);
    if (bad !== null) return bad;
    const code = textOf(answer.json, "errcode");
    if (code === "") return { kind: "unknown", code: "answer" };
    if (code === "0" && textOf(answer.json, "invaliduser") === "")
      return { kind: "accepted", providerId: textOf(answer.json, "msgid") };
    if (code === "0" || code === "81013") return { kind: "refused", code: "invaliduser", retry: "never" };
    return { kind: "refused", code, retry: ["45009", "-1"].includes(code) ? "later" : "account" };
  };

  const receive = (raw: RawReceipt): ReturnType<NonNullable<Courier["receive"]>> => {
    if (crypto === null) return null;
    const [signature, timestamp, nonce] = ["msg_signature", "timestamp", "nonce"].map(
      (name) => raw.query.get(name) ?? "",
    );
    const encrypted = raw.method === "GET" ? (raw.query.get("echostr") ?? "") : member(raw.text, "Encrypt");
    if (!crypto.isSigned(signature ?? "", timestamp ?? "", nonce ?? "", encrypted)) return null;
    const plain = crypto.open(encrypted);
    if (plain === null) return null;
    if (raw.method === "GET") return { receipts: [], answer: { type: "text/plain", body: plain } };
    const isPressed = member(plain, "Event") === "template_card_event" && member(plain, "EventKey") === ACKNOWLEDGE;
    const receipt: CourierReceipt = {
      ...{ attemptId: member(plain, "TaskId"), providerId: null, state: "answered", code: member(plain, "Event") },
      ...{ key: "1", by: member(plain, "FromUserName"), responseCode: member(plain, "ResponseCode") },
    };
    return { receipts: isPressed ? [receipt] : [], answer: { type: "text/plain", body: "" } };
  };

  return {
    ...{ kind: settings.kind, channel: "app", isIdempotent: true, caps: settings.caps ?? caps, send, receive },
    reaches: ({ wecomUserId = "" }) => wecomUserId !== "",
    settleCard: async (responseCode, text) => {
      const button = { replace_name: text };
      await call("update_template_card", { atall: 1, agentid: Number(agentId), response_code: responseCode, button });
    },
  };
};
