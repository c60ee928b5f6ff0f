import { createHash } from "node:crypto";
import { codedMembers, codeLists, planMembers, type RecordKind, recordKinds } from "@dianan/sharing";
import { openApiText } from "./docs-page.ts";

type Level = "must" | "should" | "may";

/** What a receiver demands of one member; `values` are those that mean something here, others are kept (SH-6). */
export type MemberDemand = {
  readonly kind: RecordKind;
  readonly member: string;
  readonly level: Level;
  readonly values: readonly string[] | null;
};
export type SharingRequirements = {
  /** Changes with any demand. */ readonly version: string;
  readonly openApi: string;
  readonly coordinateSystems: readonly string[];
  readonly members: readonly MemberDemand[];
};

type Schema = {
  readonly required?: readonly string[];
  readonly properties: { readonly [member: string]: unknown };
};
type Document = {
  readonly info: { readonly version: string };
  readonly components: { readonly schemas: { readonly [name: string]: Schema | undefined } };
};

/** What the plan's own tables name should be there where it applies; what was added to them may be. */
const demandsOf = (kind: RecordKind, schema: Schema): readonly MemberDemand[] => {
  const coded = new Map(codedMembers(kind));
  const ofPlan = planMembers(kind);
  return Object.keys(schema.properties).map((member) => {
    const list = coded.get(member);
    const level = schema.required?.includes(member) ? "must" : ofPlan.includes(member) ? "should" : "may";
    return { kind, member, level, values: list === undefined ? null : Object.keys(codeLists[list]) };
  });
};

let made: SharingRequirements | null = null;

/** What this hub demands of those who push to it (对接要求), from the same document that checks what they push. */
export const sharingRequirements = (): SharingRequirements => {
  if (made !== null) return made;
  const { info, components } = JSON.parse(openApiText()) as Document;
  const members = recordKinds.flatMap((kind) => {
    const schema = components.schemas[`${kind.slice(0, 1).toUpperCase()}${kind.slice(1)}`];
    if (schema === undefined) throw new RangeError(`the document has no schema of ${kind}`);
    return demandsOf(kind, schema);
  });
  const said = { openApi: info.version, coordinateSystems: Object.keys(codeLists.coordinateSystems), members };
  const version = createHash("sha256").update(JSON.stringify(said)).digest("hex").slice(0, 16);
  made = { version, ...said };
  return made;
};
