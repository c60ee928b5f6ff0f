import type { Asked, Behind, Faulty, Said } from "./faulty-platform.ts";

/** A wrong platform: the right one with one mistake. */
export type PlatformMutant = Faulty & {
  readonly mistake: string;
  /** Requirement whose case must catch it. */ readonly caughtBy: string;
  /** Cases that are run: the one that catches it and a neighbour. Parts of their ids. */ readonly cases: readonly string[];
  /** How long the kit waits for what this mistake keeps from coming. Milliseconds. */ readonly patienceMs?: number;
  /** It is a platform of its own with this limit of silence (EF-4.4.2). Milliseconds. */ readonly timedOutAfterMs?: number;
  /** Time that an alarm has, in the place of the kit's. Milliseconds. */ readonly alarmMs?: number;
};

type Json = { readonly [member: string]: unknown };
export const jsonOf = (text: string): Json => {
  try {
    const value: unknown = JSON.parse(Buffer.from(text, "latin1").toString("utf8"));
    return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Json) : {};
  } catch {
    return {};
  }
};
export const textOf = (value: unknown): string => Buffer.from(JSON.stringify(value), "utf8").toString("latin1");
export const itemsOf = (said: { readonly body: string }): readonly Json[] => {
  const { items } = jsonOf(said.body);
  return Array.isArray(items) ? (items as readonly Json[]) : [];
};

/** An answer with other items. */
export const withItems = (said: Said, change: (items: readonly Json[]) => readonly unknown[]): Said => ({
  ...said,
  body: textOf({ ...jsonOf(said.body), items: change(itemsOf(said)) }),
});

type Answer = NonNullable<Faulty["answer"]>;
export const isOf = (asked: Asked, method: string, path: RegExp): boolean =>
  asked.method === method && path.test(asked.path);

/** The request is another one. */
export const asIf =
  (change: (asked: Asked, behind: Behind) => Asked): Answer =>
  (asked, right, behind) =>
    right(change(asked, behind));

/** The answer is another one. */
export const butSays =
  (change: (said: Said, asked: Asked, behind: Behind) => Said | Promise<Said>): Answer =>
  async (asked, right, behind) =>
    change(await right(asked), asked, behind);

/** The body of a request is another one. */
export const bodyAs = (method: string, path: RegExp, change: (body: Json) => unknown): Answer =>
  asIf((asked) => (isOf(asked, method, path) ? { ...asked, body: textOf(change(jsonOf(asked.body))) } : asked));

/** Items of a bulk upsert are others. */
export const itemsAs = (change: (item: Json) => Json): Answer =>
  bodyAs("POST", /^\/api\/v1\/(operators|units|devices|components|alarms)$/, (body) =>
    Array.isArray(body.items)
      ? {
          ...body,
          items: body.items.map((item) => (typeof item === "object" && item !== null ? change(item as Json) : item)),
        }
      : body,
  );

/** A query without, or with another value of a parameter. */
export const queryAs = (change: (query: URLSearchParams) => void): Answer =>
  asIf((asked) => {
    const [path = "", text = ""] = asked.path.split("?");
    const query = new URLSearchParams(text);
    change(query);
    return { ...asked, path: query.size === 0 ? path : `${path}?${query}` };
  });

export const withHeader = (asked: Asked, name: string, value: string | null): Asked => {
  const { [name]: _, ...headers } = asked.headers;
  return { ...asked, headers: value === null ? headers : { ...headers, [name]: value } };
};
export const keyOf = ({ headers }: Asked): string => (headers.authorization ?? "").replace(/^Bearer /, "");
export const asKey = (asked: Asked, key: string): Asked => withHeader(asked, "authorization", `Bearer ${key}`);
export const saying = (status: number, body: unknown, media = "application/json"): Said => ({
  ...{ status, headers: { "content-type": media }, body: textOf(body) },
});
