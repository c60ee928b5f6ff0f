import type { TenantId } from "@dianan/model";
import type { Alerts } from "./audit/alerts.ts";
import { createCourierWatch } from "./courier-watch.ts";
import { openDuty } from "./duty/open-duty.ts";
import { openNotify } from "./open-notify.ts";
import type { Figures } from "./ports/figures.ts";
import type { Outbox } from "./ports/outbox.ts";
import type { OpenReports } from "./report/open-reports.ts";
import type { PostOffice } from "./report/post-office.ts";
import { mayReadReports } from "./role-rules.ts";
import type { SqliteStore } from "./store/sqlite-store.ts";

type NotifyNeeds = Omit<Parameters<typeof openNotify>[0], "notices" | "isWatched" | "raise" | "access" | "figures">;

/** Who watches, who is told, and whether what others are owed gets through. */
export const openDesk = ({
  opening,
  alerts,
  tenant,
  debt,
  ...needs
}: NotifyNeeds & {
  readonly opening: Pick<SqliteStore, "access" | "notices" | "webhooks">;
  readonly alerts: Alerts;
  readonly figures: Figures;
  /** The hub's own. */ readonly tenant: TenantId;
  readonly debt: Outbox["debt"];
}) => {
  const { access, notices, webhooks } = opening;
  const { clock } = needs;
  const duty = openDuty({ ...needs, access });
  const notify = openNotify({ ...needs, access, notices, isWatched: duty.watch.isWatched, raise: alerts.raise });
  const steady = (): number => performance.now();
  const couriers = createCourierWatch({ access, webhooks, alerts, tenant, clock, steady, outbox: { debt } });
  return { duty, notify, couriers };
};

/** Reports go to people by the couriers of notices (报告送达). */
export const connectReports = (
  reports: Pick<OpenReports, "connect">,
  {
    notify,
    people,
    publicUrl,
  }: {
    readonly notify: { readonly letters: PostOffice["letters"] };
    readonly people: { readonly people: PostOffice["accounts"] };
    readonly publicUrl: string;
  },
): void => reports.connect({ letters: notify.letters, accounts: people.people, mayRead: mayReadReports, publicUrl });
