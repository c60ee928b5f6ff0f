import type { AccessItem } from "../ports/access-store.ts";
import type { Account, AccountBody } from "../ports/account.ts";
import type { JsonObject } from "../ports/records.ts";
import type { Write } from "../ports/write.ts";
import { loginName, secretHash } from "./secrets.ts";

export const nameLookup = (name: string): Uint8Array => secretHash(`account:${loginName(name)}`);

export const accountOf = ({ tenant, id, version, body }: AccessItem): Account => ({
  ...(body as unknown as AccountBody),
  tenant,
  id,
  version,
});

/** Writes an account as it now is; a `conflict` when it has changed since it was read. */
export const accountWrite = ({ tenant: _, id, version, ...body }: Account): Write => ({
  kind: "item",
  item: { kind: "account", id, body: body as unknown as JsonObject, lookup: nameLookup(body.name), expiresAt: null },
  ifVersion: version,
});

/** Removes an account's sessions, challenges and codes: what it had open ends at once (SEC-AZ-07). */
export const endAll = (items: readonly AccessItem[], account: string, except = ""): readonly Write[] =>
  items
    .filter(({ id, body }) => body.account === account && id !== except)
    .map(({ kind, id }): Write => ({ kind: "dropItem", item: kind, id, must: false }));
