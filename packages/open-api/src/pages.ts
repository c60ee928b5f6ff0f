import type { Client } from "openapi-fetch";
import type { paths } from "./generated/api.ts";
import { problemFrom } from "./problem.ts";

type Page<T> = { readonly items: readonly T[]; readonly next: string | null };

type GetAnswer<P extends keyof paths> = paths[P] extends {
  get: { responses: { 200: { content: { "application/json": infer A } } } };
}
  ? A
  : never;

/** Paths whose GET answers page by page. */
export type PagedPath = { [P in keyof paths]: GetAnswer<P> extends Page<unknown> ? P : never }[keyof paths];

/** What the items of a path are. */
export type ItemOf<P extends PagedPath> = GetAnswer<P> extends Page<infer T> ? T : never;

type Parameters<P extends PagedPath> = paths[P] extends { get: { parameters: infer Q } } ? Q : never;
type Given<Q, K extends string> = Q extends { readonly [N in K]?: infer V } ? NonNullable<V> : never;

/** Path and query of a list; its cursor is the iterator's own. */
export type ListOptions<P extends PagedPath> = {
  readonly query?: Omit<Given<Parameters<P>, "query">, "cursor">;
  readonly path?: Given<Parameters<P>, "path">;
  readonly signal?: AbortSignal;
};

type Answer = {
  readonly data?: unknown;
  readonly error?: unknown;
  readonly response: { readonly status: number };
};
type Get = (path: string, init: { readonly params: object; readonly signal?: AbortSignal }) => Promise<Answer>;

/**
 * Reads a list page by page (逐页读取).
 *
 * @throws ProblemError when a page is refused; with `cursor-gone` the list must be read again from the start
 */
export async function* pagesOf<P extends PagedPath>(
  client: Pick<Client<paths>, "GET">,
  path: P,
  { query, path: pathParameters, signal }: ListOptions<P> = {},
): AsyncGenerator<GetAnswer<P>, void, void> {
  // The path's own types stand in the signature; inside, any list is read alike.
  const get = client.GET as unknown as Get;
  let cursor: string | null = null;
  do {
    signal?.throwIfAborted();
    const params: object = {
      ...(pathParameters === undefined ? {} : { path: pathParameters }),
      query: { ...query, ...(cursor === null ? {} : { cursor }) },
    };
    const { data, error, response }: Answer = await get(path, { params, ...(signal === undefined ? {} : { signal }) });
    if (data === undefined) throw problemFrom(response.status, error);
    yield data as GetAnswer<P>;
    const { next } = data as Page<unknown>;
    // A hub that gives the same page again would be read for ever.
    if (next !== null && next === cursor) throw new Error(`${path}: the hub gave the same cursor twice`);
    cursor = next;
  } while (cursor !== null);
}

/** Reads a list item by item (逐条读取), a page at a time. @throws ProblemError as {@link pagesOf} */
export async function* itemsOf<P extends PagedPath>(
  client: Pick<Client<paths>, "GET">,
  path: P,
  options: ListOptions<P> = {},
): AsyncGenerator<ItemOf<P>, void, void> {
  for await (const page of pagesOf(client, path, options)) yield* (page as Page<ItemOf<P>>).items;
}
