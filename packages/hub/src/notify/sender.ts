import { createHash, randomBytes } from "node:crypto";
import type { Instant } from "@dianan/model";
import { afterOutcome, type SendOutcome } from "../core/notify-attempt.ts";
import type { NotifyFacts } from "../core/notify-text.ts";
import { itemWrite } from "../ports/act.ts";
import { BY_HAND, type NoticeRow, type NoticeSet } from "../ports/notice-store.ts";
import type { Notice, NotifyAddress } from "../ports/notify-courier.ts";
import type { Write } from "../ports/write.ts";
import type { CourierBook, CourierWay } from "./courier-book.ts";
import { factsOf, textIn } from "./facts.ts";
import type { NotifyDeps } from "./notify-deps.ts";
import type { Planner } from "./planner.ts";
import { policyItem } from "./setting-items.ts";

/** A link acknowledges for so long. */
const LINK_MS = 24 * 3_600_000;
/** Requests of one notice, by whatever provider: it goes no further. */
const TRIES_MAX = 8;

export const linkHash = (token: string): Uint8Array => new Uint8Array(createHash("sha256").update(token).digest());

export type Sender = {
  /** Its provider may know what became of it: it is asked before it is sent again. */ mustAsk(row: NoticeRow): boolean;
  /** Whether the provider knew it; then it is settled. */ isFound(row: NoticeRow): Promise<boolean>;
  /**
   * Writes down that one message is sent for a notice and those that it stands for. What it resolves with sends it, and resolves when
   * what became of it is durable; null: it does not go.
   */
  begin(
    lead: NoticeRow,
    others: readonly NoticeRow[],
    courierId: string,
    isStorm: boolean,
  ): Promise<(() => Promise<void>) | null>;
  /** What has failed for good: the next channel or step follows. */ fail(
    rows: readonly NoticeRow[],
    code: string,
  ): Promise<void>;
  /** Takes up what was on its way when the hub ended. */ resume(): Promise<void>;
  close(): void;
};

