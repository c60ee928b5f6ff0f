import { randomUUID } from "node:crypto";
import type { SendOutcome } from "../../core/notify-attempt.ts";
import type { CallCap } from "../../core/notify-budget.ts";
import { aliyunVariable, spelled, templateFor, templateValues } from "../../core/notify-text.ts";
import type { Courier, CourierReceipt, CourierSettings, Notice, RawReceipt } from "../../ports/notify-courier.ts";
import type { Outbound } from "../../ports/outbound.ts";
import { type CourierAnswer, courierCall, jsonOf, listOf, objectOf, statusOutcome, textOf } from "./courier-call.ts";
import { signAliyun } from "./sign-cloud.ts";

const DAY_MS = 86_400_000;
/** Per number and template, by default (阿里云短信通知类流控). */
export const aliyunSmsCaps: readonly CallCap[] = [{ max: 50, windowMs: DAY_MS }];
/** Per called number (阿里云语音被叫流控); failed calls count. */
export const aliyunVoiceCaps: readonly CallCap[] = [
  { max: 1, windowMs: 60_000 },
  { max: 5, windowMs: 3_600_000 },
  { max: 20, windowMs: DAY_MS },
];

const accountCodes =
  /^(isv\.(OUT_OF_SERVICE|PRODUCT_UN_?SUBSCRIPT|DAY_LIMIT_CONTROL|MONTH_LIMIT_CONTROL|AMOUNT_NOT_ENOUGH)|isp\.RAM_PERMISSION_DENY|InvalidAccessKeyId.*|SignatureDoesNotMatch|Forbidden.*)$/;
const templateCodes =
  /^isv\.(SMS_SIGN_ILLEGAL|SMS_CONTENT_ILLEGAL|SMS_TEMPLATE_ILLEGAL|TEMPLATE_MISSING_PARAMETERS|TEMPLATE_PARAMS_ILLEGAL|INVALID_JSON_PARAM|INVALID_PARAMETERS|TTS_TEMPLATE_ILLEGAL|PARAM_LENGTH_LIMIT|PARAM_NOT_SUPPORT_URL|BLACK_KEY_CONTROL_LIMIT)$/;
const laterCodes = /^(isp\.SYSTEM_ERROR|Throttling.*|ServiceUnavailable|InternalError|SystemBusy)$/;

/** What a code of Aliyun asks for (错误码). */
export const aliyunOutcome = (code: string): SendOutcome => {
  if (accountCodes.test(code)) return { kind: "refused", code, retry: "account" };
  if (templateCodes.test(code)) return { kind: "refused", code, retry: "template" };
  return { kind: "refused", code, retry: laterCodes.test(code) ? "later" : "never" };
};

const outcomeOf = (answer: CourierAnswer, idMember: string): SendOutcome => {
  if (!answer.ok) return answer.outcome;
  const code = textOf(answer.json, "Code");
  if (code === "OK") return { kind: "accepted", providerId: textOf(answer.json, idMember) };
  if (code !== "") return aliyunOutcome(code);
  return statusOutcome(answer.status, answer.afterMs) ?? { kind: "unknown", code: "answer" };
};

const digits = (phone: string): string => phone.replace(/[^0-9]/g, "").replace(/^86(?=1[0-9]{10}$)/, "");

/** Our id as it comes back: voice takes 15 bytes. */
const voiceId = (attemptId: string): string => attemptId.slice(0, 15);

