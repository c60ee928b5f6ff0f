import { randomUUID } from "node:crypto";
import type { Instant, TenantId } from "@dianan/model";
import type { Actor } from "../ports/act.ts";
import type { Circumstance } from "../ports/caller.ts";
import type { Connections, Here, PartyLinks, PeerHand } from "../ports/connections.ts";
import type { Parties, Party, Peer, PeerKey, PeerReader } from "../ports/parties.ts";
import type { Write } from "../ports/write.ts";
import { type AccessDeps, tryCommit } from "./access-deps.ts";
import { told } from "./act.ts";
import {
  codeLookup,
  createPartyShelf,
  dropToken,
  isAlive,
  newToken,
  OVERLAP_MS,
  type PartyBody,
  type PartyItem,
  partyOf,
  partyWrite,
  sealPlace,
  TOKEN_MS,
  type TokenItem,
  tokenWrite,
} from "./party-items.ts";
import { openedText } from "./seal.ts";

/** A handshake is over within this, or it came to nothing. */
const PENDING_MS = 10 * 60_000;
/** SEC-API-04: tokens between platforms are renewed so often by whoever began. */
const RENEW_MS = 30 * 86_400_000;
/** A renewal that failed is tried again so often: the tokens of before are good for months. */
const RETRY_MS = 3_600_000;
/** A change of somebody else's came between so often. */
const TRIES_MAX = 3;

/** Where the other side takes handshakes; null: it does not say. */
const credentialsOf = ({ endpoints }: Peer): string | null =>
  endpoints.find(({ module, role }) => module === "credentials" && role === "receiver")?.url ?? null;

const failed = <E>(error: E): { readonly ok: false; readonly error: E } => ({ ok: false, error });

