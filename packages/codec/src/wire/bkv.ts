import { createFrameCodec } from "../bkv/frame.ts";

export { cutFrames } from "../bkv/cut-frames.ts";
export type { BkvFrame } from "../bkv/frame.ts";
export const { decodeFrame, encodeFrame } = createFrameCodec();
export type { FrameContext } from "../protocol.ts";
export type { Cut } from "../stream-cutter.ts";
