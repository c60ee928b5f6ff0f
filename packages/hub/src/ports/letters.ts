import type { TenantId } from "@dianan/model";
import type { SendOutcome } from "../core/notify-attempt.ts";
import type { NotifyChannel } from "../core/notify-policy.ts";
import type { NotifyFacts } from "../core/notify-text.ts";

/** Whom a letter goes to: a contact of notices, or an account. */
export type Addressee = { readonly as: "contact" | "account"; readonly id: string };
export type LetterFile = { readonly name: string; readonly mediaType: string; readonly bytes: Uint8Array };

/** Something that is sent to a person and is of no alarm, such as a report (信件). */
export type Letter = {
  /** The same again is the same letter: programs that read mail may show it once. */ readonly id: string;
  readonly subject: string;
  readonly text: string;
  readonly files: readonly LetterFile[];
  /** For channels that take no letters: by app or SMS when mail does not take it. Null: by mail only. */
  readonly short: NotifyFacts | null;
};

/** What became of a letter: by which channel, to which address (masked); null: none was asked. */
export type LetterOutcome = {
  readonly outcome: SendOutcome;
  readonly channel: NotifyChannel | null;
  readonly target: string | null;
};
export type FoundAddressee = {
  /** Masked. */ readonly name: string;
  /** Masked; null: has none. */ readonly mail: string | null;
  readonly channels: readonly NotifyChannel[];
};

/** Writes to people by the couriers of notices. */
export type Letters = {
  /** Null: there is nobody, or they are no longer with us. */
  find(tenant: TenantId, to: Addressee): Promise<FoundAddressee | null>;
  send(tenant: TenantId, to: Addressee, letter: Letter, stop: AbortSignal): Promise<LetterOutcome>;
};
