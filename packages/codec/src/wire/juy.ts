export { cutFrames } from "../juy/cut-frames.ts";
export { decodeFrame, encodeFrame, type JuyFrame } from "../juy/frame.ts";
export type { FrameContext } from "../protocol.ts";
export type { Cut } from "../stream-cutter.ts";
