import { createHash } from "node:crypto";
import type { Instant } from "@dianan/model";
import { actorNamed } from "../core/record-actor.ts";
import type { AccessItem } from "../ports/access-store.ts";
import { itemWrite } from "../ports/act.ts";
import type { Addressee } from "../ports/letters.ts";
import type { JsonObject } from "../ports/records.ts";
import type { DeliveryState, DeliveryView, ReportKind } from "../ports/reports.ts";
import type { Write } from "../ports/write.ts";

/** What is kept of a letter: its history stays, whatever became of it. */
export type DeliveryBody = {
  /** The report that goes; null: it is a reminder. */ readonly reportId: string | null;
  /** Of a reminder: of which form and month. */ readonly about: {
    readonly kind: ReportKind;
    readonly month: string;
  } | null;
  readonly to: Addressee & { readonly name: string };
  readonly target: string | null;
  readonly channel: string | null;
  readonly state: DeliveryState;
  readonly tries: number;
  readonly error: string | null;
  readonly queuedAt: Instant;
  readonly actor: string;
  readonly by: string;
  readonly sentAt: Instant | null;
  readonly nextAt: Instant | null;
  readonly downloads: number;
  readonly downloadedAt: Instant | null;
};
export type DeliveryItem = AccessItem & { readonly body: DeliveryBody & JsonObject };
/** A link that downloads a report without an account: for so many downloads, until it expires. */
export type LinkBody = { readonly reportId: string; readonly deliveryId: string; readonly left: number };
export type LinkItem = AccessItem & { readonly body: LinkBody & JsonObject; readonly expiresAt: Instant };

export const deliveryView = ({ id, body }: Pick<DeliveryItem, "id" | "body">): DeliveryView => ({
  ...{ id, recipient: body.to, target: body.target, channel: body.channel, state: body.state, tries: body.tries },
  ...{ error: body.error, queuedAt: body.queuedAt, queuedBy: actorNamed(body.actor, body.by), sentAt: body.sentAt },
  ...{ nextAt: body.nextAt, downloads: body.downloads, downloadedAt: body.downloadedAt },
});

export const deliveryWrite = (id: string, body: DeliveryBody, ifVersion: number): Write =>
  itemWrite("reportDelivery", id, body, ifVersion);
/** While it is on its way it is found by when it is due. */
export const openWrite = (id: string, dueAt: number): Write => itemWrite("openDelivery", id, { dueAt }, null);
export const openDrop = (id: string): Write => ({ kind: "dropItem", item: "openDelivery", id, must: false });
export const linkWrite = (
  id: string,
  body: LinkBody,
  lookup: Uint8Array,
  expiresAt: Instant,
  ifVersion: number | null = null,
): Write => itemWrite("reportLink", id, body, ifVersion, { lookup, expiresAt });

/** What is kept of a link's token: whoever reads the store cannot download with it. */
export const tokenHash = (token: string): Uint8Array => new Uint8Array(createHash("sha256").update(token).digest());

/** Deliveries of one report stand together. */
export const deliveryPrefix = (reportId: string): string => `${reportId}.`;
export const REMINDERS = "reminder";
export const reminderId = (month: string, kind: ReportKind, { as, id }: Addressee): string =>
  `${REMINDERS}.${month}.${kind}.${as}.${id}`;

/** A letter that nobody has tried to send yet. */
export const freshDelivery = (
  of: Pick<DeliveryBody, "reportId" | "about" | "to" | "actor" | "by">,
  now: Instant,
): DeliveryBody => ({
  ...of,
  ...{ target: null, channel: null, state: "queued", tries: 0, error: null, queuedAt: now, sentAt: null, nextAt: now },
  ...{ downloads: 0, downloadedAt: null },
});
