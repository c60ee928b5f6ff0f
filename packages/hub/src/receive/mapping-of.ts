import { presetOf } from "../ports/mapping-presets.ts";
import type { ReceiverPayload } from "../ports/receivers.ts";

/** Names of the headers that a mapping reads, in lower case. */
export const headersOf = ({ preset, headers = [] }: ReceiverPayload): readonly string[] =>
  [...(presetOf(preset, "in")?.headers ?? []), ...headers].map((name) => name.toLowerCase());
