import { createHttpApp } from "../src/http/app.ts";
import type { HttpDeps } from "../src/http/http-deps.ts";
import { type DoorDeps, openDoorDeps } from "./door-fixture.ts";
import { checkAnswer, document } from "./http-schema.ts";

export type Answer = {
  readonly status: number;
  readonly tag: string;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: what an answer holds is what is tested
  readonly body: any;
};

/** The HTTP door on a real store and engine; each answer must be one that the document has. */
export type DoorCall = {
  readonly door: DoorDeps;
  readonly deps: HttpDeps;
  /** With a key that sees the whole tenant, unless another is given. A body that is not text goes as JSON. */
  call(
    method: string,
    path: string,
    body?: unknown,
    more?: { readonly key?: string; readonly headers?: Record<string, string> },
  ): Promise<Answer>;
  end(): Promise<void>;
};

const templates = Object.keys(document.paths).map((template) => ({
  template,
  shape: new RegExp(`^${template.replaceAll(/\{\w+\}/g, "[^/]+")}$`),
}));
const templateOf = (path: string): string => {
  const [plain = ""] = path.split("?");
  return document.paths[plain] !== undefined
    ? plain
    : (templates.find(({ shape }) => shape.test(plain))?.template ?? plain);
};

export const openDoorCall = async (): Promise<DoorCall> => {
  const door = await openDoorDeps();
  const deps = { ...door.deps, requestRateFactor: 1_000 };
  const http = createHttpApp(deps);
  const whole = await door.addKey();
  return {
    door,
    deps,
    call: async (method, path, body, { key = whole, headers = {} } = {}) => {
      const response = await http.app.request(path, {
        method,
        headers: {
          ...(key === "" ? {} : { authorization: `Bearer ${key}` }),
          ...(body === undefined ? {} : { "content-type": "application/json" }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
      });
      const text = await response.text();
      const value: unknown = text === "" ? null : JSON.parse(text);
      if (text !== "") checkAnswer(method, templateOf(path), response.status, value);
      return {
        status: response.status,
        tag: response.headers.get("etag") ?? "",
        headers: response.headers,
        body: value,
      };
    },
    end: async () => {
      http.close();
      await door.end();
    },
  };
};
