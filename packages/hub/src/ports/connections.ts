import type { Instant, TenantId } from "@dianan/model";
import type { Result } from "@dianan/sharing";
import type { Actor } from "./act.ts";
import type { Caller, Circumstance } from "./caller.ts";
import type { Endpoint, Party, PartyCredentials, PartyExchange, PeerFault, PeerKey } from "./parties.ts";

/** What the other side gives back in a handshake: token C, with which we call it. */
export type PeerCredentials = PeerKey & { readonly platformCode: string; readonly name: string };

/** Why a handshake that we began came to nothing. `peer-refused`: the other side says no, and asking again does not help. */
export type ShakeFault = PeerFault | "peer-refused";

/** Our hand in handshakes with other platforms; never rejects. */
export type PeerHand = {
  /** @param method - POST registers with token A, PUT renews; @param url - its credentials */
  shake(
    method: "POST" | "PUT",
    url: string,
    key: PeerKey,
    given: PartyCredentials,
  ): Promise<Result<PeerCredentials, ShakeFault>>;
  /** Tells it that we are gone; whether it heard does not matter. */ leave(url: string, key: PeerKey): Promise<void>;
};

/** An invitation that we got. */
export type ConnectionDraft = Pick<Party, "scopes" | "scope" | "exchange"> & {
  readonly versionsUrl: string;
  /** Token A. */ readonly token: string;
  /** Both sides sign their requests from then on, so that no token travels again. */ readonly isSigning: boolean;
};

/** How we call ourselves. */
export type Here = { readonly url: string; readonly platformCode: string; readonly name: string };

/** Connections to other platforms from our side (主动接入): begun, renewed, ended. */
export type Connections = {
  /** `taken`: we are connected to that platform already, or it is ourselves. */
  connect(
    who: Caller,
    draft: ConnectionDraft,
    here: Here,
    at: Circumstance,
  ): Promise<Result<Party, ShakeFault | "taken" | "busy">>;
  /**
   * Renews the tokens of both sides. Both former ones go on for a day, and should the answer be lost the next renewal finds everything as
   * it needs it.
   */
  rotate(
    who: Actor,
    tenant: TenantId,
    id: string,
    here: Here,
    at: Circumstance,
  ): Promise<Result<Party, ShakeFault | "absent" | "unregistered" | "busy">>;
  setExchange(who: Caller, id: string, exchange: PartyExchange, at: Circumstance): Promise<Party | "absent" | "busy">;
  /** Ends a connection and tells the other side. */
  remove(who: Caller, id: string, at: Circumstance): Promise<"done" | "absent">;
  /** Renews what we began and is due, and removes what never came to anything. */
  keep(tenant: TenantId, here: Omit<Here, "url">, now: Instant): Promise<void>;
};

/** A platform that has registered, as exchange with it needs it. */
export type LinkedParty = Pick<Party, "id" | "name" | "exchange"> & {
  readonly isSuspended: boolean;
  readonly url: string;
  readonly endpoints: readonly Endpoint[];
};
export type PartyLinks = {
  linked(tenant: TenantId): Promise<readonly LinkedParty[]>;
  /** With which we call it now; null: it is not connected, suspended, or its token does not open. */
  key(tenant: TenantId, id: string): Promise<PeerKey | null>;
};

/** How pulling from a platform goes. */
export type PullState = {
  readonly lastOkAt: Instant | null;
  readonly lastError: string | null;
  /** Records that changed ours, in all. */ readonly taken: number;
  /** Records that did not fit here, of the last reading. */ readonly refused: number;
};

/** What goes to and comes from other platforms, kept in step with what is agreed with them. */
export type PartyExchanges = {
  /** Now, not at the next look. */ keep(tenant: TenantId): Promise<void>;
  destinationId(tenant: TenantId, party: string): Promise<string | null>;
  pullState(tenant: TenantId, party: string): Promise<PullState | null>;
};
