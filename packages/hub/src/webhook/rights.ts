import type { Instant, TenantId } from "@dianan/model";
import { type OperationRow, operations, type RoleId, type Scope as ScopeWord } from "@dianan/open-api/tables";
import type { People } from "../ports/access-engine.ts";
import { PERSONAL_SCOPE, type Scope } from "../ports/caller.ts";
import type { Machines } from "../ports/machines.ts";
import type { Parties } from "../ports/parties.ts";

/** What an owner may see now. */
export type Right = {
  readonly scope: Scope;
  /** Persons in full: of a machine whose credential names the scope, which is the agreement (SEC-PII-05). */
  readonly isPersonal: boolean;
};

/** Null: it may not read events (any more). `paused`: not now, such as a platform that is suspended. */
export type Rights = (tenant: TenantId, owner: string, now: Instant) => Promise<Right | "paused" | null>;

/** A webhook reads what this operation reads, on and on. */
const reading = (operations as readonly OperationRow[]).find(({ id }) => id === "listChanges");

const mayRead = (role: string, scopes: readonly string[] | null): boolean =>
  reading?.roles.includes(role as RoleId) === true &&
  (scopes === null || reading.scopes.every((word: ScopeWord) => scopes.includes(word)));

const rightOf = (role: string, scope: Scope, scopes: readonly string[] | null): Right | null =>
  mayRead(role, scopes) ? { scope, isPersonal: scopes?.includes(PERSONAL_SCOPE) === true } : null;

/**
 * Looks an owner up each time: what it has lost, its webhooks have lost (SEC-AZ-07).
 *
 * @param owner - as in the audit log: `account:<id>`, `key:<id>`, `client:<id>`, `party:<id>`
 */
export const createRights =
  ({ keys, clients }: Machines, people: Pick<People, "find">, parties: Pick<Parties, "find">): Rights =>
  async (tenant, owner, now) => {
    const [kind, ...rest] = owner.split(":");
    const id = rest.join(":");
    switch (kind) {
      case "key": {
        const key = await keys.find(tenant, id);
        return key !== null && key.expiresAt > now ? rightOf(key.role, key.scope, key.scopes) : null;
      }
      case "client": {
        const client = await clients.find(tenant, id);
        const isIn = client !== null && !client.isDisabled && client.expiresAt > now;
        return isIn ? rightOf(client.role, client.scope, client.scopes) : null;
      }
      case "account": {
        const account = await people.find(tenant, id);
        return account?.status === "active" ? rightOf(account.role, account.scope, null) : null;
      }
      case "party": {
        const party = await parties.find(tenant, id);
        if (party === null || party.renewedAt === null || (party.expiresAt ?? 0) <= now) return null;
        return party.state === "suspended" ? "paused" : rightOf("platform", party.scope, party.scopes);
      }
      default:
        return null;
    }
  };
