import type { Instant, ModelEvent } from "@dianan/model";
import type { BusDriver } from "./bus.ts";
import type { CommandDriver } from "./device-command.ts";
import type { Polling } from "./polling.ts";
import type { JsonObject } from "./records.ts";
import type { TrustLevel } from "./tenants.ts";

/** A frame once its envelope was read. The answers are bytes, made when they are sent. */
export type OpenedFrame =
  | {
      readonly kind: "message";
      readonly wireAddress: string;
      /** The sender's number of the message, 0 to 65535. */ readonly serial: number;
      /** What to answer once it is stored: `confirm`, `deny` (we cannot do it), or nothing. */
      readonly answer: "confirm" | "deny" | "none";
      /** It answers something that we asked for (应答). */ readonly isReply: boolean;
      /** It speaks only when it is asked, or numbers nothing: the same bytes again are what it says now, no resend. */ readonly isPolled?: true;
      readonly events: readonly ModelEvent[];
      confirm(now: Instant): Uint8Array;
      /** Null: the protocol has no such word, and silence makes the device send again. */ deny(
        now: Instant,
      ): Uint8Array | null;
    }
  /** An answer of the device to something that we sent. */
  | { readonly kind: "answer"; readonly wireAddress: string }
  | {
      readonly kind: "broken";
      /** The DecodeError as plain JSON. */ readonly error: JsonObject;
      /** Null: nothing is answered. */ deny(now: Instant): Uint8Array | null;
    };

/** One device protocol as the ingest drives it (协议驱动). Pure; nothing throws on bytes, whatever they are. */
export type ProtocolDriver = {
  /** As in a device record's `protocol`. */ readonly id: string;
  cut(
    carry: Uint8Array,
    chunk: Uint8Array,
  ): {
    readonly frames: readonly Uint8Array[];
    readonly carry: Uint8Array;
    /** Runs of bytes that belong to no frame. */ readonly skipped: readonly { readonly bytes: Uint8Array }[];
  };
  /** What its devices can be asked. */ readonly commands: CommandDriver;
  /** Absent: its devices speak by themselves. */ readonly polling?: Polling;
  /** Of lines with several units, which the hub dials: then it has no door. */ readonly bus?: BusDriver;
  /**
   * @param heardAs - address of the last message on this connection, or of the device that is said to send; absent: nobody is known
   */
  open(bytes: Uint8Array, receivedAt: Instant, heardAs?: string): OpenedFrame;
  /** What a message of a device of this profile says instead of its `events`; null: the profile is none of this protocol. */
  eventsBy?(profileId: string, bytes: Uint8Array, receivedAt: Instant): readonly ModelEvent[] | null;
  /** Its frames have no number: the same bytes again say it anew, and are no resend. */ readonly isUnnumbered?: true;
  /** Which dialect of a protocol this is (方言); absent: the protocol as its document has it. */ readonly dialect?: string;
  /** How far a connection of this protocol proves who speaks (SEC-DEV-02). */ readonly trust: TrustLevel;
  /** Words for a component that has no record yet. */
  describeComponent(key: string): { readonly type: string; readonly name: string; readonly address: string };
};

/** Drivers by their protocol. */
export type Drivers = ReadonlyMap<string, ProtocolDriver>;
