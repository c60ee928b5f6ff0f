import type { Instant, TenantId } from "@dianan/model";
import { dueAfter } from "../core/report-days.ts";
import { returnDue } from "../core/report-delivery.ts";
import type { AccessItem } from "../ports/access-store.ts";
import { allOf, itemWrite, told, tryCommit } from "../ports/act.ts";
import type { Addressee } from "../ports/letters.ts";
import type { ReminderSettings, Reminders, ReportKind } from "../ports/reports.ts";
import { addressees, deliveriesOf } from "./deliveries.ts";
import { deliveryView, deliveryWrite, freshDelivery, openWrite, REMINDERS, reminderId } from "./delivery-item.ts";
import type { PostOffice } from "./post-office.ts";
import type { ReportDeps } from "./report-deps.ts";
import type { ReportItem } from "./report-item.ts";

const ID = "settings";
/** How often it is looked which forms were not sent: all reports are read for it. */
const LOOK_MS = 10 * 60_000;

const defaults: ReminderSettings = {
  ...{ isEnabled: false, daysBefore: 2, kinds: ["rf4", "rf5", "rf6"], accountIds: [], contactIds: [] },
};

/** Reminds people before the 24th of the forms that were not sent (报送提醒), RF-3 to RF-6, PL-1: each person once per form and month. */
export const createReminders = (deps: ReportDeps, office: () => PostOffice | null) => {
  const { access, clock, utcOffsetMinutes } = deps;
  const looked = new Map<TenantId, number>();

  const settingsOf = (item: AccessItem | null): ReminderSettings =>
    item === null ? defaults : (item.body as unknown as ReminderSettings);
  /** Kinds of which the return of a month was sent. */
  const returned = async (tenant: TenantId, dueAt: number): Promise<ReadonlySet<ReportKind>> => {
    const all = (await allOf(access, tenant, "report")) as readonly ReportItem[];
    const sent = all.filter(({ body }) => body.state === "sent" && dueAfter(body.to, utcOffsetMinutes) === dueAt);
    return new Set(sent.map(({ body }) => body.kind));
  };

  const remind = async (tenant: TenantId, to: Addressee, kind: ReportKind, month: string): Promise<void> => {
    const id = reminderId(month, kind, to);
    if ((await access.item(tenant, "reportDelivery", id)) !== null) return;
    const name = (await office()?.letters.find(tenant, to))?.name ?? "";
    const of = { reportId: null, about: { kind, month }, to: { ...to, name }, actor: "hub", by: "平台 hub" };
    const now = clock();
    // Somebody else may have written it meanwhile: then it is told already.
    await tryCommit(deps, tenant, [deliveryWrite(id, freshDelivery(of, now), 0), openWrite(id, now)]);
  };

  const look = async (tenant: TenantId): Promise<void> => {
    const settings = settingsOf(await access.item(tenant, "reportReminder", ID));
    const due = returnDue(clock(), settings.daysBefore, utcOffsetMinutes);
    if (!settings.isEnabled || due === null) return;
    const sent = await returned(tenant, due.dueAt);
    const people = addressees(settings);
    for (const kind of settings.kinds)
      if (!sent.has(kind)) for (const one of people) await remind(tenant, one, kind, due.month);
  };

  const api: Reminders = {
    find: async (tenant) => {
      const item = await access.item(tenant, "reportReminder", ID);
      return { settings: settingsOf(item), version: item?.version ?? 0 };
    },
    put: async (who, version, settings, at) => {
      const outcome = await tryCommit(deps, who.tenant, [
        itemWrite("reportReminder", ID, settings, version),
        told(who, "reportReminder.change", "reportReminder", "done", at, settings.isEnabled ? "on" : "off"),
      ]);
      looked.delete(who.tenant);
      return outcome === "conflict" ? "conflict" : { settings, version: version + 1 };
    },
    told: async (tenant) =>
      (await deliveriesOf(access, tenant, `${REMINDERS}.`))
        .flatMap((item) => (item.body.about === null ? [] : [{ ...deliveryView(item), ...item.body.about }]))
        .sort((a, b) => b.queuedAt - a.queuedAt)
        .slice(0, 200),
  };
  return {
    api,
    tick: async (tenants: readonly TenantId[]): Promise<void> => {
      for (const tenant of tenants) {
        const now = clock();
        if (now - (looked.get(tenant) ?? 0) < LOOK_MS) continue;
        looked.set(tenant, now);
        await look(tenant);
      }
    },
    isReturned: async (tenant: TenantId, { kind, month }: { readonly kind: ReportKind; readonly month: string }) =>
      (await returned(tenant, dueAfter(`${month}-24`, utcOffsetMinutes) as Instant)).has(kind),
  };
};
