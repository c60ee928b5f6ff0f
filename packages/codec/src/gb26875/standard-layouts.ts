import { withDecoder } from "@dianan/layout";
import { gb26875Packet } from "../generated/gb26875-packet.ts";
import { standard } from "./dialect.ts";
import { type GbLayouts, layoutsOf } from "./packet.ts";

const layouts = layoutsOf(standard);

/** The standard's own, with a decoder that is written out: where bytes count, the table alone reads the same, slower. */
export const standardLayouts: GbLayouts = { ...layouts, packet: withDecoder(layouts.packet, gb26875Packet) };
