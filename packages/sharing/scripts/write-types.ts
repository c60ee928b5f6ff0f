import { kinds, type MemberSchema, recordSchema, shapeOf } from "./schemas.ts";

const capital = (text: string): string => `${text[0]?.toUpperCase()}${text.slice(1)}`;

/** Name of the model's type for a code list: `statuses` is `Status`. */
const typeOfList: { readonly [list: string]: string } = {
  alarmClasses: "AlarmClass",
  alarmStates: "AlarmState",
  alarmTypes: "AlarmType",
  coordinateSystems: "CoordinateSystem",
  deviceTypes: "DeviceType",
  heritageLevels: "HeritageLevel",
  placeTypes: "PlaceType",
  presences: "Presence",
  severities: "Severity",
  statuses: "Status",
};

const typeOf = (member: MemberSchema): string => {
  const list = member["x-codeList"];
  if (list) {
    const name = typeOfList[list];
    if (!name) throw new Error(`no type for the code list ${list}`);
    return `Code<${name}>`;
  }
  const types = [shapeOf(member).type].flat().map((type) => (type === "integer" ? "number" : type));
  return types.join(" | ");
};

const comment = (member: MemberSchema): string => {
  const shape = shapeOf(member);
  return `  /** ${member.description} ${capital(shape["x-expect-zh"])}。 ${capital(shape["x-expect-en"])}. */\n`;
};

const recordType = (kind: string): string => {
  const schema = recordSchema(kind);
  const members = Object.entries(schema.properties).map(([name, member]) => {
    const mark = schema.required.includes(name) ? "" : "?";
    return `${comment(member)}  readonly ${name}${mark}: ${typeOf(member)};\n`;
  });
  return `/** ${schema.title} ${schema["x-title-en"]}, ${schema["x-clause"]}. ${schema.description} */
export type ${capital(kind)} = {
${members.join("")}  /** Members that this version does not know are kept (SH-6). */
  readonly [member: string]: unknown;
};
`;
};

/** The types of the five records, as a TypeScript module. */
export const typesFile =
  (): string => `import type { ${Object.values(typeOfList).sort().join(", ")} } from "@dianan/model";

/** A code of an open list: the known ones are offered, a later version's code is accepted too (SH-6). */
export type Code<Known extends string> = Known | (string & Record<never, never>);

${kinds.map(recordType).join("\n")}`;
