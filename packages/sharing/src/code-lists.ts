import {
  alarmClasses,
  alarmStates,
  alarmTypes,
  type CodeTable,
  coordinateSystems,
  deviceTypes,
  heritageLevels,
  isSlugOf,
  placeTypes,
  presences,
  severities,
  statuses,
} from "@dianan/model";
import { recordWords } from "./generated/members.ts";
import type { RecordKind } from "./kinds.ts";

/** The code lists (代码表) that `x-codeList` in the schemas names. */
export const codeLists = {
  alarmClasses,
  alarmStates,
  alarmTypes,
  coordinateSystems,
  deviceTypes,
  heritageLevels,
  placeTypes,
  presences,
  severities,
  statuses,
} as const satisfies { readonly [list: string]: CodeTable };

/** Name of a code list. */
export type CodeList = keyof typeof codeLists;

/** A code that this version does not know: kept and marked (SH-6). */
export type UnknownCode = { readonly path: string; readonly list: CodeList; readonly code: string };

type Member = { readonly codeList?: CodeList };

/** The members of a kind that take a code, with their lists. */
export const codedMembers = (kind: RecordKind): readonly (readonly [member: string, list: CodeList])[] =>
  Object.entries(recordWords[kind].members as { readonly [name: string]: Member }).flatMap(([name, { codeList }]) =>
    codeList === undefined ? [] : [[name, codeList] as const],
  );

/** Codes of a valid record that no list of this version has. They are accepted: a later version may know them. */
export const unknownCodes = (
  kind: RecordKind,
  record: { readonly [member: string]: unknown },
): readonly UnknownCode[] =>
  codedMembers(kind).flatMap(([member, list]) => {
    const code = record[member];
    return typeof code !== "string" || isSlugOf(codeLists[list], code) ? [] : [{ path: `/${member}`, list, code }];
  });
