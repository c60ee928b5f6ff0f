import { kinds, recordSchema, shapeOf } from "./schemas.ts";

/** What the error messages say about each member, as a TypeScript module. */
export const membersFile = (): string => {
  const table = Object.fromEntries(
    kinds.map((kind) => {
      const schema = recordSchema(kind);
      const members = Object.entries(schema.properties).map(([name, member]) => {
        const shape = shapeOf(member);
        const row = {
          // A member that the plan does not list belongs to what SH-6 lets the schemas grow by.
          clause: schema.required.includes(name) || name === "componentId" ? schema["x-clause"] : "SH-6",
          zh: member.title,
          en: member["x-title-en"],
          expectZh: shape["x-expect-zh"],
          expectEn: shape["x-expect-en"],
          type: [shape.type].flat()[0],
          ...(member["x-codeList"] === undefined ? {} : { codeList: member["x-codeList"] }),
          ...(member["x-personal"] === true ? { isPersonal: true } : {}),
        };
        return [name, row];
      });
      return [
        kind,
        {
          clause: schema["x-clause"],
          zh: schema.title,
          en: schema["x-title-en"],
          members: Object.fromEntries(members),
        },
      ];
    }),
  );
  return `/** What the schemas say of the records and their members: words for messages, types for tables, code lists. */
export const recordWords = ${JSON.stringify(table, null, 2)} as const;
`;
};
