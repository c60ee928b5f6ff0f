import type { FrameContext, Protocol } from "@dianan/codec";
import { hexOf } from "../../.vitepress/theme/playground/hex.ts";
import { leavesOf, withValue } from "../../.vitepress/theme/playground/values.ts";

export type Changed = { readonly path: string; readonly next: number; readonly hex: string };

/** A number of a frame that may be another one, and the frame that it then is. @throws Error when there is none */
export const otherNumber = (protocol: Protocol<unknown>, frame: unknown, context: FrameContext): Changed => {
  for (const { path, keys, value } of leavesOf(frame)) {
    if (typeof value !== "number") continue;
    const next = value === 3 ? 2 : 3;
    try {
      const bytes = protocol.encodeFrame(withValue(frame, keys, next), context);
      if (protocol.decodeFrame(bytes, context).ok) return { path, next, hex: hexOf(bytes) };
    } catch {
      // This one may not be changed alone.
    }
  }
  throw new Error(`${protocol.id}: no number of the sample can be changed`);
};
