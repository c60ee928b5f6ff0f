import { type DialectOptions, type Protocol, protocols } from "@dianan/codec";
import type { Transport } from "./generated/types.ts";

/** The protocol of a profile; null for an id that is none. */
export const protocolOf = (id: string): Protocol<unknown> | null =>
  Object.hasOwn(protocols, id) ? (protocols[id as keyof typeof protocols] as Protocol<unknown>) : null;

/** The options by which a profile's frames are read: those of its named dialect, then its own. */
export const dialectOf = ({ protocol, dialect, options }: Transport): DialectOptions => {
  const named = dialect === undefined ? undefined : protocolOf(protocol)?.dialects[dialect];
  return { ...named?.options, ...options };
};
