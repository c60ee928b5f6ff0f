import type { TenantId } from "@dianan/model";
import { allOf } from "../ports/act.ts";
import { gives, type PartnerItem, partnerItem, takes } from "./partner-item.ts";
import type { TcecDeps } from "./tcec-deps.ts";

/** Partners as they are now, in memory: what is committed asks at each batch who is to be told. */
export type PartnerBook = {
  load(tenants: readonly TenantId[]): Promise<void>;
  reload(tenant: TenantId, id: string): Promise<void>;
  find(id: string): PartnerItem | null;
  all(): readonly PartnerItem[];
  /** To whom we push. */ pushing(tenant: TenantId): readonly PartnerItem[];
};

const isCalled = ({ body }: PartnerItem): boolean =>
  body.isEnabled && body.url !== null && body.secretsSet.includes("outgoing");
export const isPushedTo = (item: PartnerItem): boolean => isCalled(item) && gives(item.body);
/** Whether we ask it for its stations. */
export const isAsked = (item: PartnerItem): boolean => isCalled(item) && takes(item.body);

export const createPartnerBook = ({ access }: Pick<TcecDeps, "access">): PartnerBook => {
  const partners = new Map<string, PartnerItem>();
  const pushed = new Map<TenantId, readonly PartnerItem[]>();
  const sort = (): void => {
    pushed.clear();
    for (const item of partners.values())
      if (isPushedTo(item)) pushed.set(item.tenant, [...(pushed.get(item.tenant) ?? []), item]);
  };
  return {
    load: async (tenants) => {
      for (const tenant of tenants)
        for (const item of await allOf(access, tenant, "tcecPartner")) partners.set(item.id, item as PartnerItem);
      sort();
    },
    reload: async (tenant, id) => {
      const item = await partnerItem(access, tenant, id);
      if (item === null) partners.delete(id);
      else partners.set(id, item);
      sort();
    },
    find: (id) => partners.get(id) ?? null,
    all: () => [...partners.values()],
    pushing: (tenant) => pushed.get(tenant) ?? [],
  };
};
