import { randomBytes } from "node:crypto";
import type { Instant, TenantId } from "@dianan/model";
import { offsetTime } from "../core/offset-time.ts";
import { retryAfter } from "../core/report-delivery.ts";
import { allOf, told, tryCommit } from "../ports/act.ts";
import type { Letter, LetterFile, LetterOutcome } from "../ports/letters.ts";
import type { Write } from "../ports/write.ts";
import {
  type DeliveryBody,
  type DeliveryItem,
  deliveryWrite,
  linkWrite,
  openDrop,
  openWrite,
  tokenHash,
} from "./delivery-item.ts";
import type { PostOffice } from "./post-office.ts";
import type { ReportAccess } from "./report-access.ts";
import type { ReportDeps } from "./report-deps.ts";
import { type ReportItem, reportTitle } from "./report-item.ts";

/** A link downloads for so long, and so often: a download may break off. */
const LINK_MS = 7 * 86_400_000;
const DOWNLOADS_MAX = 5;
/** Files together that a letter carries; more go by the link alone. */
const ATTACHED_MAX_BYTES = 10_485_760;

export type Postman = {
  /** Sends what is due. */ pass(tenants: readonly TenantId[]): Promise<void>;
  /** The same soon, in the background. */ wake(tenant: TenantId): void;
  close(): Promise<void>;
};

