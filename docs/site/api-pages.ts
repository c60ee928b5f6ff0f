import { membersTable, schemaPages, typeText } from "./api-types.ts";
import { type Files, fileAddress } from "./links.ts";
import { block, code, plain, sentencesOf, table } from "./markdown.ts";
import { type Call, calls, DOCUMENT_FILE, nameOf, openApi, type Parameter, pushes, type Response } from "./open-api.ts";
import { addressOf, type Language } from "./paths.ts";
import { isPlanned } from "./plan.ts";

type Tag = (typeof openApi.tags)[number];

/** A tag's name in one language: its display name has both. */
export const tagTitle = (tag: Tag, language: Language): string => {
  const both = tag["x-displayName"];
  const [, en = both, zh = both] = /^(.*?)\s*(\p{Script=Han}.*|\S*\p{Script=Han}.*)$/u.exec(both) ?? [];
  return language === "zh" ? zh : en;
};
export const tags = openApi.tags;

const say = (language: Language, zh: string, en: string): string => ({ zh, en })[language];

const parametersTable = (parameters: readonly Parameter[], language: Language): string =>
  parameters.length === 0
    ? ""
    : table(
        say(language, "参数|位置|必填|类型|说明", "parameter|in|required|type|what").split("|"),
        parameters
          .map((one) => (one.$ref === undefined ? one : (openApi.components.parameters[nameOf(one.$ref)] ?? one)))
          .map((one) => [
            code(one.name),
            one.in,
            one.required ? "✓" : "",
            typeText(one.schema, language),
            plain(sentencesOf(one.description ?? "", language)),
          ]),
      );

const problemCodes = (response: Response): readonly string[] =>
  Object.keys(response.content?.["application/problem+json"]?.examples ?? {});

const responsesTable = (responses: Call["operation"]["responses"], language: Language): string =>
  table(
    say(language, "应答|内容|说明", "answer|body|what").split("|"),
    Object.entries(responses).map(([status, given]) => {
      const response = given.$ref === undefined ? given : (openApi.components.responses[nameOf(given.$ref)] ?? given);
      const codes = problemCodes(response);
      const body = Object.values(response.content ?? {})[0]?.schema;
      const problems = codes.map((one) => `[${code(one)}](${addressOf(language, "guide/problems")}#${one})`).join(" ");
      return [
        status,
        problems || typeText(body, language),
        codes.length > 0 ? "" : plain(sentencesOf(response.description ?? "", language)),
      ];
    }),
  );

const facts = ({ operation }: Call, language: Language): string => {
  const lines = [
    [say(language, "权限", "scope"), operation["x-scopes"]?.map(code).join(", ")],
    [say(language, "角色", "roles"), [operation["x-roles"] ?? []].flat().map(code).join(", ")],
    [say(language, "请求配额", "rate class"), code(operation["x-rate-class"])],
    [say(language, "重复请求", "repeats"), code(operation["x-idempotency"])],
    [
      say(language, "要求", "requirements"),
      operation["x-requirement"]
        ?.map((id) => (isPlanned(id) ? `[${id}](${addressOf(language, "matrix")}#${id})` : id))
        .join(", "),
    ],
    [
      say(language, "再次验证", "second factor"),
      operation["x-step-up"] ? say(language, "需要", "asked for again") : "",
    ],
  ].filter(([, value]) => value !== undefined && value !== "");
  return lines.map(([name, value]) => `- ${name}: ${value}`).join("\n");
};

