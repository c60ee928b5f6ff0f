import { createFrameCodec } from "../gb26875/frame-codec.ts";

export type { Frame } from "../gb26875/packet.ts";
export const { cutFrames, decodeFrame, encodeFrame, layoutOf } = createFrameCodec({});
export type { FrameContext } from "../protocol.ts";
export type { Cut } from "../stream-cutter.ts";
