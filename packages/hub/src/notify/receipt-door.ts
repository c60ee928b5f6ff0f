import { createHash } from "node:crypto";
import type { Instant, TenantId } from "@dianan/model";
import type { Via } from "../core/alarm-life-state.ts";
import { withReceipt } from "../core/notify-attempt.ts";
import type { NoticeRow } from "../ports/notice-store.ts";
import type { Notifications } from "../ports/notifications.ts";
import type { CourierReceipt, CourierReply, NotifyAddress, RawReceipt } from "../ports/notify-courier.ts";
import type { RecordActor } from "../ports/records.ts";
import type { CourierBook, CourierWay } from "./courier-book.ts";
import type { NotifyDeps } from "./notify-deps.ts";
import { personOfNumber } from "./people.ts";
import { linkHash, type Sender } from "./sender.ts";
import { contactItem } from "./setting-items.ts";

/** A key is taken so long after its call, a button of a card as long as it can be pressed. */
const KEY_MS = 30 * 60_000;
const CARD_MS = 72 * 3_600_000;
/** A reply by SMS so long after the message; its provider does not say to which one it is. */
const REPLY_MS = 2 * 3_600_000;

const text = (body: { readonly [member: string]: unknown } | undefined, member: string): string => {
  const value = body?.[member];
  return typeof value === "string" ? value : "";
};

/** Who a notice went to, by their name: whoever acknowledges with it is them. */
export const actorOfNotice = async (deps: NotifyDeps, { tenant, recipient }: NoticeRow): Promise<RecordActor> => {
  const { id, as } = recipient;
  const person = (name: string, accountId = id): RecordActor => ({
    kind: "person",
    id: accountId,
    name: name === "" ? "-" : name,
  });
  switch (as) {
    case "contact": {
      const item = await contactItem(deps.access, tenant, id);
      return person(item?.body.name ?? recipient.name, item?.body.accountId ?? id);
    }
    case "account":
      return person((await deps.people.find(tenant, id))?.displayName ?? recipient.name);
    case "unit":
    case "operator":
      return person(text((await deps.store.record(tenant, as, id))?.body, "contactName"));
    case "group":
      return { kind: "machine", id, name: recipient.name };
  }
};

/**
 * Takes what providers call back with. A receipt says how far a message came and never clears an alarm; a key or a button acknowledges,
 * of a message that we sent and while it is of use.
 */
