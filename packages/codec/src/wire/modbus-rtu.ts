export { cutFrames } from "../modbus/rtu-cut-frames.ts";
export { decodeFrame, encodeFrame, type ModbusRtuFrame } from "../modbus/rtu-frame.ts";
export type { FrameContext } from "../protocol.ts";
export type { Cut } from "../stream-cutter.ts";
