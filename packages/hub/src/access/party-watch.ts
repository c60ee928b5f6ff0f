import type { Instant, TenantId } from "@dianan/model";
import type { Result } from "@dianan/sharing";
import type { Parties, Peer, PeerFault, PeerReader } from "../ports/parties.ts";
import { type AccessDeps, tryCommit } from "./access-deps.ts";
import { type PartyItem, partyWrite } from "./party-items.ts";

/** A party that was not heard for so long is asked whether it is there. */
const SILENT_MS = 5 * 60_000;
/** Parties asked at the same time. */
const AT_ONCE = 8;

type Seen = { readonly item: PartyItem; readonly seenAt: Instant | null };

/**
 * Liveness of other platforms, as OCPI's hubs do it: after five minutes of silence the hub reads the /versions of the silent one. What
 * comes of it is kept; that it was heard again needs no asking.
 */
export const createPartyWatch = (
  deps: AccessDeps,
  peers: PeerReader,
  partiesOf: (tenant: TenantId) => Promise<readonly Seen[]>,
): Parties["watch"] => {
  /** A token that does not open, because the master key is another one, leaves us without a way to ask: that party is down for us. */
  const ask = async (
    tenant: TenantId,
    id: string,
    link: NonNullable<PartyItem["body"]["link"]>,
  ): Promise<Result<Peer, PeerFault>> => {
    let token: Uint8Array;
    try {
      token = deps.seals.open(link.token, [tenant, "party", id, "token"]);
    } catch {
      return { ok: false, error: "peer-unreachable" };
    }
    const isSigning = link.isSigning === true;
    return peers.read(link.url, { token: new TextDecoder().decode(token), isSigning });
  };
  const look = async (tenant: TenantId, { item, seenAt }: Seen, now: Instant): Promise<void> => {
    const { link } = item.body;
    if (link === null || item.body.isSuspended) return;
    const isSilent = now - (seenAt ?? 0) >= SILENT_MS;
    if (!isSilent && !link.isDown) return;
    const answer = isSilent ? await ask(tenant, item.id, link) : null;
    const isDown = answer !== null && !answer.ok;
    if (isDown && link.isDown) return;
    const next = answer?.ok === true ? { ...link, peer: answer.value, answeredAt: now, isDown } : { ...link, isDown };
    // Whoever changes it meanwhile is right; the next look sees what came of it.
    await tryCommit(deps, tenant, [partyWrite(tenant, item.id, { ...item.body, link: next }, item.version)]);
  };
  return async (tenant, now) => {
    const all = await partiesOf(tenant);
    for (let i = 0; i < all.length; i += AT_ONCE)
      await Promise.all(all.slice(i, i + AT_ONCE).map((seen) => look(tenant, seen, now)));
  };
};
