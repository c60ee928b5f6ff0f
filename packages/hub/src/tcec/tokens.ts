import { randomUUID } from "node:crypto";
import type { Instant, TenantId } from "@dianan/model";
import type { AccessDraft } from "../ports/access-store.ts";
import type { Write } from "../ports/write.ts";
import type { TcecDeps } from "./tcec-deps.ts";

/** What is usual, and what the standard names as an example. */
export const TOKEN_SECONDS = 7_200;
/** A token is given again while it is good for longer than this: a partner that asks at each call leaves no heap of tokens. */
const AGAIN_MS = (TOKEN_SECONDS * 1_000) / 2;

export type Tokens = {
  issue(
    tenant: TenantId,
    partnerId: string,
    now: Instant,
  ): Promise<{ readonly token: string; readonly seconds: number }>;
  isGood(tenant: TenantId, partnerId: string, token: string | null, now: Instant): Promise<boolean>;
  /** Ends all of a partner's. */ dropped(tenant: TenantId, partnerId: string): Promise<readonly Write[]>;
};

/** Tokens of partners (访问令牌), kept as hashes. A new one ends no older one. */
export const createTokens = ({
  access,
  store,
  hashOf,
  newSecret,
}: Pick<TcecDeps, "access" | "store" | "hashOf" | "newSecret">): Tokens => {
  const last = new Map<string, { readonly token: string; readonly endsAt: number }>();
  const givenUntil = ({ endsAt }: { readonly endsAt: number }, now: number): number =>
    Math.floor((endsAt - now) / 1_000);
  return {
    issue: async (tenant, partnerId, now) => {
      const known = last.get(partnerId);
      if (known !== undefined && known.endsAt - now > AGAIN_MS)
        return { token: known.token, seconds: givenUntil(known, now) };
      const token = newSecret();
      const endsAt = (now + TOKEN_SECONDS * 1_000) as Instant;
      const item: AccessDraft = {
        kind: "tcecToken",
        id: `${partnerId}/${randomUUID()}`,
        body: { partnerId },
        lookup: hashOf(token),
        expiresAt: endsAt,
      };
      await store.commit({ tenant, writes: [{ kind: "item", item, ifVersion: 0 }] });
      last.set(partnerId, { token, endsAt });
      return { token, seconds: TOKEN_SECONDS };
    },
    isGood: async (tenant, partnerId, token, now) => {
      if (token === null) return false;
      const item = await access.find("tcecToken", hashOf(token));
      return (
        item !== null &&
        item.tenant === tenant &&
        item.body.partnerId === partnerId &&
        item.expiresAt !== null &&
        item.expiresAt > now
      );
    },
    dropped: async (tenant, partnerId) => {
      last.delete(partnerId);
      const items = await access.items(tenant, "tcecToken", `${partnerId}/`, 500);
      return items
        .filter(({ body }) => body.partnerId === partnerId)
        .map(({ id }) => ({ kind: "dropItem", item: "tcecToken", id, must: false }) as const);
    },
  };
};
