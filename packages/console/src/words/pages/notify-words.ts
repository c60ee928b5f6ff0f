import { enNotify } from "./en-notify.ts";
import { zhNotify } from "./zh-notify.ts";

/** What couriers, the notification policy and notices say (通知). */
export const notifyWords = { zh: zhNotify, en: enNotify };

/** How far a kind of courier is proven, as docs/notifications.md says of it. */
export const courierProofs: { readonly [K in keyof typeof zhNotify.kinds]: keyof typeof zhNotify.proofs } = {
  ...{ mail: "verified", webhook: "verified", webPush: "verified" },
  ...{ aliyunSms: "signature", aliyunVoice: "signature", tencentSms: "signature", tencentVoice: "signature" },
  ...{ wecomApp: "signature", twilioSms: "signature", twilioVoice: "signature" },
  ...{ wecomRobot: "unconfirmed", dingtalkRobot: "unconfirmed", feishuRobot: "unconfirmed", jpush: "unconfirmed" },
};
