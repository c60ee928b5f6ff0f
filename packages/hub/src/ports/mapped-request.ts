import type { Words } from "@dianan/model";
import type { EventFault, MappedRequest } from "./webhooks.ts";

/** What keeps a value from being one of the document's schemas; nothing when it is one. */
export type Findings = (
  schema: string,
  value: unknown,
) => readonly { readonly path: string; readonly message: Words }[];

/** What a mapping made: a request, or that there is to be none. */
export type Mapped =
  | { readonly kind: "request"; readonly request: MappedRequest }
  | { readonly kind: "skip" }
  | { readonly kind: "fault"; readonly fault: EventFault };

/** As the document has it: MappedEvent. */
type Made = {
  readonly body?: unknown;
  readonly variables?: { readonly [name: string]: string | number };
  readonly headers?: { readonly [name: string]: string };
  readonly skip?: true;
};

/** Headers of the request itself and of its signature. */
const OWN_HEADERS =
  /^(host|content-.*|transfer-encoding|connection|keep-alive|upgrade|te|trailer|expect|cookie|user-agent|webhook-.*|proxy-.*|x-forwarded-.*)$/i;

/** Whether a header may go along. */
export const isFreeHeader = (name: string): boolean => !OWN_HEADERS.test(name);

/** Names in a path template, in their order. */
const namesIn = (path: string): readonly string[] =>
  [...path.matchAll(/\{([A-Za-z0-9]+)\}/g)].map(([, name = ""]) => name);

/** A path template without its names. */
const withoutNames = (path: string): string => path.replace(/\{[A-Za-z0-9]+\}/g, "");

const resultFault = (path: string, zh: string, en: string): Extract<Mapped, { readonly kind: "fault" }> => ({
  kind: "fault",
  fault: { code: "mapping-result", path, position: null, message: { zh, en } },
});

/** The template with its names filled. What is filled in is one step of the path or one value of the query, and nothing else. */
const filled = (
  template: string,
  variables: Made["variables"] = {},
): string | Extract<Mapped, { readonly kind: "fault" }> => {
  for (const name of namesIn(template)) {
    const value = Object.hasOwn(variables, name) ? String(variables[name]) : "";
    if (value === "" || value === "." || value === "..")
      return resultFault(
        `/variables/${name}`,
        `路径需要 {${name}},此处没有可用的值`,
        `The path needs {${name}}, for which there is no value that can stand there.`,
      );
  }
  return template.replace(/\{([A-Za-z0-9]+)\}/g, (_, name: string) => encodeURIComponent(String(variables[name])));
};

/** What of a mapping's result is sent. @param template - path below the webhook's address */
export const mappedOf = (result: unknown, template: string, findings: Findings): Mapped => {
  const [wrong] = findings("MappedEvent", result);
  if (wrong !== undefined) return resultFault(wrong.path, wrong.message.zh, wrong.message.en);
  const made = result as Made;
  if (made.skip === true)
    return Object.keys(made).length === 1
      ? { kind: "skip" }
      : resultFault("/skip", "skip 不能与其他成员同时出现", "skip stands alone.");
  if (made.body === undefined)
    return resultFault(
      "/body",
      '没有 body;不推送时应返回 { "skip": true }',
      'There is no body. What is not to be sent says so with { "skip": true }.',
    );
  const { body, headers = {} } = made;
  const own = Object.keys(headers).find((name) => !isFreeHeader(name));
  if (own !== undefined)
    return resultFault(`/headers/${own}`, "该请求头由平台设置", "This header is the hub's own to set.");
  const path = filled(template, made.variables);
  return typeof path === "string" ? { kind: "request", request: { path, headers, body } } : path;
};

/** JSON of parameters, characters. */
const PARAMETERS_MAX = 16 * 1024;
/** Names in a path. */
const NAMES_MAX = 10;

/** Why parameters or a path template cannot be set up; null: they can. `path`: below the mapping. */
export const templateFault = ({
  parameters = {},
  path = "",
}: {
  readonly parameters?: object;
  readonly path?: string;
}): { readonly path: string; readonly words: Words } | null => {
  if (JSON.stringify(parameters).length > PARAMETERS_MAX)
    return {
      path: "/parameters",
      words: { en: "16,384 characters of JSON at most.", zh: "JSON 最长 16384 个字符。" },
    };
  if (!/[{}]/.test(withoutNames(path)) && namesIn(path).length <= NAMES_MAX) return null;
  return {
    path: "/path",
    words: {
      en: "A path with at most ten {names} of letters and digits.",
      zh: "应为带 {名称} 的路径,名称由字母和数字组成,最多十个。",
    },
  };
};

/** The address with the path below it; what was checked of the address stays as it is. */
export const urlBelow = (url: string, path: string): string => (path === "" ? url : `${url.replace(/\/$/, "")}${path}`);
