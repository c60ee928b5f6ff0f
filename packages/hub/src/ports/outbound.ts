import type { Socket } from "node:net";

/**
 * Why an address was not called, or gave no answer. `addressForbidden`: not a public https address, nor one that an administrator
 * allowed; `nameNotFound`: its name leads nowhere; `tlsRefused`: its certificate is not good; `stopped`: we hung up ourselves.
 */
export type OutboundFault = "addressForbidden" | "nameNotFound" | "noConnection" | "tlsRefused" | "timeout" | "stopped";

/** What came back, bounded. */
export type OutboundAnswer = {
  readonly status: number;
  /** The first bytes of the body, for those who need them; of a webhook's receiver nobody does (SEC-OUT-02). */
  readonly body: Uint8Array;
  readonly retryAfter: string | null;
  /** From the look-up of the name to the last byte. Milliseconds. */ readonly ms: number;
};

export type OutboundRequest = {
  readonly url: string;
  /** Of a call with a body; absent: POST. */ readonly method?: "POST" | "PUT" | "DELETE";
  readonly headers: { readonly [name: string]: string };
  readonly body: string | Uint8Array;
  /** Hangs up at once. */ readonly stop?: AbortSignal;
  /** Whole exchange; default 10 s (SEC-OUT-02). */ readonly deadlineMs?: number;
  /** Bytes of the answer that are read; default 4 KiB. */ readonly answerBytes?: number;
};

export type OutboundOutcome =
  | { readonly ok: true; readonly value: OutboundAnswer }
  | {
      readonly ok: false;
      readonly error: OutboundFault;
      readonly ms: number;
      /** Nobody listened: nothing of the request has left. Absent: it may have. */ readonly isUnsent?: true;
    };

/** A connection that stands, or why there is none. */
export type DialOutcome =
  | { readonly ok: true; readonly value: Socket }
  | { readonly ok: false; readonly error: OutboundFault };

/**
 * The only way out to addresses that tenants choose (SEC-OUT-01 to -03): webhooks, notices, other platforms. No redirect is
 * followed, and every address that a name leads to is checked at each call, then dialled as it was checked.
 */
export type Outbound = {
  /** Looks the address up without calling it; null: it may be called. */ check(
    url: string,
  ): Promise<OutboundFault | null>;
  post(request: OutboundRequest): Promise<OutboundOutcome>;
  get(request: Omit<OutboundRequest, "body">): Promise<OutboundOutcome>;
};

/** Whose hosts anybody can reach. */
export type PublicHosts = {
  /** Whether an address, as far as it says it, is one of the public internet. */ isPublic(url: string): boolean;
};

/** The same way out for what is no request: a connection of its own protocol. */
export type Dialling = {
  /** As `check`, of an address that is dialled: `gb26875://host:port`. */ checkDial(
    url: string,
  ): Promise<OutboundFault | null>;
  /** A connection to such an address, checked as it is dialled. What travels there is readable to others: allowed addresses only. */
  dial(url: string, stop?: AbortSignal): Promise<DialOutcome>;
};

/** The same way out to a mail server, at whose ports it listens: each address is checked as it is dialled. */
export type HostDialling = {
  dialHost(to: { readonly host: string; readonly port: number }, stop?: AbortSignal): Promise<DialOutcome>;
};