/** The handshake from the side that was invited: what OCPI calls the sender's part. */
export const createConnections = (
  deps: AccessDeps,
  reader: PeerReader,
  hand: PeerHand,
  parties: Pick<Parties, "remove">,
): { readonly connections: Connections; readonly links: PartyLinks } => {
  const { access, seals } = deps;
  const shelf = createPartyShelf(access);
  const sealed = (text: string, tenant: TenantId, party: string): string =>
    seals.seal(new TextEncoder().encode(text), sealPlace(tenant, party));
  /** With what we call a party; null: none that opens. */
  const ownKey = ({ tenant, id, body }: PartyItem): PeerKey | null => {
    const token = body.link === null ? null : openedText(seals, body.link.token, sealPlace(tenant, id));
    return token === null ? null : { token, isSigning: body.link?.isSigning === true };
  };
  /** A token with which the other side is to call us, sent or signing. */
  const theirToken = (tenant: TenantId, id: string, party: string, expiresAt: Instant, mustSign: boolean) => {
    const place = [tenant, "partyToken", id, "token"];
    const seal = (text: string): string => seals.seal(new TextEncoder().encode(text), place);
    return newToken(id, party, "registration", expiresAt, mustSign ? seal : null);
  };
  const shown = async (tenant: TenantId, id: string): Promise<Party | null> => {
    const item = await shelf.item(tenant, id);
    return item === null ? null : partyOf(item, await shelf.tokensOf(tenant, id));
  };
  const gone = (id: string, tokens: readonly Pick<TokenItem, "id">[]): readonly Write[] => [
    { kind: "dropItem", item: "party", id, must: false },
    ...tokens.map((one) => dropToken(one)),
  ];

  const connect: Connections["connect"] = async (who, draft, here, at) => {
    const { tenant } = who;
    const tell = (object: string, result: "done" | "failed", why = ""): Write =>
      told(who, "party.connect", object, result, at, why);
    const peer = await reader.read(draft.versionsUrl, { token: draft.token, isSigning: false });
    const address = peer.ok ? credentialsOf(peer.value) : null;
    if (!peer.ok || address === null) {
      const error = peer.ok ? "peer-unreachable" : peer.error;
      await deps.store.commit({ tenant, writes: [tell(new URL(draft.versionsUrl).origin, "failed", error)] });
      return failed(error);
    }
    const id = randomUUID();
    const tokenId = randomUUID();
    const { isSigning } = draft;
    const token = theirToken(tenant, tokenId, id, (at.now + PENDING_MS) as Instant, isSigning);
    // Its code is not known before it answers.
    const asked: PartyBody = {
      ...{ platformCode: `?${id}`, name: new URL(draft.versionsUrl).host, scopes: draft.scopes, scope: draft.scope },
      ...{ isSuspended: false, initiative: "here", exchange: draft.exchange, link: null },
    };
    // The other side reads our versions with it before it answers.
    await deps.store.commit({ tenant, writes: [partyWrite(tenant, id, asked, 0), token.write] });
    const end = (why: string): Promise<unknown> =>
      deps.store.commit({ tenant, writes: [...gone(id, [{ id: tokenId }]), tell(`party:${id}`, "failed", why)] });
    const invitation = { token: draft.token, isSigning: false };
    const signing = isSigning ? { isSigning, mustSign: true } : {};
    const answer = await hand.shake("POST", address, invitation, { ...here, token: token.token, ...signing });
    if (!answer.ok) {
      await end(answer.error);
      return failed(answer.error);
    }
    const { platformCode, name } = answer.value;
    const before = (await access.find("party", codeLookup(tenant, platformCode))) as PartyItem | null;
    const isTaken = platformCode === here.platformCode || (before !== null && before.body.link !== null);
    const link = {
      ...{ url: draft.versionsUrl, peer: peer.value, token: sealed(answer.value.token, tenant, id) },
      isSigning: answer.value.isSigning,
      ...{ renewedAt: at.now, answeredAt: at.now, isDown: false, hereUrl: here.url },
    };
    const kept = newTokenEnd(tokenId, id, token.write, at.now);
    const done = isTaken
      ? "conflict"
      : await tryCommit(deps, tenant, [
          // An invitation of ours that it has not used is no longer needed.
          ...(before === null ? [] : gone(before.id, await shelf.tokensOf(tenant, before.id))),
          partyWrite(tenant, id, { ...asked, platformCode, name, link }, 1),
          kept,
          tell(`party:${id}`, "done", platformCode),
        ]);
    const party = done === "done" ? await shown(tenant, id) : null;
    if (party !== null) return { ok: true, value: party };
    await hand.leave(address, answer.value);
    await end(isTaken ? "taken" : "busy");
    return failed(isTaken ? "taken" : "busy");
  };

  /** Keeps what the other side gave, whatever changed the party meanwhile. */
  const renewed = async (
    who: Actor,
    tenant: TenantId,
    id: string,
    given: PeerKey & { readonly tokenId: string },
    at: Circumstance,
  ): Promise<"done" | "busy"> => {
    for (let tries = 0; tries < TRIES_MAX; tries += 1) {
      const item = await shelf.item(tenant, id);
      if (item === null || item.body.link === null) return "busy";
      const { token, isSigning, tokenId } = given;
      const link = { ...item.body.link, token: sealed(token, tenant, id), isSigning, renewedAt: at.now };
      const others = (await shelf.tokensOf(tenant, id)).filter((one) => one.id !== tokenId);
      const ends = (one: TokenItem): Instant => Math.min(one.expiresAt ?? 0, at.now + OVERLAP_MS) as Instant;
      const done = await tryCommit(deps, tenant, [
        partyWrite(tenant, id, { ...item.body, link: { ...link, answeredAt: at.now, isDown: false } }, item.version),
        ...others.map((one) => tokenWrite({ ...one, expiresAt: ends(one) }, null)),
        told(who, "party.rotate", `party:${id}`, "done", at),
      ]);
      if (done === "done") return "done";
    }
    return "busy";
  };

  const rotate: Connections["rotate"] = async (who, tenant, id, here, at) => {
    const item = await shelf.item(tenant, id);
    if (item === null) return failed("absent");
    if (item.body.link === null) return failed("unregistered");
    const address = credentialsOf(item.body.link.peer);
    const own = ownKey(item);
    if (address === null || own === null) return failed("peer-unreachable");
    const tokenId = randomUUID();
    // As it was agreed: whoever signs goes on to sign.
    const mustSign = (await shelf.tokensOf(tenant, id)).some(({ body }) => (body.sealed ?? null) !== null);
    const fresh = theirToken(tenant, tokenId, id, (at.now + TOKEN_MS) as Instant, mustSign);
    await deps.store.commit({ tenant, writes: [fresh.write] });
    const url = item.body.link.hereUrl ?? here.url;
    const signing = { ...(own.isSigning ? { isSigning: true } : {}), ...(mustSign ? { mustSign } : {}) };
    const answer = await hand.shake("PUT", address, own, { ...here, url, token: fresh.token, ...signing });
    if (!answer.ok) {
      // Where there was no answer it may have the new token already, so that stays good.
      const writes = answer.error === "peer-refused" ? [dropToken({ id: tokenId })] : [];
      await deps.store.commit({
        tenant,
        writes: [...writes, told(who, "party.rotate", `party:${id}`, "failed", at, answer.error)],
      });
      return failed(answer.error);
    }
    const done = await renewed(who, tenant, id, { ...answer.value, tokenId }, at);
    const party = done === "done" ? await shown(tenant, id) : null;
    return party === null ? failed("busy") : { ok: true, value: party };
  };

  const triedAt = new Map<string, number>();
  const keepOne = async (item: PartyItem, here: Omit<Here, "url">, now: Instant): Promise<void> => {
    const { tenant, id, body } = item;
    if (body.initiative !== "here") return;
    if (body.link === null) {
      const tokens = await shelf.tokensOf(tenant, id);
      if (tokens.some((one) => isAlive(one, now))) return;
      await tryCommit(deps, tenant, gone(id, tokens));
      return;
    }
    const isDue = now - body.link.renewedAt >= RENEW_MS && now - (triedAt.get(id) ?? 0) >= RETRY_MS;
    if (!isDue || body.isSuspended || body.link.hereUrl === undefined) return;
    triedAt.set(id, now);
    const at = { now, source: "", requestId: randomUUID() };
    await rotate("hub", tenant, id, { ...here, url: body.link.hereUrl }, at);
  };

  return {
    connections: {
      connect,
      rotate,
      setExchange: async (who, id, exchange, at) => {
        for (let tries = 0; tries < TRIES_MAX; tries += 1) {
          const item = await shelf.item(who.tenant, id);
          if (item === null) return "absent";
          const done = await tryCommit(deps, who.tenant, [
            partyWrite(who.tenant, id, { ...item.body, exchange }, item.version),
            told(who, "party.exchange", `party:${id}`, "done", at, exchangeWords(exchange)),
          ]);
          if (done === "done") return (await shown(who.tenant, id)) ?? "absent";
        }
        return "busy";
      },
      remove: async (who, id, at) => {
        const item = await shelf.item(who.tenant, id);
        const address = item?.body.link ? credentialsOf(item.body.link.peer) : null;
        const own = item === null ? null : ownKey(item);
        const done = await parties.remove(who, id, at);
        if (done === "done" && address !== null && own !== null) void hand.leave(address, own);
        return done;
      },
      keep: async (tenant, here, now) => {
        for (const item of await shelf.items(tenant)) await keepOne(item, here, now);
      },
    },
    links: {
      linked: async (tenant) =>
        (await shelf.items(tenant)).flatMap((item) => {
          const { link, isSuspended } = item.body;
          if (link === null) return [];
          const { id, name, exchange } = partyOf(item, []);
          return [{ id, name, exchange, isSuspended, url: link.url, endpoints: link.peer.endpoints }];
        }),
      key: async (tenant, id) => {
        const item = await shelf.item(tenant, id);
        return item === null || item.body.isSuspended ? null : ownKey(item);
      },
    },
  };
};

/** The token of a handshake that is over lasts as any other. */
const newTokenEnd = (id: string, party: string, made: Write, now: number): Write => {
  if (made.kind !== "item" || made.item.lookup === null) throw new TypeError(`${id} is no token of ${party}`);
  const { body, lookup } = made.item;
  return tokenWrite({ id, body, lookup, expiresAt: (now + TOKEN_MS) as Instant }, null);
};

const exchangeWords = ({ push, pull }: Party["exchange"]): string =>
  [
    ...(push === null ? [] : [`push ${push.kinds.join(" ")} ${push.personalData} ${push.agreement ?? ""}`.trim()]),
    ...(pull === null ? [] : [`pull ${pull.kinds.join(" ")}`]),
  ].join("; ");
