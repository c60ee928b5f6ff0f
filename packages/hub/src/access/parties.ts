import { randomUUID } from "node:crypto";
import type { Instant } from "@dianan/model";
import type { Caller, Circumstance } from "../ports/caller.ts";
import type { HandshakeFault, Parties, PartyCredentials, PeerReader } from "../ports/parties.ts";
import type { Write } from "../ports/write.ts";
import { type AccessDeps, tryCommit } from "./access-deps.ts";
import { told } from "./act.ts";
import { createPartyCallers } from "./party-callers.ts";
import {
  codeLookup,
  createPartyShelf,
  dropToken,
  isAlive,
  newToken,
  OVERLAP_MS,
  type PartyItem,
  partyOf,
  partyWrite,
  TOKEN_MS,
  type TokenItem,
  tokenWrite,
} from "./party-items.ts";
import { createPartyWatch } from "./party-watch.ts";
import { secretHashHex } from "./secrets.ts";

/** An invitation goes from people to people, by mail or letter. */
const INVITATION_MS = 7 * 86_400_000;
/** A change of somebody else's came between so often. */
const TRIES_MAX = 3;

/** Other platforms, as OCPI lets them in: an invitation, a handshake, tokens that are renewed. */
export const createParties = (deps: AccessDeps, peers: PeerReader): Parties => {
  const { access, store, seals } = deps;

  const { item: partyItem, items: allParties, tokens: allTokens, tokensOf } = createPartyShelf(access);
  const drop = dropToken;
  const isNotMe =
    ({ credential }: Caller) =>
    ({ id }: TokenItem): boolean =>
      id !== credential;

  /** The token with which somebody came, and its party. */
  const comes = async (who: Caller): Promise<{ token: TokenItem; party: PartyItem } | null> => {
    if (!who.actor.startsWith("party:")) return null;
    const token = (await access.item(who.tenant, "partyToken", who.credential)) as TokenItem | null;
    const party = token === null ? null : await partyItem(who.tenant, token.body.party);
    return token === null || party === null ? null : { token, party };
  };

  /** Reads the other side, then keeps what it gave and gives a new token. */
  const shake = async (
    who: Caller,
    given: PartyCredentials,
    at: Circumstance,
    use: "invitation" | "registration",
    act: string,
    hereUrl?: string,
  ): ReturnType<Parties["register"]> => {
    const refused = (error: HandshakeFault) => ({ ok: false, error }) as const;
    const here = await comes(who);
    if (here === null) return refused("no-party");
    const { token, party } = here;
    const object = `party:${party.id}`;
    if (token.body.use !== use) return refused(use === "invitation" ? "registered" : "unregistered");
    if (given.platformCode !== party.body.platformCode) return refused("other-code");
    const peer = await peers.read(given.url, { token: given.token, isSigning: given.mustSign === true });
    if (!peer.ok) {
      await store.commit({ tenant: who.tenant, writes: [told(who, act, object, "failed", at, peer.error)] });
      return refused(peer.error);
    }
    const id = randomUUID();
    const sealed = (text: string, place: readonly string[]): string =>
      seals.seal(new TextEncoder().encode(text), [who.tenant, ...place, "token"]);
    const seal = given.isSigning === true ? (text: string) => sealed(text, ["partyToken", id]) : null;
    const fresh = newToken(id, party.id, "registration", (at.now + TOKEN_MS) as Instant, seal);
    const body = {
      ...party.body,
      name: given.name,
      link: {
        url: given.url,
        peer: peer.value,
        token: sealed(given.token, ["party", party.id]),
        isSigning: given.mustSign === true,
        renewedAt: at.now,
        answeredAt: at.now,
        isDown: false,
        ...(hereUrl === undefined ? {} : { hereUrl }),
      },
    };
    const ends = Math.min(token.expiresAt ?? 0, at.now + OVERLAP_MS) as Instant;
    const done = await tryCommit(deps, who.tenant, [
      partyWrite(who.tenant, party.id, body, party.version),
      // Whatever ends a token changes its party too, so the party's version stands for the tokens'.
      ...(use === "invitation" ? [drop(token, true)] : [tokenWrite({ ...token, expiresAt: ends }, null)]),
      ...(await tokensOf(who.tenant, party.id)).filter(isNotMe(who)).map((one) => drop(one)),
      fresh.write,
      told(who, act, object, "done", at),
    ]);
    if (done === "conflict") return refused((await comes(who)) === null ? "registered" : "busy");
    const made = (await access.item(who.tenant, "partyToken", id)) as TokenItem;
    const now = { ...party, body } as unknown as PartyItem;
    const keyId = seal === null ? null : secretHashHex(fresh.token);
    return { ok: true, value: { party: partyOf(now, [made]), token: fresh.token, keyId } };
  };

  const end = async (who: Caller, id: string, act: string, at: Circumstance): Promise<"done" | "absent"> => {
    const writes: readonly Write[] = [
      { kind: "dropItem", item: "party", id, must: true },
      ...(await tokensOf(who.tenant, id)).map((one) => drop(one)),
      told(who, act, `party:${id}`, "done", at),
    ];
    return (await tryCommit(deps, who.tenant, writes)) === "done" ? "done" : "absent";
  };

  return {
    invite: async (who, draft, at) => {
      const { tenant } = who;
      const before = (await access.find("party", codeLookup(tenant, draft.platformCode))) as PartyItem | null;
      const alive = before === null ? [] : (await tokensOf(tenant, before.id)).filter((one) => isAlive(one, at.now));
      if (before !== null && (before.body.link !== null || alive.length > 0)) return "taken";
      const id = randomUUID();
      const expiresAt = (at.now + INVITATION_MS) as Instant;
      const { token, write } = newToken(randomUUID(), id, "invitation", expiresAt);
      const body = { ...draft, initiative: "there" as const, isSuspended: false, link: null };
      const done = await tryCommit(deps, tenant, [
        ...(before === null ? [] : [{ kind: "dropItem", item: "party", id: before.id, must: true } as const]),
        partyWrite(tenant, id, body, 0),
        write,
        told(who, "party.invite", `party:${id}`, "done", at, draft.platformCode),
      ]);
      const party = { ...partyOf({ tenant, id, body } as unknown as PartyItem, []), expiresAt };
      return done === "conflict" ? "taken" : { party, token, expiresAt };
    },
    register: (who, given, at, hereUrl) => shake(who, given, at, "invitation", "party.register", hereUrl),
    renew: (who, given, at, hereUrl) => shake(who, given, at, "registration", "party.renew", hereUrl),
    own: async (who) => {
      const here = await comes(who);
      if (here === null) return { ok: false, error: "no-party" };
      if (here.party.body.link === null) return { ok: false, error: "unregistered" };
      return { ok: true, value: partyOf(here.party, await tokensOf(who.tenant, here.party.id)) };
    },
    leave: async (who, at) => {
      const here = await comes(who);
      if (here === null) return "no-party";
      if (here.party.body.link === null) return "unregistered";
      return (await end(who, here.party.id, "party.leave", at)) === "done" ? "done" : "no-party";
    },
    list: async (tenant) => {
      const tokens = await allTokens(tenant);
      return (await allParties(tenant)).map((item) =>
        partyOf(
          item,
          tokens.filter(({ body }) => body.party === item.id),
        ),
      );
    },
    find: async (tenant, id) => {
      const item = await partyItem(tenant, id);
      return item === null ? null : partyOf(item, await tokensOf(tenant, id));
    },
    setSuspended: async (who, id, isSuspended, reason, at) => {
      for (let tries = 0; tries < TRIES_MAX; tries += 1) {
        const item = await partyItem(who.tenant, id);
        if (item === null) return "absent";
        const body = { ...item.body, isSuspended };
        const done = await tryCommit(deps, who.tenant, [
          partyWrite(who.tenant, id, body, item.version),
          told(who, isSuspended ? "party.suspend" : "party.restore", `party:${id}`, "done", at, reason),
        ]);
        if (done === "done") return partyOf({ ...item, body } as PartyItem, await tokensOf(who.tenant, id));
      }
      return "busy";
    },
    remove: (who, id, at) => end(who, id, "party.remove", at),
    ...createPartyCallers(deps),
    watch: createPartyWatch(deps, peers, async (tenant) => {
      const tokens = await allTokens(tenant);
      return (await allParties(tenant)).map((item) => ({
        item,
        seenAt: partyOf(
          item,
          tokens.filter(({ body }) => body.party === item.id),
        ).lastSeenAt,
      }));
    }),
  };
};
