import type { NotifyChannel } from "../../core/notify-policy.ts";
import type { Courier, CourierKind, CourierSettings } from "../../ports/notify-courier.ts";
import type { HostDialling, Outbound } from "../../ports/outbound.ts";
import { createAliyun } from "./aliyun.ts";
import { createJpush, createWebPush } from "./app-push.ts";
import { createMail } from "./mail.ts";
import { createRobot } from "./robots.ts";
import { createTencent } from "./tencent.ts";
import { createTwilio } from "./twilio.ts";
import { createNoticeWebhook } from "./webhook.ts";
import { createWecomApp } from "./wecom-app.ts";

/** What a kind of courier takes. A name that ends in `?` may be left out. */
type KindForm = {
  readonly channel: NotifyChannel;
  readonly options: readonly string[];
  readonly secrets: readonly string[];
  /** It sends approved templates only. */ readonly hasTemplates: boolean;
};

const aliyunKeys = ["accessKeyId", "accessKeySecret"];
const tencentKeys = ["secretId", "secretKey"];
const form = (
  channel: NotifyChannel,
  options: readonly string[],
  secrets: readonly string[],
  hasTemplates = false,
): KindForm => ({
  ...{ channel, secrets, hasTemplates, options: [...options, "endpoint?"] },
});

/** All kinds, as data: what the API takes, and what docs/notifications.md lists. */
export const courierForms: { readonly [K in CourierKind]: KindForm } = {
  mail: form("mail", ["host", "port?", "from", "security?", "user?", "trust?"], ["password?"]),
  webhook: form("webhook", ["url"], ["secret"]),
  wecomRobot: form("chat", [], ["key"]),
  wecomApp: form("app", ["corpId", "agentId"], ["secret", "token?", "aesKey?"]),
  dingtalkRobot: form("chat", [], ["accessToken", "secret?"]),
  feishuRobot: form("chat", [], ["hook", "secret?"]),
  aliyunSms: form("sms", ["signName"], aliyunKeys, true),
  aliyunVoice: form("voice", ["showNumber?", "playTimes?"], aliyunKeys, true),
  tencentSms: form("sms", ["appId", "signName", "region?"], tencentKeys, true),
  tencentVoice: form("voice", ["appId", "region?", "playTimes?"], tencentKeys, true),
  jpush: form("app", ["production?"], ["appKey", "masterSecret"]),
  webPush: form("app", ["subject"], ["privateKey"]),
  twilioSms: form("sms", ["accountSid", "from", "callback?"], ["authToken"]),
  twilioVoice: form("voice", ["accountSid", "from", "callback?"], ["authToken"]),
};

/** A courier of its settings. @throws RangeError for a key that is none */
export const createCourier = (settings: CourierSettings, outbound: Outbound & HostDialling): Courier => {
  switch (settings.kind) {
    case "mail":
      return createMail(settings, outbound);
    case "webhook":
      return createNoticeWebhook(settings, outbound);
    case "wecomRobot":
    case "dingtalkRobot":
    case "feishuRobot":
      return createRobot(settings, outbound);
    case "wecomApp":
      return createWecomApp(settings, outbound);
    case "aliyunSms":
    case "aliyunVoice":
      return createAliyun(settings, outbound, settings.kind === "aliyunVoice");
    case "tencentSms":
    case "tencentVoice":
      return createTencent(settings, outbound, settings.kind === "tencentVoice");
    case "jpush":
      return createJpush(settings, outbound);
    case "webPush":
      return createWebPush(settings, outbound);
    case "twilioSms":
    case "twilioVoice":
      return createTwilio(settings, outbound, settings.kind === "twilioVoice");
  }
};
