import { signWebhook } from "@dianan/open-api";
import { noticeText, noticeTitle } from "../../core/notify-text.ts";
import type { Courier, CourierSettings } from "../../ports/notify-courier.ts";
import type { Outbound } from "../../ports/outbound.ts";
import { courierCall, statusOutcome } from "./courier-call.ts";

/** Notices to a system, as a CloudEvent signed by Standard Webhooks; its id is the attempt's, so that a repeat is known. */
export const createNoticeWebhook = (settings: CourierSettings, outbound: Outbound): Courier => ({
  ...{ kind: settings.kind, channel: "webhook", isIdempotent: true, caps: settings.caps ?? [], reaches: () => true },
  send: async ({ attemptId, alarmId, alarm, facts, language, link, at }, stop) => {
    const body = JSON.stringify({
      ...{ specversion: "1.0", id: attemptId, source: "/notifications", type: "com.dianan.alarm.notice" },
      ...{ subject: alarmId, time: new Date(at).toISOString(), datacontenttype: "application/json" },
      data: { ...alarm, alarmId, title: noticeTitle(facts, language), text: noticeText(facts, language), facts, link },
    });
    const signature = await signWebhook({
      id: attemptId,
      timestamp: at,
      body,
      secret: [settings.secrets.secret ?? ""],
    });
    const headers = {
      "content-type": "application/cloudevents+json; charset=utf-8",
      "user-agent": "DianAn",
      ...signature,
    };
    const answer = await courierCall(outbound, { url: settings.options.url ?? "", headers, body, stop });
    if (!answer.ok) return answer.outcome;
    return statusOutcome(answer.status, answer.afterMs) ?? { kind: "accepted", providerId: attemptId };
  },
});
