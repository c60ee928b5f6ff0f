import type { TenantId } from "@dianan/model";
import { told, tryCommit } from "../ports/act.ts";
import type { Caller } from "../ports/caller.ts";
import type { Addressee } from "../ports/letters.ts";
import type { DeliveryRefusal, ReportDeliveries, ReportRecipients } from "../ports/reports.ts";
import type { Write } from "../ports/write.ts";
import {
  type DeliveryBody,
  type DeliveryItem,
  deliveryPrefix,
  deliveryView,
  deliveryWrite,
  freshDelivery,
  type LinkItem,
  linkWrite,
  openWrite,
  tokenHash,
} from "./delivery-item.ts";
import type { PostOffice } from "./post-office.ts";
import type { ReportAccess } from "./report-access.ts";
import type { ReportDeps } from "./report-deps.ts";
import type { ReportItem } from "./report-item.ts";

/** Who is named, each once, accounts first. */
export const addressees = ({ accountIds, contactIds }: ReportRecipients): readonly Addressee[] => [
  ...[...new Set(accountIds)].map((id) => ({ as: "account", id }) as const),
  ...[...new Set(contactIds)].map((id) => ({ as: "contact", id }) as const),
];

/** Everything of one report, oldest first. */
export const deliveriesOf = async (
  access: ReportDeps["access"],
  tenant: TenantId,
  prefix: string,
): Promise<readonly DeliveryItem[]> => {
  const found: DeliveryItem[] = [];
  for (;;) {
    const some = await access.items(tenant, "reportDelivery", found.at(-1)?.id ?? prefix, 500);
    found.push(...(some.filter(({ id }) => id.startsWith(prefix)) as DeliveryItem[]));
    if (some.length < 500 || some.at(-1)?.id.startsWith(prefix) !== true) return found;
  }
};

