import createFetchClient, { type Client } from "openapi-fetch";
import type { paths } from "./generated/api.ts";

/** A client whose paths, parameters, bodies and answers are those of the OpenAPI document. */
export type DianAnClient = Client<paths>;

export type ClientOptions = {
  /** Where the hub listens, without a path: `http://127.0.0.1:8080`. */ readonly baseUrl: string;
  /** An API key (`da_…`). Leave it out in the console, whose cookie goes along by itself. */ readonly key?: string;
  /** Stands in for the global fetch, for example a hub in the same process. */
  readonly fetch?: (request: Request) => Promise<Response>;
};

/**
 * Makes a typed client of the open API.
 *
 * Every call resolves to `{ data, error, response }`; `error` is the problem (RFC 9457) of an answer that is not 2xx.
 * It rejects only when there is no answer at all.
 *
 * @throws TypeError when `baseUrl` is no http or https URL, or the key cannot stand in a header
 */
export const createClient = ({ baseUrl, key, fetch }: ClientOptions): DianAnClient => {
  const url = URL.parse(baseUrl);
  if (url === null || !/^https?:$/.test(url.protocol))
    throw new TypeError(`baseUrl: ${JSON.stringify(baseUrl)} is no http or https URL`);
  if (key !== undefined && !/^[\x21-\x7e]+$/.test(key))
    throw new TypeError("key: an API key is visible ASCII without spaces");
  return createFetchClient<paths>({
    baseUrl,
    headers: key === undefined ? {} : { authorization: `Bearer ${key}` },
    ...(fetch === undefined ? {} : { fetch }),
  });
};