export const createReceiptDoor = (
  deps: NotifyDeps,
  book: CourierBook,
  sender: Pick<Sender, "fail">,
  openAddress: (row: NoticeRow) => NotifyAddress | null,
): Notifications["receipt"] => {
  const { store, notices, access } = deps;

  const find = async (tenant: TenantId, way: CourierWay, receipt: CourierReceipt): Promise<NoticeRow | null> => {
    const { attemptId, providerId } = receipt;
    return notices.byProvider(tenant, way.id, {
      ...(attemptId === null ? {} : { id: attemptId }),
      ...(providerId === null ? {} : { providerId }),
    });
  };

  /** In the name of whom a notice went to. */
  const acknowledgeBy = async (row: NoticeRow, via: Via, note: string, now: Instant) => {
    const outcome = await deps.acknowledge(row.tenant, row.alarmId, await actorOfNotice(deps, row), via, note);
    if (outcome === "acknowledged") {
      const set = { state: "acknowledged", endedAt: now } as const;
      const act = { do: "settle", id: row.id, set, at: now } as const;
      await store.commit({ tenant: row.tenant, writes: [{ kind: "notice", act }] });
    }
    return outcome;
  };

  const acknowledge = async (row: NoticeRow, way: CourierWay, receipt: CourierReceipt, now: Instant): Promise<void> => {
    const isCall = way.courier.channel === "voice";
    const isLate = now - (row.sentAt ?? 0) > (isCall ? KEY_MS : CARD_MS);
    const isOther = receipt.by !== null && openAddress(row)?.wecomUserId !== receipt.by;
    if (receipt.key !== "1" || isLate || isOther) return;
    const note = isCall ? "电话按键 1 确认 Key 1 in the call" : "消息卡片确认 Button of the card";
    const outcome = await acknowledgeBy(row, isCall ? "voice" : "phone", note, now);
    if (outcome === "gone") return;
    if (receipt.responseCode !== undefined)
      await way.courier
        .settleCard?.(receipt.responseCode, outcome === "acknowledged" ? "已确认" : "已有人确认")
        .catch(() => {});
  };

  /**
   * `1` acknowledges the one open alarm of which this number was told by this channel lately. With several nobody knows which is meant:
   * then none is, and the next step of each goes on.
   */
  const takeReply = async (
    tenant: TenantId,
    way: CourierWay,
    { phone, text: said }: CourierReply,
    rawHash: string,
    now: Instant,
  ): Promise<void> => {
    const personId = personOfNumber(deps, phone);
    deps.figures.add("noticeReceiptsTotal");
    if (personId === null || !/^\s*[1１]\s*$/u.test(said)) return;
    const sent = await notices.sentTo(tenant, personId, (now - REPLY_MS) as Instant);
    const told = sent.filter((one) => one.channel === "sms" && one.courierId === way.id);
    const open: string[] = [];
    for (const id of new Set(told.flatMap(({ alarmIds }) => alarmIds))) {
      const alarm = await store.record(tenant, "alarm", id);
      if (alarm !== null && !alarm.deleted && alarm.life?.stage === "unacknowledged") open.push(id);
    }
    const [alarmId] = open;
    if (alarmId === undefined || open.length !== 1) return;
    const all = { unitId: null, channel: "sms", from: null, to: null, before: null, limit: 100 };
    const row = (await notices.page(tenant, { alarmId, ...all })).find((one) => one.personId === personId);
    if (row === undefined) return;
    const receipt = { at: now, state: "answered", code: "reply", key: "1", rawHash };
    const state = withReceipt(row.state, "answered");
    await store.commit({ tenant, writes: [{ kind: "notice", act: { do: "receipt", id: row.id, receipt, state } }] });
    await acknowledgeBy(row, "sms", "短信回复 1 确认 Reply 1 by SMS", now);
  };

  const takeOne = async (
    tenant: TenantId,
    way: CourierWay,
    receipt: CourierReceipt,
    rawHash: string,
    now: Instant,
  ): Promise<void> => {
    const row = await find(tenant, way, receipt);
    if (row === null) {
      deps.figures.add("noticeReceiptsUnknownTotal");
      return;
    }
    deps.figures.add("noticeReceiptsTotal");
    const state = withReceipt(row.state, receipt.state);
    const isFailed = state === "failed" && row.state !== "failed";
    const { key, code } = receipt;
    const kept = { at: now, state: receipt.state, code: code.slice(0, 200), key, rawHash };
    // What has failed goes on by the next channel, which settles its state.
    const next = isFailed ? row.state : state;
    await store.commit({
      tenant,
      writes: [{ kind: "notice", act: { do: "receipt", id: row.id, receipt: kept, state: next } }],
    });
    if (isFailed) await sender.fail([row], code === "" ? "receipt" : code);
    if (key !== null) await acknowledge(row, way, receipt, now);
  };

  return async (address: string, raw: RawReceipt) => {
    const item = await access.find("noticeAddress", linkHash(address));
    if (item === null) return null;
    const way = await book.way(item.tenant, String(item.body.channelId));
    const received = way?.courier.receive?.(raw) ?? null;
    if (way === null || received === null) return null;
    const rawHash = createHash("sha256").update(raw.text).digest("hex");
    for (const receipt of received.receipts) await takeOne(item.tenant, way, receipt, rawHash, raw.now);
    for (const reply of received.replies ?? []) await takeReply(item.tenant, way, reply, rawHash, raw.now);
    return received.answer;
  };
};
