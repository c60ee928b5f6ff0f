import type { Instant, TenantId } from "@dianan/model";
import { maskName, maskPhone } from "@dianan/sharing";
import type { NotifyPolicy } from "../core/notify-policy.ts";
import type { AccessItem } from "../ports/access-store.ts";
import { allOf } from "../ports/act.ts";
import type { ChannelDraft, VerifiableMember } from "../ports/notifications.ts";
import type { NotifyAddress } from "../ports/notify-courier.ts";
import type { JsonObject } from "../ports/records.ts";
import { openedJsonOrNull, type Seals, sealedJson } from "../ports/seals.ts";
import type { NotifyDeps } from "./notify-deps.ts";

/** A contact as it is kept; addresses sealed (SEC-PII-02). */
export type ContactBody = {
  readonly name: string;
  readonly accountId: string | null;
  readonly sealed: string;
  readonly phone: string | null;
  readonly mail: string | null;
  readonly addressesSet: readonly string[];
  /** Addresses that somebody has shown to have, each with its hash: another one is not it. */
  readonly verified?: { readonly [M in VerifiableMember]?: { readonly at: Instant; readonly of: string } };
};
/** A channel setting as it is kept; secrets sealed. */
export type ChannelBody = Required<Omit<ChannelDraft, "secrets">> & {
  readonly sealed: string;
  readonly secretsSet: readonly string[];
};
export type ContactItem = AccessItem & { readonly body: ContactBody & JsonObject };
export type ChannelItem = AccessItem & { readonly body: ChannelBody & JsonObject };

type Access = Pick<NotifyDeps["access"], "item" | "items">;
export const POLICY_ID = "policy";

export const policyItem = async (
  access: Access,
  tenant: TenantId,
): Promise<{ readonly policy: NotifyPolicy; readonly version: number } | null> => {
  const item = await access.item(tenant, "noticePolicy", POLICY_ID);
  return item === null ? null : { policy: item.body as unknown as NotifyPolicy, version: item.version };
};
export const contactItem = async (access: Access, tenant: TenantId, id: string): Promise<ContactItem | null> =>
  (await access.item(tenant, "noticeContact", id)) as ContactItem | null;
export const channelItem = async (access: Access, tenant: TenantId, id: string): Promise<ChannelItem | null> =>
  (await access.item(tenant, "noticeChannel", id)) as ChannelItem | null;
export const allContacts = async (access: NotifyDeps["access"], tenant: TenantId): Promise<readonly ContactItem[]> =>
  (await allOf(access as never, tenant, "noticeContact")) as readonly ContactItem[];
export const allChannels = async (access: NotifyDeps["access"], tenant: TenantId): Promise<readonly ChannelItem[]> =>
  (await allOf(access as never, tenant, "noticeChannel")) as readonly ChannelItem[];

const place = (tenant: TenantId, kind: string, id: string, member: string): readonly string[] => [
  tenant,
  kind,
  id,
  member,
];

export const sealedAddress = (
  seals: Seals,
  tenant: TenantId,
  kind: string,
  id: string,
  address: NotifyAddress,
): string => sealedJson(seals, place(tenant, kind, id, "address"), address);
/** Null: it was sealed with another master key. */
export const openedAddress = (
  seals: Seals,
  tenant: TenantId,
  kind: string,
  id: string,
  sealed: string,
): NotifyAddress | null => openedJsonOrNull(seals, place(tenant, kind, id, "address"), sealed) as NotifyAddress | null;

export const sealedSecrets = (seals: Seals, tenant: TenantId, id: string, secrets: object): string =>
  sealedJson(seals, place(tenant, "noticeChannel", id, "secrets"), secrets);
export const openedSecrets = (
  seals: Seals,
  tenant: TenantId,
  { id, body }: ChannelItem,
): { readonly [name: string]: string } | null =>
  openedJsonOrNull(seals, place(tenant, "noticeChannel", id, "secrets"), body.sealed) as {
    readonly [name: string]: string;
  } | null;

/** A mail address for those who need not write: first letter and domain. */
export const maskMail = (mail: string): string => {
  const [name = "", domain = ""] = mail.split("@");
  return `${maskName(name)}**@${domain}`;
};

/** An address as it is shown and logged, by the channel that uses it. */
export const maskedTarget = (address: NotifyAddress, channel: string, fallback: string): string => {
  if ((channel === "voice" || channel === "sms") && address.phone !== undefined) return maskPhone(address.phone);
  if (channel === "mail" && address.mail !== undefined) return maskMail(address.mail);
  if (address.wecomUserId !== undefined) return `WeCom ${maskName(address.wecomUserId)}`;
  if (address.jpushId !== undefined) return `JPush ****${address.jpushId.slice(-4)}`;
  return address.webPush === undefined ? fallback : "Web Push";
};

export const contactBody = (
  seals: Seals,
  tenant: TenantId,
  id: string,
  {
    name,
    accountId,
    addresses,
  }: { readonly name: string; readonly accountId: string | null; readonly addresses: NotifyAddress },
): ContactBody => ({
  ...{ name, accountId, sealed: sealedAddress(seals, tenant, "noticeContact", id, addresses) },
  phone: addresses.phone === undefined ? null : maskPhone(addresses.phone),
  mail: addresses.mail === undefined ? null : maskMail(addresses.mail),
  addressesSet: Object.keys(addresses).sort(),
});
