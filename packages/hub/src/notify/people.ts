import type { TenantId } from "@dianan/model";
import { maskName } from "@dianan/sharing";
import type { NotifyPerson } from "../core/notify-case.ts";
import type { NotifyChannel, NotifyPolicy, NotifyStep } from "../core/notify-policy.ts";
import { onCall } from "../core/on-call.ts";
import type { Addressee } from "../ports/letters.ts";
import type { NoticeDraft } from "../ports/notice-store.ts";
import type { NotifyAddress } from "../ports/notify-courier.ts";
import type { JsonObject, StoredRecord } from "../ports/records.ts";
import { openedJsonOrNull } from "../ports/seals.ts";
import type { CourierBook } from "./courier-book.ts";
import { classOf } from "./facts.ts";
import type { NotifyDeps } from "./notify-deps.ts";
import { allContacts, type ContactItem, contactItem, openedAddress } from "./setting-items.ts";
import { isVerifiedFor } from "./verification.ts";

/** Somebody who can be told, with where. */
export type ReachedPerson = NotifyPerson & {
  readonly address: NotifyAddress;
  readonly recipient: NoticeDraft["recipient"];
};

const GROUP = "g:";
/** The channel setting that a robot or webhook is, as a person; null: a person it is. */
export const groupOf = (personId: string): string | null =>
  personId.startsWith(GROUP) ? personId.slice(GROUP.length) : null;

const text = (body: JsonObject | undefined, member: string): string => {
  const value = body?.[member];
  return typeof value === "string" ? value.trim() : "";
};

/** Who has a number, however it is written: the same number is the same person. Null: it is none. */
export const personOfNumber = ({ numberHash }: Pick<NotifyDeps, "numberHash">, phone: string): string | null => {
  const digits = phone.replace(/[^0-9]/g, "").replace(/^(00)?86(?=1[0-9]{10}$)/, "");
  return digits === "" ? null : `p:${numberHash(digits).slice(0, 32)}`;
};

type Step = Pick<NotifyStep, "recipients" | "accountIds" | "contactIds" | "channelIds" | "scheduleId">;