export const createSender = (
  deps: NotifyDeps,
  book: CourierBook,
  planner: Pick<Planner, "failed">,
  openAddress: (row: NoticeRow) => NotifyAddress | null,
): Sender => {
  const { store, notices, clock } = deps;
  const hangUp = new AbortController();
  const settleWrite = (id: string, set: NoticeSet): Write => ({
    kind: "notice",
    act: { do: "settle", id, set, at: clock() },
  });

  const failOne = async (row: NoticeRow, code: string): Promise<void> => {
    const { tenant, id, alarmId, personId, step, n } = row;
    const tried = await notices.ofTurn(tenant, alarmId, personId, step, n);
    const set = { state: "failed", error: code.slice(0, 500), endedAt: clock() } as const;
    const from = ["queued", "sending", "merged", "accepted"] as const;
    const more = step === BY_HAND ? [] : await planner.failed(row, tried);
    await store.commit({ tenant, writes: [{ kind: "notice", act: { do: "move", ids: [id], from, set } }, ...more] });
  };
  const fail: Sender["fail"] = async (rows, code) => {
    for (const row of rows) {
      const led = await notices.ledBy(row.tenant, row.id);
      await failOne(row, code);
      for (const one of led) if (one.state === "merged") await failOne(one, code);
    }
  };

  const otherWay = async (row: NoticeRow, courierId: string): Promise<boolean> => {
    const address = openAddress(row);
    if (address === null || row.tries >= TRIES_MAX) return false;
    return (await book.open(row.tenant, row.channel, address)).some(({ id }) => id !== courierId);
  };

  const settle = async (
    row: NoticeRow,
    courierId: string,
    isIdempotent: boolean,
    outcome: SendOutcome,
  ): Promise<void> => {
    const { tenant, id } = row;
    const now = clock();
    const next = afterOutcome(row, outcome, now, isIdempotent);
    if (next.state === "accepted")
      await store.commit({
        tenant,
        writes: [settleWrite(id, { state: "accepted", providerId: next.providerId, error: null })],
      });
    else if (next.state === "queued") {
      const { dueAt, isFallback, unknowns } = next;
      const error = outcome.kind === "accepted" ? null : outcome.code;
      const set = { state: "queued", dueAt: dueAt as Instant, isFallback, unknowns, error } as const;
      await store.commit({ tenant, writes: [settleWrite(id, set)] });
    } else if (outcome.kind === "refused" && outcome.retry !== "never" && (await otherWay(row, courierId)))
      await store.commit({ tenant, writes: [settleWrite(id, { state: "queued", dueAt: now, error: next.code })] });
    else await fail([row], next.code);
  };

  /** Before what may have got through is sent again, its provider is asked. */
  const isFound = async (row: NoticeRow): Promise<boolean> => {
    const address = openAddress(row);
    if (row.courierId === null || address === null) return false;
    const before = await book.way(row.tenant, row.courierId);
    const asked = { attemptId: row.id, providerId: row.providerId, address, at: row.sentAt ?? row.at };
    const receipt = (await before?.courier.query?.(asked)) ?? null;
    if (receipt === null || receipt.state === "failed") return false;
    const set = { state: receipt.state, error: null } as const;
    await store.commit({
      tenant: row.tenant,
      writes: [{ kind: "notice", act: { do: "move", ids: [row.id], from: ["queued"], set } }],
    });
    return true;
  };

  const withLink = (
    row: NoticeRow,
    way: CourierWay,
  ): { readonly link: string | null; readonly writes: readonly Write[] } => {
    const { channel } = way.courier;
    if (deps.publicUrl === "" || (channel !== "mail" && channel !== "chat" && channel !== "webhook"))
      return { link: null, writes: [] };
    const token = `dl_${randomBytes(32).toString("base64url")}`;
    const body = { noticeId: row.id, alarmId: row.alarmId };
    const expiresAt = (clock() + LINK_MS) as Instant;
    const write = itemWrite("noticeLink", `${row.id}.${row.tries + 1}`, body, null, {
      lookup: linkHash(token),
      expiresAt,
    });
    return { link: `${new URL(deps.publicUrl).origin}/api/v1/acknowledgements/${token}`, writes: [write] };
  };

  const noticeOf = async (
    row: NoticeRow,
    count: number,
    address: NotifyAddress,
    link: string | null,
  ): Promise<Notice | null> => {
    const alarm = await store.record(row.tenant, "alarm", row.alarmId);
    if (alarm === null) return null;
    const language = (await policyItem(deps.access, row.tenant))?.policy.language ?? "zh";
    const facts: NotifyFacts = await factsOf(deps, row.tenant, alarm, count, language);
    return {
      ...{ attemptId: row.id, alarmId: row.alarmId, alarm: { class: row.class, type: textIn(alarm.body, "type") } },
      ...{ address, facts, language, isFallback: row.isFallback, link, at: clock() },
    };
  };

  const begin: Sender["begin"] = async (lead, others, courierId, isStorm) => {
    const { tenant } = lead;
    const [way, address] = [await book.way(tenant, courierId), openAddress(lead)];
    if (way === null || address === null) {
      await fail([lead], address === null ? "address-unreadable" : "no-courier");
      return null;
    }
    const { link, writes } = withLink(lead, way);
    const alarms = [lead, ...others];
    const notice = await noticeOf(lead, alarms.length, address, link);
    if (notice === null) {
      await fail([lead], "alarm-gone");
      return null;
    }
    const { channel, class: alarmClass, unitId, rootId } = lead;
    const at = clock();
    const sent = {
      at,
      courierId,
      channel,
      class: alarmClass,
      unitId,
      rootId,
      alarmIds: alarms.map(({ alarmId }) => alarmId),
      isStorm,
    };
    const facts = JSON.stringify({ ...notice.facts, courier: way.courier.kind });
    const write: Write = {
      kind: "notice",
      act: { do: "begin", id: lead.id, others: others.map(({ id }) => id), courierId, at, sent, facts },
    };
    try {
      await store.commit({ tenant, writes: [write, ...writes] });
    } catch (error) {
      // It was cancelled a moment ago.
      if ((error as { code?: unknown }).code === "conflict") return null;
      throw error;
    }
    deps.figures.observe("noticeBegun", clock() - lead.at);
    deps.figures.add("noticesSentTotal");
    return () => send(lead, way, notice);
  };

  const send = async (lead: NoticeRow, way: CourierWay, notice: Notice): Promise<void> => {
    const { tenant } = lead;
    const courierId = way.id;
    let outcome: SendOutcome;
    try {
      outcome = await way.courier.send(notice, hangUp.signal);
    } catch (error) {
      deps.log(`notification channel ${courierId}: ${error instanceof Error ? error.message : "?"} 通知渠道出错`);
      outcome = { kind: "unknown", code: "error" };
    }
    // We hung up ourselves: it is taken up at the next start.
    if (hangUp.signal.aborted) return;
    await book.told(tenant, courierId, outcome);
    await settle({ ...lead, tries: lead.tries + 1 }, courierId, way.courier.isIdempotent, outcome);
  };

  return {
    mustAsk: (row) => row.unknowns > 0 && row.courierId !== null,
    isFound,
    begin,
    fail,
    resume: async () => {
      for (const row of await notices.sending()) {
        const way = row.courierId === null ? null : await book.way(row.tenant, row.courierId);
        await settle(row, row.courierId ?? "", way?.courier.isIdempotent ?? false, {
          kind: "unknown",
          code: "restart",
        });
      }
    },
    close: () => hangUp.abort(),
  };
};