/** Sends reports to people and keeps what became of it (报告送达), EF-4.3, PL-1; a link downloads one without an account. */
export const createDeliveries = (
  deps: ReportDeps,
  reports: ReportAccess,
  office: () => PostOffice | null,
  wake: (tenant: TenantId) => void,
) => {
  const { access } = deps;

  /** Whether somebody can be sent a report: an account must be one that may read it. */
  const whyNot = async (item: ReportItem, to: Addressee): Promise<"absent" | "no-mail" | "may-not-see" | null> => {
    const at = office();
    const found = await at?.letters.find(item.tenant, to);
    if (to.as === "account") {
      const account = (await at?.accounts.find(item.tenant, to.id)) ?? null;
      if (account === null) return "absent";
      const { scope, role } = account;
      const sight = deps.sightOf({ tenant: item.tenant, scope, by: "session", scopes: null });
      if (account.status !== "active" || at?.mayRead(role) !== true || !(await reports.isOf(sight, item)))
        return "may-not-see";
      return found?.mail == null ? "no-mail" : null;
    }
    if (found == null) return "absent";
    return found.mail === null ? "no-mail" : null;
  };
  const fresh = async (
    item: ReportItem,
    to: Addressee,
    by: Pick<DeliveryBody, "actor" | "by">,
  ): Promise<{ readonly id: string; readonly body: DeliveryBody }> => {
    const name = (await office()?.letters.find(item.tenant, to))?.name ?? "";
    const body = freshDelivery({ reportId: item.id, about: null, to: { ...to, name }, ...by }, deps.clock());
    return { id: `${deliveryPrefix(item.id)}${deps.nextId()}`, body };
  };
  const writesOf = ({ id, body }: { readonly id: string; readonly body: DeliveryBody }): readonly Write[] => [
    deliveryWrite(id, body, 0),
    openWrite(id, body.queuedAt),
  ];

  const api: ReportDeliveries = {
    list: async (who, reportId) => {
      const item = await reports.seen(who, await reports.find(who.tenant, reportId));
      if (item === null) return "absent";
      return (await deliveriesOf(access, who.tenant, deliveryPrefix(reportId))).map(deliveryView).reverse();
    },
    send: async (who: Caller, reportId, to, at) => {
      const item = await reports.seen(who, await reports.find(who.tenant, reportId));
      if (item === null) return "absent";
      if (item.body.progress.state !== "done") return "not-ready";
      if (item.body.isUnmasked) return "unmasked";
      const all = addressees(to);
      if (all.length === 0) return "nobody";
      for (const one of all) {
        const why = await whyNot(item, one);
        const member = one.as === "account" ? "accountIds" : "contactIds";
        if (why !== null) return { at: `/${member}/${to[member].indexOf(one.id)}`, why } satisfies DeliveryRefusal;
      }
      const made = await Promise.all(all.map((one) => fresh(item, one, { actor: who.actor, by: who.name })));
      const entry = told(
        who,
        "report.send",
        `report:${reportId}`,
        "done",
        at,
        all
          .map(({ id }) => id)
          .join(" ")
          .slice(0, 500),
      );
      await deps.store.commit({ tenant: who.tenant, writes: [...made.flatMap(writesOf), entry] });
      wake(who.tenant);
      return made.map(deliveryView);
    },
    linkPage: async (token) => {
      const found = await open(token);
      if (found === null) return null;
      const { number, title, formats, files } = found.report.body;
      return {
        ...{ number, title, formats: formats.filter((format) => files[format] !== undefined) },
        ...{ expiresAt: found.link.expiresAt, left: found.link.body.left },
      };
    },
    take: async (token, format, at) => {
      for (;;) {
        const found = await open(token);
        const file = found === null ? null : reports.file(found.report, format);
        if (found === null || file === null) return null;
        const { link, report } = found;
        const { tenant, id, body, version } = link;
        const delivery = (await access.item(tenant, "reportDelivery", body.deliveryId)) as DeliveryItem | null;
        const to = delivery?.body.to;
        const who = { actor: `${to?.as ?? "contact"}:${to?.id ?? ""}`, role: "" };
        const writes: Write[] = [
          linkWrite(id, { ...body, left: body.left - 1 }, tokenHash(token), link.expiresAt, version),
          told(who, "report.download", `report:${report.id}`, "done", at, `link ${format}`),
        ];
        if (delivery !== null) {
          const downloads = delivery.body.downloads + 1;
          writes.push(
            deliveryWrite(delivery.id, { ...delivery.body, downloads, downloadedAt: at.now }, delivery.version),
          );
        }
        // Somebody else may download right now, or it may just be told as sent.
        if ((await tryCommit(deps, tenant, writes)) === "done") return file;
      }
    },
  };
  const open = async (token: string): Promise<{ readonly link: LinkItem; readonly report: ReportItem } | null> => {
    const link = (await access.find("reportLink", tokenHash(token))) as LinkItem | null;
    if (link === null || link.expiresAt <= deps.clock() || link.body.left <= 0) return null;
    const report = await reports.find(link.tenant, link.body.reportId);
    return report === null ? null : { link, report };
  };

  return {
    api,
    /** What is written with a report that the hub has made: that it goes to whoever may have it. */
    whenMade: async (item: ReportItem, to: ReportRecipients): Promise<readonly Write[]> => {
      const made: Write[] = [];
      for (const one of addressees(to)) {
        const why = await whyNot(item, one);
        // Of several units each account gets what is its own.
        if (why === "may-not-see") continue;
        made.push(...writesOf(await fresh(item, one, { actor: "hub", by: item.body.by })));
      }
      return made;
    },
    wasSent: async (tenant: TenantId, reportId: string): Promise<boolean> =>
      (await deliveriesOf(access, tenant, deliveryPrefix(reportId))).some(({ body }) => body.state !== "failed"),
  };
};
export type Deliveries = ReturnType<typeof createDeliveries>;
