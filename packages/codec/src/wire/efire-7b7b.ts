export { cutFrames } from "../efire-7b7b/cut-frames.ts";
export { decodeFrame, type EfireFrame, encodeFrame } from "../efire-7b7b/frame.ts";
export type { FrameContext } from "../protocol.ts";
export type { Cut } from "../stream-cutter.ts";
