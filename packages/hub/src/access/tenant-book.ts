import { randomUUID } from "node:crypto";
import { type Instant, type TenantId, tenantId } from "@dianan/model";
import type { People } from "../ports/access-engine.ts";
import type { AccessItem, AccessStore } from "../ports/access-store.ts";
import type { Caller, Circumstance } from "../ports/caller.ts";
import type { JsonObject } from "../ports/records.ts";
import type { Store } from "../ports/store.ts";
import type { FirstCode, Tenant, TenantBook, TrustLevel } from "../ports/tenants.ts";
import type { Write } from "../ports/write.ts";
import { tryCommit } from "./access-deps.ts";
import { told } from "./act.ts";
import { secretHash } from "./secrets.ts";

/** Who invites everybody else. */
const FIRST_ROLE = "securityAdministrator";
/** SEC-USR-01: how long the code of a first administrator is good. */
const FIRST_MS = 3_600_000;

type Body = Omit<Tenant, "id" | "version">;

const tenantOf = ({ tenant, body, version }: AccessItem): Tenant => ({
  id: tenant,
  ...(body as unknown as Body),
  version,
});

/** The platform code is the hub's only one: alarms are told apart by it. */
const tenantWrite = (id: TenantId, body: Body, ifVersion: number): Write => ({
  kind: "item",
  item: {
    kind: "tenant",
    id,
    body: body as unknown as JsonObject,
    lookup: secretHash(`platform:${body.platformCode}`),
    expiresAt: null,
  },
  ifVersion,
});

type Deps = {
  readonly store: Pick<Store, "commit">;
  readonly access: AccessStore;
  readonly people: Pick<People, "firstCode" | "isEmpty">;
};

/**
 * Opens the book of tenants. The hub's own one is in it from the first start on, and follows the hub's options.
 *
 * @param home - the hub's own tenant with its name and platform code
 */
export const openTenantBook = async (
  deps: Deps,
  home: Pick<Tenant, "id" | "name" | "platformCode">,
  now: Instant,
): Promise<TenantBook> => {
  const { access, people, store } = deps;
  const trust = new Map<TenantId, TrustLevel>();

  const read = async (id: TenantId): Promise<Tenant | null> => {
    const item = await access.item(id, "tenant", id);
    return item === null ? null : tenantOf(item);
  };
  const isHome = ({ tenant }: Caller): boolean => tenant === home.id;
  /** What `who` may see: every one, or its own. */
  const seen = async (who: Caller, id: string): Promise<Tenant | null> => {
    if (!isHome(who) && id !== who.tenant) return null;
    return read(tenantId(id));
  };
  const newCode = async (id: TenantId, at: Circumstance): Promise<FirstCode | null> => {
    const code = await people.firstCode(id, FIRST_ROLE, at.now);
    return code === null ? null : { code, expiresAt: (at.now + FIRST_MS) as Instant };
  };

  const ownNow = await read(home.id);
  const { id: homeId, ...called } = home;
  const own: Body = {
    ...(ownNow ?? { state: "active", leastTrust: "T0", createdAt: now, updatedAt: now }),
    ...called,
  };
  if (ownNow?.name !== home.name || ownNow.platformCode !== home.platformCode) {
    const { id: _, version: _version, ...body } = own as Tenant;
    await store.commit({
      tenant: homeId,
      writes: [tenantWrite(homeId, { ...body, updatedAt: now }, ownNow?.version ?? 0)],
    });
  }
  for (const item of await access.tenants()) trust.set(item.tenant, tenantOf(item).leastTrust);

  return {
    list: async (who) => {
      if (isHome(who)) return (await access.tenants()).map(tenantOf);
      const one = await read(who.tenant);
      return one === null ? [] : [one];
    },
    find: seen,
    add: async (who, draft, at) => {
      if (!isHome(who)) return "forbidden";
      const id = tenantId(randomUUID());
      const { name, platformCode } = draft;
      const body: Body = {
        ...{ name, platformCode, state: "active", leastTrust: "T0" },
        ...{ createdAt: at.now, updatedAt: at.now },
      };
      const entry = (): Write => told(who, "tenant.create", `tenant:${id}`, "done", at, platformCode);
      if ((await tryCommit(deps, id, [tenantWrite(id, body, 0), entry()])) === "conflict") return "taken";
      // Each tenant has a log of its own: the hub's own says too whom it let in.
      await store.commit({ tenant: homeId, writes: [entry()] });
      trust.set(id, body.leastTrust);
      const first = await newCode(id, at);
      if (first === null) throw new Error("a new tenant has an administrator already");
      return { tenant: { id, ...body, version: 1 }, first };
    },
    firstCode: async (who, id, at) => {
      const tenant = await seen(who, id);
      if (tenant === null) return "absent";
      if (!isHome(who)) return "forbidden";
      if (!(await people.isEmpty(tenant.id))) return "over";
      const entry = (): Write => told(who, "tenant.firstCode", `tenant:${id}`, "done", at);
      await store.commit({ tenant: tenant.id, writes: [entry()] });
      return (await newCode(tenant.id, at)) ?? "over";
    },
    change: async (who, id, version, set, at) => {
      const tenant = await seen(who, id);
      if (tenant === null) return "absent";
      if (set.state !== undefined && !isHome(who)) return "forbidden";
      if (set.state === "suspended" && tenant.id === homeId) return "home";
      // Its name is an option of the hub.
      if (set.name !== undefined && tenant.id === homeId) return "home";
      const { id: _, version: _version, ...before } = tenant;
      const body: Body = { ...before, ...set, updatedAt: at.now };
      const entry = (): Write => told(who, "tenant.change", `tenant:${id}`, "done", at, Object.keys(set).join(" "));
      if ((await tryCommit(deps, tenant.id, [tenantWrite(tenant.id, body, version), entry()])) === "conflict")
        return "conflict";
      if (tenant.id !== who.tenant) await store.commit({ tenant: homeId, writes: [entry()] });
      trust.set(tenant.id, body.leastTrust);
      return { id: tenant.id, ...body, version: version + 1 };
    },
    isActive: async (id) => id === homeId || (await read(id))?.state === "active",
    leastTrust: (id) => trust.get(id) ?? "T0",
    platformCode: async (id) => (await read(id))?.platformCode ?? home.platformCode,
  };
};