/** Carries what waits (送信): a hub that is killed amid a letter sends it once more, with the same id, and none is forgotten. */
export const createPostman = (
  deps: ReportDeps,
  reports: ReportAccess,
  office: () => PostOffice | null,
  isReturned: (tenant: TenantId, about: NonNullable<DeliveryBody["about"]>) => Promise<boolean>,
): Postman => {
  const { access, clock, utcOffsetMinutes } = deps;
  const hangUp = new AbortController();
  const day = (at: number): string => offsetTime(at, utcOffsetMinutes).slice(0, 10);

  const filesOf = async (item: ReportItem): Promise<readonly LetterFile[] | "too-large"> => {
    const opened = item.body.formats.map((format) => reports.file(item, format)).filter((file) => file !== null);
    if (opened.reduce((sum, { view }) => sum + view.bytes, 0) > ATTACHED_MAX_BYTES) return "too-large";
    return Promise.all(
      opened.map(async ({ view, stream }) => ({
        name: view.name,
        mediaType: view.mediaType,
        bytes: new Uint8Array(await new Response(stream(0, view.bytes)).arrayBuffer()),
      })),
    );
  };
  const reportLetter = async (
    id: string,
    item: ReportItem,
    link: string | null,
    expiresAt: number,
  ): Promise<Letter | "too-large"> => {
    const { number, title, from, to } = item.body;
    const files = await filesOf(item);
    if (files === "too-large" && link === null) return "too-large";
    const days = day(expiresAt);
    const lines = [
      `《${title}》,编号 ${number},统计期间 ${from} 至 ${to}。`,
      `Report ${number}, ${from} to ${to}.`,
      ...(link === null
        ? []
        : [
            `无需登录即可下载(${days} 前有效,最多 ${DOWNLOADS_MAX} 次,每次下载均有记录,请勿转发):`,
            `Download without an account until ${days}, ${DOWNLOADS_MAX} times at most; each is recorded, do not pass it on:`,
            link,
          ]),
    ];
    return {
      ...{ id: letterId(id), subject: `${number} ${title}`, text: lines.join("\n"), short: null },
      files: files === "too-large" ? [] : files,
    };
  };
  const reminderLetter = (id: string, { kind, month }: NonNullable<DeliveryBody["about"]>): Letter => {
    const titled = (language: "zh" | "en"): string => reportTitle({ kind, from: month, to: month, language });
    const form = titled("zh");
    const subject = `请于 ${month}-24 前报送:${form}`;
    const text = [
      `${form}尚未登记报送,请于 ${month}-24 前定稿、盖章、报送,并在平台登记(PL-1)。`,
      `${titled("en")} is not recorded as sent: it is due by ${month}-24.`,
    ].join("\n");
    const short = {
      ...{ type: "月报表待报送", class: "提醒", unit: form, device: "-", value: "", count: 1 },
      ...{ time: `${month.slice(5)}-24 24:00`, code: kind.toUpperCase() },
    };
    return { id: letterId(id), subject, text, files: [], short };
  };

  /** What goes, and the link with it; a text says why nothing goes any more. */
  const prepare = async (
    { tenant, id, body }: DeliveryItem,
    { publicUrl }: PostOffice,
    now: Instant,
  ): Promise<{ readonly letter: Letter; readonly writes: readonly Write[] } | string> => {
    if (body.about !== null)
      return (await isReturned(tenant, body.about))
        ? "sent-meanwhile"
        : { letter: reminderLetter(id, body.about), writes: [] };
    const item = body.reportId === null ? null : await reports.find(tenant, body.reportId);
    if (item === null) return "report-gone";
    const token = `rl_${randomBytes(32).toString("base64url")}`;
    const link = publicUrl === "" ? null : `${new URL(publicUrl).origin}/api/v1/report-links/${token}`;
    const expiresAt = (now + LINK_MS) as Instant;
    const letter = await reportLetter(id, item, link, expiresAt);
    if (letter === "too-large") return letter;
    const kept = { reportId: item.id, deliveryId: id, left: DOWNLOADS_MAX };
    const writes = link === null ? [] : [linkWrite(`${id}.${body.tries + 1}`, kept, tokenHash(token), expiresAt)];
    return { letter, writes };
  };

  /** Writes how a try ended; the item may have changed meanwhile: somebody downloads. */
  const settle = async (tenant: TenantId, id: string, change: Partial<DeliveryBody>): Promise<void> => {
    for (;;) {
      const item = (await access.item(tenant, "reportDelivery", id)) as DeliveryItem | null;
      if (item === null) return;
      const body: DeliveryBody = { ...item.body, ...change };
      const isOver = body.state === "sent" || body.state === "failed";
      const about = body.reportId === null ? `reportReminder:${id}` : `report:${body.reportId}`;
      const reason = `${body.to.as}:${body.to.id} ${body.channel ?? ""} ${body.error ?? ""}`.trim();
      const entry = told(
        ...(["hub", "report.deliver", about, body.state === "sent" ? "done" : "failed"] as const),
        { now: clock(), source: "", requestId: "" },
        reason,
      );
      const writes = isOver ? [openDrop(id), entry] : [openWrite(id, body.nextAt ?? clock())];
      if ((await tryCommit(deps, tenant, [deliveryWrite(id, body, item.version), ...writes])) === "done") return;
    }
  };
  const afterTry = ({ outcome, channel, target }: LetterOutcome, tries: number): Partial<DeliveryBody> => {
    const now = clock();
    if (outcome.kind === "accepted") return { state: "sent", sentAt: now, channel, target, error: null, nextAt: null };
    const isOver = outcome.kind === "refused" && outcome.retry === "never";
    const wait = isOver ? null : retryAfter(tries);
    const error = outcome.code.slice(0, 200);
    if (wait === null) return { state: "failed", channel, target, error, nextAt: null };
    return { state: "queued", channel, target, error, nextAt: (now + wait) as Instant };
  };

  const deliver = async (tenant: TenantId, id: string, at: PostOffice): Promise<void> => {
    const item = (await access.item(tenant, "reportDelivery", id)) as DeliveryItem | null;
    if (item === null || item.body.state === "sent" || item.body.state === "failed") {
      await deps.store.commit({ tenant, writes: [openDrop(id)] });
      return;
    }
    const now = clock();
    const prepared = await prepare(item, at, now);
    if (typeof prepared === "string") return settle(tenant, id, { state: "failed", error: prepared, nextAt: null });
    const tries = item.body.tries + 1;
    // A hub that is killed from here on takes it up again then.
    const nextAt = (now + (retryAfter(tries) ?? retryAfter(1) ?? 0)) as Instant;
    const begun = await tryCommit(deps, tenant, [
      deliveryWrite(id, { ...item.body, state: "sending", tries, nextAt }, item.version),
      openWrite(id, nextAt),
      ...prepared.writes,
    ]);
    if (begun === "conflict") return;
    const sent = await at.letters.send(tenant, item.body.to, prepared.letter, hangUp.signal);
    // We hung up ourselves: it is taken up at the next start.
    if (hangUp.signal.aborted) return;
    await settle(tenant, id, afterTry(sent, tries));
  };

  const asked = new Set<TenantId>();
  let running: Promise<void> | null = null;
  const run = async (): Promise<void> => {
    for (const tenant of asked) {
      asked.delete(tenant);
      for (const { id, body } of await allOf(access, tenant, "openDelivery")) {
        const at = office();
        if (hangUp.signal.aborted || at === null) return;
        if (typeof body.dueAt !== "number" || body.dueAt > clock()) continue;
        await deliver(tenant, id, at).catch((error: unknown) =>
          deps.log(`report delivery ${id}: ${String(error)} 报告送达出错,将重试`),
        );
      }
    }
  };
  const pass = (tenants: readonly TenantId[]): Promise<void> => {
    for (const tenant of tenants) asked.add(tenant);
    running ??= run().finally(() => {
      running = null;
    });
    return running;
  };
  return {
    pass,
    wake: (tenant) =>
      void pass([tenant]).catch((error: unknown) => deps.log(`report delivery: ${String(error)} 报告送达出错,将重试`)),
    close: async () => {
      hangUp.abort();
      await running?.catch(() => {});
    },
  };
};

/** Id of a letter, which a mail server may see. */
const letterId = (id: string): string => `report-${id.replaceAll(/[^A-Za-z0-9.-]/g, "-")}`;
