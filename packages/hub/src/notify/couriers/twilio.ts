import { timingSafeEqual } from "node:crypto";
import type { SendOutcome } from "../../core/notify-attempt.ts";
import { noticeText, noticeTitle, spelled } from "../../core/notify-text.ts";
import type { Courier, CourierReceipt, CourierSettings, Notice, RawReceipt } from "../../ports/notify-courier.ts";
import type { Outbound } from "../../ports/outbound.ts";
import { courierCall, statusOutcome, textOf } from "./courier-call.ts";
import { signTwilio } from "./sign-cloud.ts";

const escaped = (text: string): string => text.replace(/[<>&"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

const states: { readonly [status: string]: CourierReceipt["state"] } = {
  ...{ delivered: "delivered", undelivered: "failed", failed: "failed", canceled: "failed" },
  ...{ completed: "answered", "in-progress": "answered", busy: "failed", "no-answer": "failed" },
};

/** Twilio as the example of a provider abroad: free text, signed callbacks, and a key that acknowledges. */
export const createTwilio = (settings: CourierSettings, outbound: Outbound, isVoice: boolean): Courier => {
  const { options, secrets } = settings;
  const { accountSid = "", from = "", callback } = options;
  const authToken = secrets.authToken ?? "";
  const base = options.endpoint ?? "https://api.twilio.com";
  const basic = Buffer.from(`${accountSid}:${authToken}`).toString("base64");

  const spoken = ({ facts, language }: Notice): string => {
    const isChinese = language === "zh";
    const text = spelled(`${noticeTitle(facts, language)}. ${facts.code}.`);
    const ask = isChinese ? "收到请按一。" : "Press 1 to acknowledge.";
    const say = `<Say language="${isChinese ? "zh-CN" : "en-US"}">${escaped(text)} ${callback === undefined ? "" : ask}</Say>`;
    return callback === undefined
      ? `<Response>${say}</Response>`
      : `<Response><Gather numDigits="1" action="${escaped(callback)}" timeout="10">${say}</Gather></Response>`;
  };

  const send = async (notice: Notice, stop: AbortSignal): Promise<SendOutcome> => {
    const form = new URLSearchParams({ To: notice.address.phone ?? "", From: from });
    if (isVoice) form.set("Twiml", spoken(notice));
    else form.set("Body", noticeText(notice.facts, notice.language));
    if (callback !== undefined) form.set("StatusCallback", callback);
    const url = `${base}/2010-04-01/Accounts/${encodeURIComponent(accountSid)}/${isVoice ? "Calls" : "Messages"}.json`;
    const headers = { authorization: `Basic ${basic}`, "content-type": "application/x-www-form-urlencoded" };
    const answer = await courierCall(outbound, { url, headers, body: form.toString(), stop });
    if (!answer.ok) return answer.outcome;
    const sid = textOf(answer.json, "sid");
    const bad = statusOutcome(answer.status, answer.afterMs);
    const code = textOf(answer.json, "code");
    if (bad !== null) return bad.kind === "refused" && code !== "" ? { ...bad, code } : bad;
    return sid === "" ? { kind: "unknown", code: "answer" } : { kind: "accepted", providerId: sid };
  };

  const receive = ({ text, header }: RawReceipt): ReturnType<NonNullable<Courier["receive"]>> => {
    const form = new URLSearchParams(text);
    const [given, ours] = [header("x-twilio-signature") ?? "", signTwilio(callback ?? "", form, authToken)].map((one) =>
      Buffer.from(one),
    );
    if (given?.length !== ours?.length || !timingSafeEqual(given as Buffer, ours as Buffer)) return null;
    const status = form.get(isVoice ? "CallStatus" : "MessageStatus") ?? "";
    const key = form.get("Digits");
    const state = key === null ? states[status] : "answered";
    const providerId = form.get(isVoice ? "CallSid" : "MessageSid");
    const receipt = { attemptId: null, providerId, code: status, key, by: null } as const;
    return {
      receipts: state === undefined ? [] : [{ ...receipt, state }],
      answer: { type: "text/xml", body: "<Response/>" },
    };
  };

  return {
    ...{
      kind: settings.kind,
      channel: isVoice ? "voice" : "sms",
      isIdempotent: false,
      caps: settings.caps ?? [],
      send,
      receive,
    },
    reaches: ({ phone = "" }) => /^\+[0-9]{6,15}$/.test(phone),
  };
};