const callText = (call: Call, language: Language): string => {
  const { method, path, operation } = call;
  const title = language === "zh" ? operation["x-summary-zh"] : operation.summary;
  const body = Object.values(operation.requestBody?.content ?? {})[0];
  const answer = Object.values(
    Object.entries(operation.responses).find(([status]) => status.startsWith("2"))?.[1].content ?? {},
  )[0];
  return [
    `\n## ${plain(title)} {#${operation.operationId}}\n`,
    `<p class="call"><span class="method ${method.toLowerCase()}">${method}</span> <code v-pre>${path}</code></p>\n`,
    operation["x-planned"] ? `**${say(language, "尚未提供:应答 501。", "Not there yet: it answers 501.")}**\n` : "",
    plain(sentencesOf(operation.description ?? "", language)),
    "",
    facts(call, language),
    parametersTable(operation.parameters ?? [], language),
    body?.schema === undefined ? "" : `${say(language, "请求体", "Body")}: ${typeText(body.schema, language)}\n`,
    body?.schema?.properties === undefined ? "" : membersTable(body.schema, language),
    body?.example === undefined
      ? ""
      : block(JSON.stringify(body.example, null, 2), say(language, "请求例子", "Example of the body")),
    responsesTable(operation.responses, language),
    answer?.example === undefined
      ? ""
      : block(JSON.stringify(answer.example, null, 2), say(language, "应答例子", "Example of the answer")),
  ].join("\n");
};

/** The calls of one area. */
export const tagPage = (tag: Tag, language: Language): string => {
  const own = [...calls, ...pushes].filter(({ operation }) => operation.tags.includes(tag.name));
  return [
    `---\ntitle: ${JSON.stringify(tagTitle(tag, language))}\noutline: 2\n---\n`,
    `# ${tagTitle(tag, language)}`,
    "",
    plain(sentencesOf(tag.description, language)),
    ...own.map((call) => callText(call, language)),
  ].join("\n");
};

/** What the reference begins with. */
export const apiIndex = (language: Language, files: Files): string => {
  files.set(DOCUMENT_FILE, fileAddress(DOCUMENT_FILE));
  const planned = calls.filter(({ operation }) => operation["x-planned"]).length;
  return [
    `# ${say(language, "开放接口", "The open API")}`,
    "",
    say(
      language,
      `共 ${calls.length} 个操作${planned > 0 ? `,其中 ${planned} 个尚未提供` : ""}。成员用 lowerCamel,时间为带时区偏移的 RFC 3339;列表逐页读取,直到 \`next\` 为 \`null\`;先读列表,再从首页的 \`feedCursor\` 起跟随 \`/api/v1/events\`;错误为带固定 \`code\` 的中英文 problem+json。`,
      `${calls.length} operations${planned > 0 ? `, ${planned} of them not there yet` : ""}. Members are lowerCamel, times RFC 3339 with offset; a list is read page by page until \`next\` is \`null\`; read it once, then follow \`/api/v1/events\` from the \`feedCursor\` of its first page; errors are problem+json with a stable \`code\`, in Chinese and English.`,
    ),
    "",
    `<a href="${fileAddress(DOCUMENT_FILE)}" download>openapi.json</a> (OpenAPI 3.1) · [${say(language, "错误代码", "Problems")}](${addressOf(language, "guide/problems")}) · [@dianan/open-api](${addressOf(language, "packages/open-api")})`,
    table(
      say(language, "领域|操作|说明", "area|operations|what").split("|"),
      tags.map((tag) => [
        `[${tagTitle(tag, language)}](${addressOf(language, `api/${tag.name}`)})`,
        calls.filter(({ operation }) => operation.tags.includes(tag.name)).length,
        plain(sentencesOf(tag.description, language)),
      ]),
    ),
    `${say(language, "数据格式", "Schemas")}: ${schemaPages.map((range) => `[${range}](${addressOf(language, `api/schemas-${range.toLowerCase()}`)})`).join(" · ")}`,
    "",
    `## ${say(language, "全部操作", "Every operation")} {#all}`,
    table(
      say(language, "操作|地址|说明", "method|path|what").split("|"),
      calls.map(({ method, path, operation }) => [
        method,
        `[${code(path)}](${addressOf(language, `api/${operation.tags[0]}`)}#${operation.operationId})`,
        plain(language === "zh" ? operation["x-summary-zh"] : operation.summary),
      ]),
    ),
  ].join("\n");
};
