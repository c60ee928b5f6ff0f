import { gb26875 } from "@dianan/codec";

/** Protocols that frames can be decoded by, by id. */
export const protocols = { gb26875 } as const;
export const protocolIds = Object.keys(protocols) as readonly (keyof typeof protocols)[];
