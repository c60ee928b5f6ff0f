import type { CodeTable } from "@dianan/model";
import { type CodeList, codeLists } from "../code-lists.ts";
import type { SharingError } from "../sharing-error.ts";
import type { Column } from "./columns.ts";

/** Words of a list that a message names, and characters of the word that none of them is. */
const WORDS_SHOWN = 30;
const TEXT_SHOWN = 40;

/**
 * A fault of a cell that should hold one of a list's words: people write words, so the message says which there are.
 *
 * @param column - of the faulty member; absent: it has none
 * @returns the fault as it was when the cell has no list
 */
export const wordFault = (
  fault: SharingError,
  column: Column | undefined,
  record: { readonly [member: string]: unknown },
): SharingError => {
  if (column?.codeList === undefined || fault.code !== "bad-format") return fault;
  const table: CodeTable = codeLists[column.codeList as CodeList];
  const rows = Object.values(table);
  const more = rows.length > WORDS_SHOWN;
  const shown = rows.slice(0, WORDS_SHOWN);
  const text = [...String(record[column.member])].slice(0, TEXT_SHOWN).join("");
  return {
    ...fault,
    message: {
      zh: `${column.zh}中没有“${text}”。可填:${shown.map(({ zh }) => zh).join("、")}${more ? "……" : ""}。`,
      en: `${column.en} has no "${text}". One of: ${shown.map(({ en }) => en).join(", ")}${more ? " …" : ""}.`,
    },
  };
};
