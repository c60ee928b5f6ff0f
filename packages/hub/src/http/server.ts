import { createServer } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { createHttpApp } from "./app.ts";
import type { EventLimits } from "./events.ts";
import type { HttpDeps } from "./http-deps.ts";

/** The open door. `close` ends streams, answers what is under way and resolves within 3 s. */
export type HttpDoor = { readonly port: number; readonly url: string; close(): Promise<void> };

/** SEC-API-07, SEC-API-06. Streams are no request under way: their request has been read. */
const serverOptions = {
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  keepAliveTimeout: 5_000,
  connectionsCheckingInterval: 1_000,
  maxHeaderSize: 16 * 1024,
} as const;

/** Answers that take longer are cut when the hub closes. */
const CLOSE_MS = 3_000;
const IDLE_LOOK_MS = 25;

/**
 * Opens the HTTP door (开放接口与控制台).
 *
 * @param options - `port` 0 takes any free port
 * @throws rejects with Node's error, such as `code: "EADDRINUSE"`
 */
export const startHttp = async (
  deps: HttpDeps,
  options: { readonly host: string; readonly port: number; readonly eventLimits?: EventLimits },
): Promise<HttpDoor> => {
  const http = createHttpApp(deps, options.eventLimits);
  const listener = getRequestListener(http.app.fetch);
  const server = createServer(serverOptions, (incoming, outgoing) => {
    if (!http.again(incoming, outgoing)) void listener(incoming, outgoing);
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port, options.host, () => {
      server.off("error", reject);
      resolve();
    });
  });
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : options.port;
  const host = options.host.includes(":") ? `[${options.host}]` : options.host;
  return {
    port,
    url: `http://${host}:${port}`,
    close: async () => {
      http.close();
      const deadline = setTimeout(() => server.closeAllConnections(), CLOSE_MS);
      // A connection that has just been answered waits for its next request: nothing else would close it.
      const idle = setInterval(() => server.closeIdleConnections(), IDLE_LOOK_MS);
      await new Promise<void>((resolve) => server.close(() => resolve()));
      clearTimeout(deadline);
      clearInterval(idle);
    },
  };
};
