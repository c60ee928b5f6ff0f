import type { Instant } from "@dianan/model";
import type { DeviceLink } from "../ports/device-link.ts";
import type { OpenedFrame } from "../ports/protocol.ts";
import type { TrustLevel } from "../ports/tenants.ts";

export type Message = Extract<OpenedFrame, { readonly kind: "message" }>;

/** A frame on its way from the socket to the disk and back. */
export type PendingFrame = {
  readonly link: DeviceLink;
  readonly bytes: Uint8Array;
  readonly receivedAt: Instant;
  readonly message: Message;
  readonly trust: TrustLevel;
  /** Id of its evidence, once it was stepped. */ evidence?: string;
  /** Its bytes were stored before, once it was stepped. */ isRepeat?: boolean;
  /** Called once, last. `unlisted`: there is no room for what nobody has registered, now or when it is sent again. */
  readonly answered?: (outcome: "stored" | "repeat" | "denied" | "unlisted") => void;
  /** Called once, after it was answered. */ readonly done: () => void;
};
