import { type MappingPreset, mappingPresets } from "@dianan/open-api/tables";

/** The preset of this id and direction; undefined: there is none. */
export const presetOf = (id: string | undefined, direction: MappingPreset["direction"]): MappingPreset | undefined =>
  mappingPresets.find((one) => one.id === id && one.direction === direction);

/** A mapping as it is set up: a preset or an expression. */
export type ChosenMapping = { readonly preset?: string; readonly expression?: string };

/** Why a mapping is none; null: it is one preset of this direction, or one expression. `path`: below the mapping. */
export const chosenFault = (
  { preset, expression }: ChosenMapping,
  direction: MappingPreset["direction"],
): { readonly path: string; readonly words: { readonly en: string; readonly zh: string } } | null => {
  if ((preset === undefined) === (expression === undefined))
    return {
      path: "/expression",
      words: { en: "Give either preset or expression.", zh: "应给出 preset 或 expression 之一。" },
    };
  if (preset === undefined || presetOf(preset, direction) !== undefined) return null;
  const ids = mappingPresets.filter((one) => one.direction === direction).map(({ id }) => id);
  const words = { en: `Here there are ${ids.join(", ")}.`, zh: `此处可用的预设有 ${ids.join("、")}。` };
  return { path: "/preset", words };
};

/** The expression that a mapping stands for; of a preset that is gone one that reads nothing. */
export const expressionOf = ({ preset, expression }: ChosenMapping, direction: MappingPreset["direction"]): string =>
  expression ?? presetOf(preset, direction)?.expression ?? "";