/** Aliyun's SMS (`SendSms`, Dysmsapi 2017-05-25) or call (`SingleCallByTts`, Dyvmsapi 2017-05-25). */
export const createAliyun = (settings: CourierSettings, outbound: Outbound, isVoice: boolean): Courier => {
  const { options, secrets, templates, fallbackTemplate } = settings;
  const base = new URL(
    options.endpoint ?? (isVoice ? "https://dyvmsapi.aliyuncs.com/" : "https://dysmsapi.aliyuncs.com/"),
  );
  const keys = { accessKeyId: secrets.accessKeyId ?? "", accessKeySecret: secrets.accessKeySecret ?? "" };

  const call = (action: string, parameters: { readonly [name: string]: string }, at: number, stop?: AbortSignal) => {
    const date = `${new Date(at).toISOString().slice(0, 19)}Z`;
    const ask = { host: base.host, action, version: "2017-05-25", parameters, date, nonce: randomUUID() };
    const { query, headers } = signAliyun(ask, keys);
    return courierCall(outbound, {
      url: `${base.origin}/?${query}`,
      headers,
      body: "",
      ...(stop === undefined ? {} : { stop }),
    });
  };

  const send = async (notice: Notice, stop: AbortSignal): Promise<SendOutcome> => {
    const template = notice.isFallback ? fallbackTemplate : (templateFor(templates, notice.alarm) ?? fallbackTemplate);
    if (template === null) return { kind: "refused", code: "no-template", retry: "never" };
    const values = templateValues(template, notice.facts, aliyunVariable);
    const param = JSON.stringify(
      Object.fromEntries(values.map(([name, value]) => [name, isVoice ? spelled(value) : value])),
    );
    const number = digits(notice.address.phone ?? "");
    const parameters: { readonly [name: string]: string } = isVoice
      ? {
          ...{ CalledNumber: number, TtsCode: template.id, TtsParam: param, PlayTimes: options.playTimes ?? "2" },
          ...{ OutId: voiceId(notice.attemptId) },
          ...(options.showNumber === undefined ? {} : { CalledShowNumber: options.showNumber }),
        }
      : {
          ...{ PhoneNumbers: number, SignName: options.signName ?? "", TemplateCode: template.id },
          ...{ TemplateParam: param, OutId: notice.attemptId },
        };
    const answer = await call(isVoice ? "SingleCallByTts" : "SendSms", parameters, notice.at, stop);
    return outcomeOf(answer, isVoice ? "CallId" : "BizId");
  };

  /** `QuerySendDetails` of the day, by our id. */
  const query: Courier["query"] = async ({ attemptId, address, at }) => {
    const day = new Date(at + 8 * 3_600_000).toISOString().slice(0, 10).replaceAll("-", "");
    const parameters = { PhoneNumber: digits(address.phone ?? ""), SendDate: day, PageSize: "50", CurrentPage: "1" };
    const answer = await call("QuerySendDetails", parameters, Date.now());
    if (!answer.ok) return null;
    const rows = listOf(objectOf(answer.json, "SmsSendDetailDTOs").SmsSendDetailDTO);
    const row = rows.find((one) => textOf(one, "OutId") === attemptId);
    if (row === undefined) return null;
    const state = { "3": "delivered", "2": "failed" }[textOf(row, "SendStatus")] as "delivered" | "failed" | undefined;
    return {
      ...{ attemptId, providerId: null, state: state ?? "delivered", code: textOf(row, "ErrCode") },
      key: null,
      by: null,
    };
  };

  return {
    ...{ kind: settings.kind, channel: isVoice ? "voice" : "sms", isIdempotent: false, send },
    caps: settings.caps ?? (isVoice ? aliyunVoiceCaps : aliyunSmsCaps),
    // A number abroad may look like one of the mainland without its plus.
    reaches: ({ phone = "" }) => /^1[0-9]{10}$/.test(digits(phone)) && !/^\+(?!86)/.test(phone.trim()),
    ...(isVoice ? {} : { query }),
    receive: (raw) => received(raw, isVoice),
  };
};

const callStates: { readonly [code: string]: CourierReceipt["state"] } = { "200000": "heard", "200001": "answered" };

/** SmsReport and VoiceReport: an array; unsigned, so that the door's secret path and our own id are what is known of them. */
const received = ({ text }: RawReceipt, isVoice: boolean): ReturnType<NonNullable<Courier["receive"]>> => {
  const rows = jsonOf(text);
  if (!Array.isArray(rows)) return null;
  // SmsUp (上行短信) comes by the same door: a reply has a text, a report has none.
  const isReply = (row: { readonly [member: string]: unknown }): boolean => !isVoice && typeof row.content === "string";
  const all = listOf(rows);
  const replies = all
    .filter(isReply)
    .map((row) => ({ phone: textOf(row, "phone_number"), text: textOf(row, "content") }));
  const reports = all.filter((row) => !isReply(row));
  const receipts = reports.map((row): CourierReceipt => {
    const code = textOf(row, isVoice ? "status_code" : "err_code");
    const key = textOf(row, "dtmf");
    const isDelivered = row.success === true || row.success === "true";
    return {
      attemptId: textOf(row, "out_id") || null,
      providerId: textOf(row, isVoice ? "call_id" : "biz_id") || null,
      state: isVoice ? (callStates[code] ?? "failed") : isDelivered ? "delivered" : "failed",
      ...{ code, key: key === "" ? null : key, by: null },
    };
  });
  return { receipts, replies, answer: { type: "application/json", body: '{"code":0,"msg":"接收成功"}' } };
};
