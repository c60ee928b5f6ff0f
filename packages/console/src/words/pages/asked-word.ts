import { alarmClasses, alarmTypes, type CodeTable, deviceTypes, placeTypes, severities } from "@dianan/model";
import type { Directory, UnitRecord } from "../../live/directory.ts";
import { plainText } from "../../live/plain-text.ts";
import { codeWord, type Language } from "../code-words.ts";
import type { ReportWords } from "./report-words.ts";

const tables: { readonly [name: string]: CodeTable } = {
  ...{ placeType: placeTypes, deviceType: deviceTypes, type: alarmTypes, class: alarmClasses, severity: severities },
};

const has = <T extends object>(of: T, name: string): name is string & keyof T => Object.hasOwn(of, name);

/** What one filter of an address says, in words: `场所类型 学校`. */
export const askedWord = (
  name: string,
  value: string,
  words: ReportWords,
  language: Language,
  units: Pick<Directory<UnitRecord>, "get">,
): string => {
  const named = (dimension: string): string =>
    has(words.dimensions, dimension) ? words.dimensions[dimension] : plainText(dimension, 40);
  if (name === "without") return words.alarms.without(value.split(",").map(named).join("、"));
  if (name === "figure") return has(words.figures, value) ? words.figures[value] : plainText(value, 40);
  const table = tables[name];
  const shown =
    table === undefined
      ? plainText(name === "unitId" ? (units.get(value)?.name ?? value) : value, 100)
      : codeWord(table, value, language);
  return `${named(name === "regionIs" ? "regionCode" : name)} ${shown}`;
};
