import { createClient, type DianAnClient } from "@dianan/open-api";
import type { Terminal } from "./terminal.ts";

/** A hub refuses, or does not answer; words for a person. */
export class HubError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "HubError";
  }
}

type Answer<T> = {
  readonly data?: T;
  readonly error?: {
    readonly title?: string;
    readonly titleZh?: string;
    readonly detail?: string;
    readonly errors?: unknown;
  };
  readonly response: Response;
};

/** The data of an answer. @throws HubError with what the hub says */
export const said = async <T>(answer: Promise<Answer<T>>): Promise<T> => {
  const { data, error, response } = await answer.catch((cause: unknown) => {
    throw new HubError("平台没有应答,请检查 --api。 The hub does not answer: check --api.", { cause });
  });
  if (error === undefined) return data as T;
  const { title, titleZh, detail, errors } = error;
  const more = errors === undefined ? "" : ` ${JSON.stringify(errors)}`;
  throw new HubError(`${response.status} ${titleZh ?? ""} ${title ?? ""}. ${detail ?? ""}${more}`.replace(/\s+/g, " "));
};

/** Lines of standard input, one after the other; empty when there is no more. */
export const lineReader = (input: Terminal["input"]): (() => Promise<string>) => {
  const chunks = input[Symbol.asyncIterator]();
  const decoder = new TextDecoder();
  let text = "";
  return async () => {
    for (;;) {
      const end = text.indexOf("\n");
      if (end >= 0) {
        const line = text.slice(0, end);
        text = text.slice(end + 1);
        return line.trim();
      }
      const { value, done } = await chunks.next();
      if (done === true) {
        const rest = text;
        text = "";
        return rest.trim();
      }
      text += decoder.decode(value, { stream: true });
    }
  };
};

/** A session of a person, as headers; it ends with {@link SignedIn.leave}. */
export type SignedIn = {
  readonly api: DianAnClient;
  readonly headers: { readonly cookie: string; readonly "X-DianAn-Request": "1" };
  leave(): Promise<void>;
};

/**
 * Signs a person in with password and second factor, as the console does.
 *
 * @throws HubError when the hub does not let them in
 */
export const signIn = async (
  baseUrl: string,
  {
    account,
    password,
    code,
  }: { readonly account: string; readonly password: string; readonly code: () => Promise<string> },
): Promise<SignedIn> => {
  const api = createClient({ baseUrl, retry: false });
  const step = await said(api.POST("/api/v1/session/password", { body: { account, password } }));
  if (step.step !== "secondFactor")
    throw new HubError(
      "请先在页面登录一次,完成首次登录的步骤。 Sign in once in the page first: there is something to set up.",
    );
  const second = api.POST("/api/v1/session/totp", { body: { ticket: step.ticket, code: await code() } });
  await said(second);
  const cookie = ((await second).response.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
  const headers = { cookie, "X-DianAn-Request": "1" } as const;
  return {
    api,
    headers,
    leave: async () => {
      await api.DELETE("/api/v1/session", { headers }).catch(() => {});
    },
  };
};
