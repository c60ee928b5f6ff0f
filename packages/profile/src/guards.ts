import type { FrameView } from "./frame-view.ts";
import type { Guard } from "./generated/types.ts";
import { bitsOf, isOneOf } from "./raw-value.ts";
import { sampleReader } from "./samples.ts";

/** Whether guards hold in a frame; null when the frame has not the values that they look at. */
export type GuardReader = (view: FrameView) => boolean | null;

export const guardReader = (guards: readonly Guard[] = []): GuardReader => {
  const readers = guards.map((guard) => ({ guard, read: sampleReader(guard, null) }));
  return (view) => {
    let holds = true;
    for (const { guard, read } of readers) {
      const [sample] = read(view);
      if (sample === undefined || sample.isSplit === true) return null;
      const raw = bitsOf(sample.raw, guard.bits);
      if (guard.equals === undefined ? isOneOf(raw, guard.differs ?? []) : !isOneOf(raw, guard.equals)) holds = false;
    }
    return holds;
  };
};
