import type { Instant, ModelEvent, TenantId } from "@dianan/model";

/** A frame as it passes the door (实时报文), either way. */
export type PassingFrame = {
  readonly tenant: TenantId;
  /** As it is kept; of what is not kept a new one. */ readonly id: string;
  readonly protocol: string;
  /** Null of bytes that do not decode. */ readonly wireAddress: string | null;
  readonly deviceId: string | null;
  readonly receivedAt: Instant;
  readonly remote: string;
  readonly bytes: Uint8Array;
  /** `down`: the hub's answer. */ readonly direction: "up" | "down";
  readonly verdict: "good" | "refused";
  readonly events: readonly ModelEvent[];
  /** From receipt to the answer, milliseconds; null when there is none. */ readonly ackMs: number | null;
};

/** Shows frames to whoever looks. Nobody waits for a looker, and while there is none it costs nothing. */
export type FrameTap = {
  /** False: nobody looks, nothing needs to be told. */ isWatched(): boolean;
  passed(frame: PassingFrame): void;
  onFrame(listener: (frame: PassingFrame) => void): () => void;
};
