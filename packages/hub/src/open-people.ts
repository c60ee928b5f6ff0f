import type { Instant, TenantId } from "@dianan/model";
import { createConnections } from "./access/connections.ts";
import { createAccess } from "./access/open-access.ts";
import { createParties } from "./access/parties.ts";
import { createPasswordHashes } from "./access/password-hash.ts";
import { openTenantBook } from "./access/tenant-book.ts";
import type { HubConfig } from "./config.ts";
import type { AccessStore } from "./ports/access-store.ts";
import type { Outbound } from "./ports/outbound.ts";
import type { Seals } from "./ports/seals.ts";
import type { Store } from "./ports/store.ts";
import { roleRules } from "./role-rules.ts";
import { createPeerHand } from "./share/peer-hand.ts";
import { createPeerReader } from "./share/peer-reader.ts";

type PeopleNeeds = {
  readonly store: Store;
  readonly access: AccessStore;
  readonly seals: Seals;
  readonly outbound: Outbound;
  /** The hub's own tenant. */ readonly tenant: TenantId;
  readonly clock: () => Instant;
  /** Ends what waits for another platform. */ readonly signal: AbortSignal;
};

/** Who may come in: people, machines, other platforms, and the organisations they belong to. */
export const openPeople = async (config: HubConfig, needs: PeopleNeeds) => {
  const { store, access, seals, outbound, tenant, clock, signal } = needs;
  const deps = {
    store,
    access,
    hashes: createPasswordHashes(),
    seals,
    roles: roleRules,
    policy: config.passwordPolicy ?? "default",
    issuer: "DianAn",
  } as const;
  const { engine: people, machines } = createAccess(deps, homeOf(config));
  const home = { id: tenant, name: config.platformName, platformCode: config.platformCode };
  const book = await openTenantBook({ store, access, people: people.people }, home, clock());
  const reader = createPeerReader(outbound, clock, signal);
  const parties = createParties(deps, reader);
  const { connections, links } = createConnections(deps, reader, createPeerHand(outbound, clock, signal), parties);
  return { deps, people, machines, book, parties, connections, links };
};

/** Where browsers reach the console: a passkey is bound to that name. */
const homeOf = ({ publicUrl = "", httpPort }: HubConfig) => {
  const url = new URL(publicUrl === "" ? `http://localhost:${httpPort}` : publicUrl);
  return { domain: url.hostname, origins: [url.origin] };
};
