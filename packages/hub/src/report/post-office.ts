import type { TenantId } from "@dianan/model";
import type { Account } from "../ports/account.ts";
import type { Letters } from "../ports/letters.ts";

/** What sending reports needs of the hub besides: it opens after the reports do. */
export type PostOffice = {
  readonly letters: Letters;
  readonly accounts: { find(tenant: TenantId, id: string): Promise<Account | null> };
  /** Whether a role may read reports. */ readonly mayRead: (role: string) => boolean;
  /** Address at which people reach the hub; empty: no links go out. */ readonly publicUrl: string;
};
