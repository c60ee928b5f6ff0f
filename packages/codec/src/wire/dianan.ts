export { cutFrames } from "../dianan/cut-frames.ts";
export { type DiananFrame, decodeFrame, encodeFrame } from "../dianan/frame.ts";
export type { FrameContext } from "../protocol.ts";
export type { Cut } from "../stream-cutter.ts";
