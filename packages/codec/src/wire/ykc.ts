import { createFrameCodec } from "../ykc/frame.ts";

export { cutFrames } from "../ykc/cut-frames.ts";
export type { YkcFrame } from "../ykc/frame.ts";
export const { decodeFrame, encodeFrame } = createFrameCodec({});
export type { FrameContext } from "../protocol.ts";
export type { Cut } from "../stream-cutter.ts";
