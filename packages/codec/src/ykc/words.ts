import { type KeptBytes, rawOf } from "@dianan/layout";
import type { ComponentKey, ModelEvent } from "@dianan/model";
import { reading, sentinel } from "../pile-events.ts";
import type { YkcFrame } from "./frame.ts";

/** One kind of body. */
export type Of<K extends YkcFrame["body"]["kind"]> = Extract<YkcFrame["body"], { readonly kind: K }>;

/** Component of a gun: `port/1`. */
export const portOf = (gun: string): ComponentKey => `port/${Number(gun)}` as ComponentKey;
/** Component of the battery at a gun: `port/1/battery`. */
export const batteryOf = (gun: string): ComponentKey => `${portOf(gun)}/battery` as ComponentKey;

const hexOf = (bytes: Uint8Array): string => [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");

/** Transaction number as text: its digits, or the hex of bytes that are none; null when all are zero. */
export const orderOf = (transaction: string | KeptBytes): string | null => {
  const raw = rawOf(transaction);
  const text = raw === null ? String(transaction) : hexOf(raw);
  return /^0*$/.test(text) ? null : text;
};

const OFFSET_CELSIUS = 50;
const TENTHS = 10;

/** A temperature that travels 50 higher than it is. A raw 0 is the pile's mark for "not measured", never -50 °C. */
export const temperature = (component: ComponentKey, raw: number): ModelEvent =>
  raw === 0 ? sentinel(component, "temperature") : reading(component, "temperature", (raw - OFFSET_CELSIUS) * TENTHS);
