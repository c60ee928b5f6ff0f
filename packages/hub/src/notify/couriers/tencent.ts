import type { SendOutcome } from "../../core/notify-attempt.ts";
import type { CallCap } from "../../core/notify-budget.ts";
import { spelled, templateFor, templateValues, type VariableRule } from "../../core/notify-text.ts";
import type { Courier, CourierReceipt, CourierReply, CourierSettings, Notice } from "../../ports/notify-courier.ts";
import type { Outbound } from "../../ports/outbound.ts";
import { courierCall, jsonOf, listOf, objectOf, statusOutcome, textOf } from "./courier-call.ts";
import { signTencent } from "./sign-cloud.ts";

const DAY_MS = 86_400_000;
export const tencentSmsCaps: readonly CallCap[] = [
  { max: 1, windowMs: 30_000 },
  { max: 10, windowMs: DAY_MS },
];
export const tencentVoiceCaps: readonly CallCap[] = [
  { max: 1, windowMs: 30_000 },
  { max: 2, windowMs: 600_000 },
  { max: 5, windowMs: DAY_MS },
  { max: 1, windowMs: 36_000_000, hours: "22:00-08:00" },
];
/** The console asks for so few characters in a variable of a company's template; the rest is cut. */
const variable: VariableRule = { max: 20, forbidden: "【】" };

/** What a code of Tencent Cloud asks for. Sub-codes of LimitExceeded are unconfirmed: none is sent again on this channel. */
export const tencentOutcome = (code: string): SendOutcome => {
  if (/^(AuthFailure|UnauthorizedOperation)|InsufficientBalance|AppIdFreezed/.test(code))
    return { kind: "refused", code, retry: "account" };
  if (
    /(TemplateParam|TemplateParameter|TemplateIncorrect|TemplateIdNotExist|SignatureIncorrect|ContentLengthLimit|SignParam)/.test(
      code,
    )
  )
    return { kind: "refused", code, retry: "template" };
  return {
    kind: "refused",
    code,
    retry: /^(InternalError|RequestLimitExceeded|ResourceUnavailable)/.test(code) ? "later" : "never",
  };
};

const international = (phone: string): string => {
  const digits = phone.replace(/[^0-9+]/g, "");
  if (digits.startsWith("+")) return digits;
  return digits.length === 11 && digits.startsWith("1") ? `+86${digits}` : `+${digits.replace(/^00/, "")}`;
};

/** Tencent Cloud's SMS (`SendSms` 2021-01-11) or call (`SendTtsVoice` 2020-09-02). */
export const createTencent = (settings: CourierSettings, outbound: Outbound, isVoice: boolean): Courier => {
  const { options, secrets, templates, fallbackTemplate } = settings;
  const service = isVoice ? "vms" : "sms";
  const base = new URL(options.endpoint ?? `https://${service}.tencentcloudapi.com/`);

  const send = async (notice: Notice, stop: AbortSignal): Promise<SendOutcome> => {
    const template = notice.isFallback ? fallbackTemplate : (templateFor(templates, notice.alarm) ?? fallbackTemplate);
    if (template === null) return { kind: "refused", code: "no-template", retry: "never" };
    const values = templateValues(template, notice.facts, variable).map(([, value]) =>
      isVoice ? spelled(value) : value,
    );
    const number = international(notice.address.phone ?? "");
    const shared = { TemplateId: template.id, TemplateParamSet: values, SessionContext: notice.attemptId };
    const body = JSON.stringify(
      isVoice
        ? {
            ...shared,
            CalledNumber: number,
            VoiceSdkAppid: options.appId ?? "",
            PlayTimes: Number(options.playTimes ?? "2"),
          }
        : { ...shared, PhoneNumberSet: [number], SmsSdkAppId: options.appId ?? "", SignName: options.signName ?? "" },
    );
    const action = isVoice ? "SendTtsVoice" : "SendSms";
    const timestamp = Math.floor(notice.at / 1_000);
    const keys = { secretId: secrets.secretId ?? "", secretKey: secrets.secretKey ?? "" };
    const headers = {
      "content-type": "application/json; charset=utf-8",
      authorization: signTencent({ host: base.host, service, body, timestamp }, keys),
      ...{ host: base.host, "x-tc-action": action, "x-tc-timestamp": String(timestamp) },
      ...{ "x-tc-version": isVoice ? "2020-09-02" : "2021-01-11", "x-tc-region": options.region ?? "ap-guangzhou" },
    };
    const answer = await courierCall(outbound, { url: `${base.origin}/`, headers, body, stop });
    if (!answer.ok) return answer.outcome;
    const response = objectOf(answer.json, "Response");
    const error = textOf(objectOf(response, "Error"), "Code");
    if (error !== "") return tencentOutcome(error);
    const [status] = isVoice ? [objectOf(response, "SendStatus")] : listOf(response.SendStatusSet);
    const id = textOf(status ?? {}, isVoice ? "CallId" : "SerialNo");
    const code = textOf(status ?? {}, "Code");
    if (code === "Ok" || (isVoice && id !== "")) return { kind: "accepted", providerId: id };
    if (code !== "") return tencentOutcome(code);
    return statusOutcome(answer.status, answer.afterMs) ?? { kind: "unknown", code: "answer" };
  };

  return {
    ...{ kind: settings.kind, channel: isVoice ? "voice" : "sms", isIdempotent: false, send },
    caps: settings.caps ?? (isVoice ? tencentVoiceCaps : tencentSmsCaps),
    reaches: ({ phone = "" }) => (isVoice ? /^\+861[0-9]{10}$/ : /^\+[0-9]{6,15}$/).test(international(phone)),
    receive: ({ text }) => {
      const value = jsonOf(text);
      const reply = isVoice ? null : smsReply(value);
      const receipts =
        reply !== null
          ? []
          : isVoice
            ? callReceipts(value)
            : Array.isArray(value)
              ? listOf(value).map(smsReceipt)
              : null;
      return receipts === null
        ? null
        : {
            receipts,
            ...(reply === null ? {} : { replies: [reply] }),
            answer: { type: "application/json", body: '{"result":0,"errmsg":"OK"}' },
          };
    },
  };
};

/** A reply (短信回复): one object with a number and a text; its form is unconfirmed. */
const smsReply = (value: unknown): CourierReply | null => {
  const [row] = Array.isArray(value) ? [] : listOf([value]);
  if (row === undefined || typeof row.text !== "string" || textOf(row, "mobile") === "") return null;
  return { phone: textOf(row, "mobile"), text: row.text };
};
const smsReceipt = (row: { readonly [member: string]: unknown }): CourierReceipt => ({
  ...{ attemptId: null, providerId: textOf(row, "sid") || null, key: null, by: null },
  state: textOf(row, "report_status") === "SUCCESS" ? "delivered" : "failed",
  code: textOf(row, "errmsg"),
});

const callReceipts = (value: unknown): readonly CourierReceipt[] | null => {
  const [push] = listOf([value]);
  if (push === undefined) return null;
  const pressed = objectOf(push, "voicekey_callback");
  const heard = objectOf(push, "voiceprompt_callback");
  const id = textOf(pressed, "callid") || textOf(heard, "callid");
  if (id === "") return null;
  const key = textOf(pressed, "keypress");
  const result = textOf(heard, "result");
  const state = key !== "" || result === "0" ? "answered" : "failed";
  return [{ attemptId: null, providerId: id, state, code: result, key: key === "" ? null : key, by: null }];
};
