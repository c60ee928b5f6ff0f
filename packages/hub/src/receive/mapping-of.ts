import { type MappingPreset, mappingPresets } from "@dianan/open-api/tables";
import type { ReceiverPayload } from "../ports/receivers.ts";

/** The preset of this id that is for pushes; undefined: there is none. */
export const pushPreset = (id: string | undefined): MappingPreset | undefined =>
  mappingPresets.find((one) => one.id === id && one.direction === "in");

/** Ids of the presets that are for pushes, for people. */
export const pushPresetIds = (): string =>
  mappingPresets
    .filter(({ direction }) => direction === "in")
    .map(({ id }) => id)
    .join(", ");

/** The expression of a payload; one of a preset that is gone reads nothing. */
export const expressionOf = ({ preset, expression }: Pick<ReceiverPayload, "preset" | "expression">): string =>
  expression ?? pushPreset(preset)?.expression ?? "";

/** Names of the headers that a mapping reads, in lower case. */
export const headersOf = ({ preset, headers = [] }: ReceiverPayload): readonly string[] =>
  [...(pushPreset(preset)?.headers ?? []), ...headers].map((name) => name.toLowerCase());
