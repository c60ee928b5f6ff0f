import type { DialectOf } from "../dialect.ts";
import type { Dialect, DialectOption } from "../protocol.ts";

/** Points in which makers and integrators differ. They change what a frame means, never its bytes. */
export const dialectOptions = {
  statusBits: {
    zh: "端口状态中计量、温度、电流、功率位为 1 的含义:未确认、正常或异常",
    en: "what a set bit of metering, temperature, current and power means: not confirmed, sound or faulty",
    default: "unconfirmed",
    oneOf: ["unconfirmed", "sound", "faulty"],
  },
  ackDone: {
    zh: "应答标签 0F 表示成功的值:未确认、0 或 1",
    en: "value of the acknowledgement (tag 0F) that means done: not confirmed, 0 or 1",
    default: "unconfirmed",
    oneOf: ["unconfirmed", 0, 1],
  },
} as const satisfies Readonly<Record<string, DialectOption>>;

/** The options that hold. */
export type BkvDialect = DialectOf<typeof dialectOptions>;

/** Readings of the port status that are published. */
export const dialects = {
  "bits-sound": { zh: "状态位 1 为正常", en: "a set bit is sound", options: { statusBits: "sound" } },
  "bits-faulty": { zh: "状态位 1 为异常", en: "a set bit is a fault", options: { statusBits: "faulty" } },
} as const satisfies Readonly<Record<string, Dialect>>;
