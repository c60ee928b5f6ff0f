import type { Instant, ModelEvent } from "@dianan/model";
import type { BusQuestion, BusSays } from "../core/bus.ts";
import type { JsonObject } from "./records.ts";

/** What was asked of a unit: its bytes, and what its answer has to be read with. */
export type BusRequest = { readonly profileId: string; readonly bytes: Uint8Array };

/** What a frame says once its request is known. */
export type BusOpened =
  | { readonly kind: "answer"; readonly says: BusSays; readonly events: readonly ModelEvent[] }
  /** It answers something else, or nothing; the DecodeError as plain JSON. */
  | { readonly kind: "other"; readonly error: JsonObject };

/** A protocol of lines with several units (总线), asked by the profile of each. Pure; nothing throws on bytes. */
export type BusDriver = {
  /** The line and the number of the unit that a wire address names; null: it is no such address. */
  placeOf(wireAddress: string): { readonly line: string; readonly unit: number } | null;
  /** What a unit of this profile is asked; none: the profile says nothing about polling, or is not there. */
  questionsOf(profileId: string, unit: number): readonly BusQuestion[];
  /** The bytes of a question. @throws RangeError for one that is none of {@link BusDriver.questionsOf} */
  ask(profileId: string, unit: number, key: string, serial: number, at: Instant): Uint8Array;
  /** @param request - the one that waits for its answer; null: none does */
  cut(
    carry: Uint8Array,
    chunk: Uint8Array,
    request: Uint8Array | null,
  ): {
    readonly frames: readonly Uint8Array[];
    readonly carry: Uint8Array;
    readonly skipped: readonly { readonly bytes: Uint8Array }[];
  };
  /** What an answer to these bytes of ours cannot be told from; null: it names its request. */
  looksOf(bytes: Uint8Array): string | null;
  open(bytes: Uint8Array, request: BusRequest, receivedAt: Instant): BusOpened;
};
