// A platform of a park with a JSON of its own. It knows nothing of the hub: no package of ours, no CloudEvents, no code lists.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** What its gateways send: readings by short keys, and what they warn of. */
export const report = (sn: string, leak: number | string, warn: readonly string[], t: number) => ({
  ...{ msg: "report", sn, t },
  data: [
    { k: "leak", v: leak },
    { k: "temp", v: 41.5 },
  ],
  warn,
});

/** What it takes from others: `cmd` and what belongs to it, with its own key in a header. */
export type Taken = { readonly cmd: string; readonly sn?: string; readonly code?: string };

/** Its door for others. Whoever has not its key is refused. */
export const openDoor = async (key: string, take: (taken: Taken) => void) => {
  const server = createServer(async (request, response) => {
    const body = Buffer.concat(await request.toArray()).toString();
    const isMine = request.headers["x-park-key"] === key;
    if (isMine) take(JSON.parse(body) as Taken);
    response.writeHead(isMine ? 200 : 403).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
};
