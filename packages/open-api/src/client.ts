import createFetchClient, { type Client } from "openapi-fetch";
import { type Credentials, checkCredentials, withCredentials } from "./credentials.ts";
import { withDeadline } from "./deadline.ts";
import { type FollowedChange, type FollowOptions, follow } from "./follow.ts";
import type { paths } from "./generated/api.ts";
import { type ItemOf, itemsOf, type ListOptions, type PagedPath, pagesOf } from "./pages.ts";
import { type RetryOptions, type Send, withRetry } from "./retry.ts";

/** A client whose paths, parameters, bodies and answers are those of the OpenAPI document. */
export type DianAnClient = Client<paths> & {
  /** A list, item by item: `for await (const unit of client.items("/api/v1/units"))`. */
  readonly items: <P extends PagedPath>(path: P, options?: ListOptions<P>) => AsyncGenerator<ItemOf<P>, void, void>;
  /** A list, page by page, with the `feedCursor` where it has one. */
  readonly pages: <P extends PagedPath>(path: P, options?: ListOptions<P>) => ReturnType<typeof pagesOf<P>>;
  /** The change feed, without a gap, for ever: `for await (const change of client.follow({ after }))`. */
  readonly follow: (options?: FollowOptions) => AsyncGenerator<FollowedChange, void, void>;
};

/** Which hub, as whom, and how patiently. */
export type ClientOptions = {
  /** Where the hub listens, without a path: `http://127.0.0.1:8080`. */ readonly baseUrl: string;
  /** An API key (`da_…`): short for `credentials: { kind: "key", key }`. */ readonly key?: string;
  /** Leave both out in the console, whose cookie goes along by itself. */ readonly credentials?: Credentials;
  /** False never sends twice. */ readonly retry?: RetryOptions | false;
  /** How long to wait until an answer begins; 30,000 when left out. Milliseconds. */ readonly timeoutMs?: number;
  /** Stands in for the global fetch, for example a hub in the same process. */
  readonly fetch?: (request: Request) => Promise<Response>;
};

/**
 * Makes a typed client of the open API. It runs in Node.js, browsers and edge runtimes.
 *
 * Every call resolves to `{ data, error, response }`; `error` is the problem (RFC 9457) of an answer that is not 2xx. It rejects only
 * when there is no answer at all, or no token. What may be sent again is sent again after 429, 5xx of a gateway or no answer.
 *
 * @throws TypeError when `baseUrl` is no http or https URL, or a credential cannot stand in a header
 */
export const createClient = (options: ClientOptions): DianAnClient => {
  const { key, retry = {}, timeoutMs = 30_000 } = options;
  const url = URL.parse(options.baseUrl);
  if (url === null || !/^https?:$/.test(url.protocol))
    throw new TypeError(`baseUrl: ${JSON.stringify(options.baseUrl)} is no http or https URL`);
  const credentials = options.credentials ?? (key === undefined ? null : ({ kind: "key", key } as const));
  if (credentials !== null) checkCredentials(credentials);
  const baseUrl = options.baseUrl.replace(/\/+$/, "");

  const send: Send = options.fetch ?? ((request) => fetch(request));
  const timed = withDeadline(send, timeoutMs);
  const signed = credentials === null ? timed : withCredentials(timed, baseUrl, credentials);
  const client = createFetchClient<paths>({ baseUrl, fetch: retry === false ? signed : withRetry(signed, retry) });
  return Object.assign(client, {
    items: <P extends PagedPath>(path: P, more?: ListOptions<P>) => itemsOf(client, path, more),
    pages: <P extends PagedPath>(path: P, more?: ListOptions<P>) => pagesOf(client, path, more),
    // A stream has its own patience.
    follow: (more?: FollowOptions) => follow(signed, baseUrl, more),
  });
};
