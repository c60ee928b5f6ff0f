import { type DecodeError, decode, type Result } from "@dianan/layout";
import { findingsOf } from "../findings.ts";
import type { FrameContext, LenientResult } from "../protocol.ts";
import { crcIn, isCrcRight, withCrc } from "./crc.ts";
import { asEncrypted, asUnknown, type YkcFrame } from "./frame.ts";
import { frameParts, keptFrame } from "./layouts.ts";

type Read = (bytes: Uint8Array, context?: FrameContext) => Result<YkcFrame, DecodeError>;

/** Reads a frame whose check value, length or body is wrong as well as it goes: a body that does not fit is kept. */
export const lenientReading =
  (decodeFrame: Read) =>
  (bytes: Uint8Array, context: FrameContext = {}): LenientResult<YkcFrame> => {
    const strict = decodeFrame(bytes, context);
    if (strict.ok) return { frame: strict.value, odd: [] };
    const odd = findingsOf(strict);
    if (bytes.length < frameParts.min || bytes.length > frameParts.max) return { frame: null, odd };
    const repaired = withCrc(withLength(bytes));
    const whole = decodeFrame(repaired, context);
    const frame = whole.ok ? whole.value : withBodyKept(repaired);
    return { frame: frame === null || isCrcRight(bytes) ? frame : { ...frame, wrongCrc: crcIn(bytes) }, odd };
  };

const withLength = (bytes: Uint8Array): Uint8Array => {
  const copy = bytes.slice();
  copy[frameParts.lengthAt] = bytes.length - frameParts.uncounted;
  return copy;
};

/** No field of a body that does not open, or that its table does not take, is guessed. */
const withBodyKept = (bytes: Uint8Array): YkcFrame | null => {
  const kept = decode(keptFrame, bytes);
  if (!kept.ok) return null;
  return kept.value.encryption === 0 ? asUnknown(kept.value) : asEncrypted(kept.value);
};