/** Finds whom the recipients of a step are, for one alarm, as it is now. Persons with one number are one. */
export const createPeopleFinder = (deps: NotifyDeps, book: CourierBook) => {
  const { access, seals, store } = deps;

  const person = async (
    tenant: TenantId,
    address: NotifyAddress,
    recipient: NoticeDraft["recipient"],
  ): Promise<ReachedPerson | null> => {
    const channels = await book.channelsOf(tenant, address);
    if (channels.length === 0) return null;
    const id = personOfNumber(deps, address.phone ?? "") ?? `c:${recipient.id}`;
    return { id, channels, address, recipient: { ...recipient, name: maskName(recipient.name) } };
  };
  type Found = {
    readonly address: NotifyAddress;
    readonly name: string;
    readonly recipient: NoticeDraft["recipient"];
    /** The contact that says so; null: it is said elsewhere. */ readonly item: ContactItem | null;
  };
  const contactAddress = (tenant: TenantId, item: ContactItem | null): Found | null => {
    const address = item === null ? null : openedAddress(seals, tenant, "noticeContact", item.id, item.body.sealed);
    if (item === null || address === null) return null;
    const { name } = item.body;
    return { address, name, item, recipient: { kind: "person", id: item.id, name, as: "contact" } };
  };
  /** By the contact that names the account, else by what the account says itself. */
  const accountAddress = async (tenant: TenantId, id: string): Promise<Found | null> => {
    const named = (await allContacts(access, tenant)).find(({ body }) => body.accountId === id);
    if (named !== undefined) return contactAddress(tenant, named);
    const found = await deps.people.find(tenant, id);
    if (found === null || found.status !== "active" || found.contact === "") return null;
    const address = openedJsonOrNull(seals, [tenant, "account", id, "contact"], found.contact) as NotifyAddress | null;
    const name = found.displayName;
    const recipient = { kind: "person", id, name, as: "account" } as const;
    return address === null ? null : { address, name, item: null, recipient };
  };
  const reached = async (tenant: TenantId, found: Found | null, isStrict: boolean): Promise<ReachedPerson | null> => {
    const one = found === null ? null : await person(tenant, found.address, found.recipient);
    const item = found?.item ?? null;
    if (one === null || item === null || !isStrict) return one;
    const channels = one.channels.filter((channel) => isVerifiedFor(deps, item, one.address, channel));
    return channels.length === 0 ? null : { ...one, channels };
  };
  const contact = async (tenant: TenantId, id: string, isStrict = false): Promise<ReachedPerson | null> =>
    reached(tenant, contactAddress(tenant, await contactItem(access, tenant, id)), isStrict);
  const account = async (tenant: TenantId, id: string, isStrict = false): Promise<ReachedPerson | null> =>
    reached(tenant, await accountAddress(tenant, id), isStrict);
  const ofRecord = async (tenant: TenantId, kind: "unit" | "operator", id: string): Promise<ReachedPerson | null> => {
    const record = id === "" ? null : await store.record(tenant, kind, id);
    const phone = text(record?.body, "contactPhone");
    if (record === null || record.deleted || phone === "") return null;
    return person(tenant, { phone }, { kind: "person", id, name: text(record.body, "contactName"), as: kind });
  };
  const group = async (tenant: TenantId, id: string): Promise<ReachedPerson | null> => {
    const way = await book.way(tenant, id);
    if (way === null || (way.courier.channel !== "chat" && way.courier.channel !== "webhook")) return null;
    const recipient = { kind: "machine", id, name: way.name, as: "group" } as const;
    return { id: `${GROUP}${id}`, channels: [way.courier.channel], address: {}, recipient };
  };

  const ofStep = async (
    tenant: TenantId,
    step: Step,
    policy: NotifyPolicy,
    alarm: StoredRecord,
    at: number,
  ): Promise<readonly ReachedPerson[]> => {
    const unitId = text(alarm.body, "unitId");
    const found: (ReachedPerson | null)[] = [];
    // Of class alarm nobody is left out (EF-4.2): who has not shown to have an address is told there all the same.
    const isStrict = policy.isVerifiedOnly === true && classOf(alarm.body) !== "alarm";
    for (const recipient of step.recipients)
      switch (recipient) {
        case "unitContact":
          found.push(await ofRecord(tenant, "unit", unitId));
          break;
        case "operatorContact": {
          const unit = unitId === "" ? null : await store.record(tenant, "unit", unitId);
          found.push(await ofRecord(tenant, "operator", text(unit?.body, "operatorId")));
          break;
        }
        case "dutyOfficer": {
          const { schedules = [] } = policy;
          const schedule = schedules.find(({ id }) => step.scheduleId === undefined || id === step.scheduleId);
          const id = schedule === undefined ? null : onCall(schedule, at, deps.utcOffsetMinutes);
          if (id !== null) found.push(await contact(tenant, id, isStrict));
          break;
        }
        case "assignee": {
          const id = alarm.life?.assigned?.to.id ?? null;
          if (id !== null) found.push(await account(tenant, id, isStrict));
          break;
        }
        case "account":
          for (const id of step.accountIds ?? []) found.push(await account(tenant, id, isStrict));
          break;
        case "contact":
          for (const id of step.contactIds ?? []) found.push(await contact(tenant, id, isStrict));
          break;
        case "group":
          for (const id of step.channelIds ?? []) found.push(await group(tenant, id));
          break;
      }
    const unique = new Map<string, ReachedPerson>();
    for (const one of found) if (one !== null && !unique.has(one.id)) unique.set(one.id, one);
    return [...unique.values()];
  };

  return {
    ofStep,
    contact,
    /** Where somebody is written to, by whatever channel; null: there is nobody. */
    addressee: async (tenant: TenantId, { as, id }: Addressee): Promise<Found | null> =>
      as === "contact" ? contactAddress(tenant, await contactItem(access, tenant, id)) : accountAddress(tenant, id),
    /** Of a row: the same person, and by which channels they are reached now. */
    ofAddress: async (tenant: TenantId, personId: string, address: NotifyAddress): Promise<NotifyPerson> => {
      const own = groupOf(personId);
      const way = own === null ? null : await book.way(tenant, own);
      const channels: readonly NotifyChannel[] =
        own === null ? await book.channelsOf(tenant, address) : way === null ? [] : [way.courier.channel];
      return { id: personId, channels };
    },
  };
};
export type PeopleFinder = ReturnType<typeof createPeopleFinder>;
