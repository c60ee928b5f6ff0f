import type { SendOutcome } from "../../core/notify-attempt.ts";
import { noticeTitle } from "../../core/notify-text.ts";
import type { Courier, CourierSettings, Notice } from "../../ports/notify-courier.ts";
import type { Outbound } from "../../ports/outbound.ts";
import { courierCall, objectOf, statusOutcome, textOf } from "./courier-call.ts";
import { encryptWebPush, pushTopic, vapidHeader } from "./web-push-crypto.ts";

/** Seconds a push waits for a phone that is off: no longer than it is of use. */
const TTL_SECONDS = 3_600;
/** Ids of pushes kept for retries within this process. */
const CIDS_MAX = 10_000;

/** JPush (极光推送): knows its repeats by `cid`, which is fetched before and good for a day. */
export const createJpush = (settings: CourierSettings, outbound: Outbound): Courier => {
  const { options, secrets } = settings;
  const base = options.endpoint ?? "https://api.jpush.cn";
  const basic = Buffer.from(`${secrets.appKey ?? ""}:${secrets.masterSecret ?? ""}`).toString("base64");
  const headers = { authorization: `Basic ${basic}`, "content-type": "application/json; charset=utf-8" };
  const cids = new Map<string, string>();

  const cidOf = async (attemptId: string, stop: AbortSignal): Promise<string | SendOutcome> => {
    const known = cids.get(attemptId);
    if (known !== undefined) return known;
    const answer = await courierCall(outbound, { url: `${base}/v3/push/cid?count=1`, headers, body: null, stop });
    if (!answer.ok) return { kind: "refused", code: "cid", retry: "later" };
    const list = answer.json.cidlist;
    const cid: unknown = Array.isArray(list) ? list[0] : undefined;
    if (typeof cid !== "string")
      return statusOutcome(answer.status, answer.afterMs) ?? { kind: "refused", code: "cid", retry: "later" };
    cids.set(attemptId, cid);
    const [oldest] = cids.keys();
    if (cids.size > CIDS_MAX && oldest !== undefined) cids.delete(oldest);
    return cid;
  };

  const send = async (notice: Notice, stop: AbortSignal): Promise<SendOutcome> => {
    const cid = await cidOf(notice.attemptId, stop);
    if (typeof cid !== "string") return cid;
    const alert = noticeTitle(notice.facts, notice.language);
    const extras = { alarmId: notice.alarmId, code: notice.facts.code };
    const body = JSON.stringify({
      ...{ cid, platform: "all", audience: { registration_id: [notice.address.jpushId ?? ""] } },
      notification: {
        alert,
        android: { alert, extras, priority: 1 },
        ios: { alert, extras, sound: "default" },
        hmos: { alert, category: "ALARM", extras },
      },
      options: { time_to_live: TTL_SECONDS, apns_production: options.production !== "false" },
    });
    const answer = await courierCall(outbound, { url: `${base}/v3/push`, headers, body, stop });
    if (!answer.ok) return answer.outcome;
    const code = textOf(objectOf(answer.json, "error"), "code");
    const id = textOf(answer.json, "msg_id");
    if (id !== "" && code === "") return { kind: "accepted", providerId: id };
    if (code === "1004" || code === "1020") return { kind: "refused", code, retry: "account" };
    if (code === "2002" || code === "1000" || code === "1030") return { kind: "refused", code, retry: "later" };
    if (code !== "") return { kind: "refused", code, retry: "never" };
    return statusOutcome(answer.status, answer.afterMs) ?? { kind: "unknown", code: "answer" };
  };
  return {
    ...{ kind: settings.kind, channel: "app", isIdempotent: true, caps: settings.caps ?? [], send },
    reaches: ({ jpushId = "" }) => jpushId !== "",
  };
};

/** Web Push to the console (RFC 8030, 8291, 8292). An extra: the mainland reaches Chrome's service unreliably. */
export const createWebPush = (settings: CourierSettings, outbound: Outbound): Courier => {
  const { options, secrets } = settings;
  const send = async (notice: Notice, stop: AbortSignal): Promise<SendOutcome> => {
    const { webPush } = notice.address;
    if (webPush === undefined) return { kind: "refused", code: "no-subscription", retry: "never" };
    const { facts, language, alarmId } = notice;
    const plain = JSON.stringify({ title: noticeTitle(facts, language), code: facts.code, alarmId, time: facts.time });
    const headers = {
      ...{ ttl: String(TTL_SECONDS), urgency: "high", topic: pushTopic(alarmId), "content-encoding": "aes128gcm" },
      "content-type": "application/octet-stream",
      authorization: vapidHeader(
        webPush.endpoint,
        options.subject ?? "mailto:admin@example.org",
        secrets.privateKey ?? "",
        notice.at,
      ),
    };
    const body = encryptWebPush(Buffer.from(plain), webPush);
    const answer = await courierCall(outbound, { url: webPush.endpoint, headers, body, stop });
    if (!answer.ok) return answer.outcome;
    if (answer.status === 404 || answer.status === 410) return { kind: "refused", code: "gone", retry: "never" };
    return statusOutcome(answer.status, answer.afterMs) ?? { kind: "accepted", providerId: notice.attemptId };
  };
  return {
    ...{ kind: settings.kind, channel: "app", isIdempotent: true, caps: settings.caps ?? [], send },
    reaches: ({ webPush }) => webPush !== undefined,
  };
};
