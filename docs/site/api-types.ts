import { code, plain, sentencesOf, table } from "./markdown.ts";
import { nameOf, openApi, type Schema } from "./open-api.ts";
import { addressOf, type Language } from "./paths.ts";

/** Pages of the schemas by the first letter of their names. */
export const schemaPages = ["A-B", "C-D", "E-L", "M-P", "Q-S", "T-Z"] as const;
const pageOf = (name: string): string => {
  const letter = (name[0] ?? "A").toUpperCase();
  return (schemaPages.find((range) => letter >= (range[0] ?? "") && letter <= (range[2] ?? "")) ?? "A-B").toLowerCase();
};

const linkTo = (name: string, language: Language): string =>
  `[${name}](${addressOf(language, `api/schemas-${pageOf(name)}`)}#${name})`;

const limits = (schema: Schema): string => {
  const span = (low: number | undefined, high: number | undefined): string =>
    low === undefined && high === undefined ? "" : ` ${low ?? ""}..${high === 9007199254740991 ? "" : (high ?? "")}`;
  return span(schema.minimum, schema.maximum) || span(schema.minLength, schema.maxLength);
};

/** A schema in a few words, with links to those that have a name. */
export const typeText = (schema: Schema | undefined, language: Language): string => {
  if (schema === undefined) return "";
  if (schema.$ref !== undefined) return linkTo(nameOf(schema.$ref), language);
  if (schema.const !== undefined) return code(JSON.stringify(schema.const));
  if (schema.enum !== undefined) return schema.enum.map((one) => code(one)).join(" ");
  const joined = schema.anyOf ?? schema.allOf;
  if (joined !== undefined)
    return joined
      .map((one) => typeText(one, language))
      .join(schema.anyOf === undefined ? " + " : language === "zh" ? " 或 " : " or ");
  if (schema.items !== undefined)
    return `${language === "zh" ? "列表:" : "list of "}${typeText(schema.items, language)}${schema.maxItems === undefined ? "" : ` (≤ ${schema.maxItems})`}`;
  const types = [schema.type ?? "object"].flat().join(" | ");
  return `${plain(types)}${schema.format === undefined ? "" : ` (${schema.format})`}${limits(schema)}`;
};

const merged = (schema: Schema): Schema =>
  schema.allOf === undefined
    ? schema
    : schema.allOf
        .map((one) => merged(one.$ref === undefined ? one : (openApi.components.schemas[nameOf(one.$ref)] ?? {})))
        .reduce((sum, one) => ({
          ...one,
          properties: { ...sum.properties, ...one.properties },
          required: [...(sum.required ?? []), ...(one.required ?? [])],
        }));

/** The members of an object as a table. */
export const membersTable = (schema: Schema, language: Language): string => {
  const { properties = {}, required = [] } = merged(schema);
  const head = language === "zh" ? "成员|必填|类型|说明" : "member|required|type|what";
  return table(
    head.split("|"),
    Object.entries(properties).map(([name, member]) => [
      code(name),
      required.includes(name) ? "✓" : "",
      typeText(member, language),
      plain(sentencesOf(member.description ?? "", language)),
    ]),
  );
};

const schemaText = (name: string, language: Language): string => {
  const schema = openApi.components.schemas[name] ?? {};
  const title = language === "zh" ? schema.title : schema["x-title-en"];
  const whole = merged(schema);
  return [
    `\n## ${name}${title === undefined ? "" : ` ${plain(title)}`} {#${name}}\n`,
    plain(sentencesOf(schema.description ?? schema[`x-expect-${language}`] ?? "", language)),
    Object.keys(whole.properties ?? {}).length > 0
      ? membersTable(schema, language)
      : `\n${typeText({ ...schema }, language)}\n`,
  ].join("\n");
};

export const schemaPage = (range: string, language: Language): string => {
  const names = Object.keys(openApi.components.schemas)
    .filter((name) => pageOf(name) === range.toLowerCase())
    .sort();
  return [
    `# ${language === "zh" ? "数据格式" : "Schemas"} ${range}`,
    "",
    names.map((name) => `[${name}](#${name})`).join(" · "),
    ...names.map((name) => schemaText(name, language)),
  ].join("\n");
};
