import { type Protocol, type ProtocolId, protocols } from "@dianan/codec";

export const protocolIds = Object.keys(protocols) as readonly ProtocolId[];

/** The protocol of an id that the options have checked; its frames are whatever it decodes. */
export const protocolOf = (id: string): Protocol<unknown> => protocols[id as ProtocolId] as Protocol<unknown>;
