import { Agent, createServer, type IncomingMessage, request as requestOf, type ServerResponse } from "node:http";
import { type AddressInfo, connect, createServer as createTcpServer, type Socket } from "node:net";
import { gb26875 } from "@dianan/codec";
import type { Reference } from "./hub.ts";

type Headers = Readonly<Record<string, string>>;
/** A request or a delivery on its way. `path` holds the query. */
export type Asked = {
  readonly method: string;
  readonly path: string;
  readonly headers: Headers;
  readonly body: string;
};
export type Said = { readonly status: number; readonly headers: Headers; readonly body: string };

/** What goes to and fro on one connection of a device. */
export type DoorWay = { toHub(bytes: Uint8Array): void; toDevice(bytes: Uint8Array): void; close(): void };

/** What a mutant knows of the platform behind it, and may remember over one run. */
export type Behind = {
  readonly hub: Reference;
  /** Asks the right platform. */ ask(asked: Partial<Asked> & { readonly path: string }): Promise<Said>;
  readonly seen: Map<string, string>;
};

/** How a platform differs from the right one that stands behind it. */
export type Faulty = {
  /** Gives the answer itself, or asks the right platform, with another request or not. */
  readonly answer?: (asked: Asked, right: (asked: Asked) => Promise<Said>, behind: Behind) => Promise<Said>;
  /** Events of a stream as they pass; null: it does not pass. */ readonly event?: (block: string) => string | null;
  /** Delivers a webhook, or not. `send` calls the receiver; it follows no redirect. */
  readonly hook?: (asked: Asked, send: (asked: Asked, url?: string) => Promise<Said>, behind: Behind) => Promise<Said>;
  /** Bytes of a device as they come in. */ readonly chunk?: (
    behind: Behind,
  ) => (bytes: Uint8Array, way: DoorWay) => void;
  /** Frames of a device, one by one. */ readonly frame?: (behind: Behind) => (bytes: Uint8Array, way: DoorWay) => void;
  /** Frames to a device, one by one. */ readonly reply?: (behind: Behind) => (bytes: Uint8Array, way: DoorWay) => void;
};

const plain = (headers: IncomingMessage["headers"]): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value].flat().join(", ")]));
const HOP = ["host", "connection", "content-length", "transfer-encoding", "keep-alive"];
const passed = (headers: Headers): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !HOP.includes(name)));
const bodyOf = async (message: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  for await (const chunk of message as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
};

const HOOKS = "/faulty-hooks/";
const WEBHOOKS = "/api/v1/webhooks";
/** Bodies are kept as bytes: what is no UTF-8 must arrive as it is. */
const BYTES = "latin1";

/** Starts a thin wrapper around the right platform, through which one mistake goes. */
export const startFaulty = async (hub: Reference, faulty: Faulty) => {
  const agent = new Agent({ keepAlive: true, maxSockets: 200 });
  const seen = new Map<string, string>();
  const ask = (url: string, { method, headers, body }: Omit<Asked, "path">): Promise<IncomingMessage> =>
    new Promise((resolve, reject) => {
      const bytes = Buffer.from(body, BYTES);
      const sent = {
        ...passed(headers),
        ...(bytes.length > 0 || method !== "GET" ? { "content-length": String(bytes.length) } : {}),
      };
      const request = requestOf(url, { method, headers: sent, agent }, resolve);
      request.on("error", reject);
      request.end(bytes);
    });
  const whole = async (message: IncomingMessage): Promise<Said> => ({
    ...{
      status: message.statusCode ?? 0,
      headers: plain(message.headers),
      body: (await bodyOf(message)).toString(BYTES),
    },
  });
  const own = { authorization: `Bearer ${hub.key}`, "content-type": "application/json" };
  const behind: Behind = {
    hub,
    seen,
    ask: async ({ method = "GET", headers = own, body = "", path }) =>
      whole(await ask(`${hub.url}${path}`, { method, headers, body })),
  };
  const say = (response: ServerResponse, { status, headers, body }: Said): void => {
    const bytes = Buffer.from(body, BYTES);
    response.writeHead(
      status,
      status === 304 || status === 204 ? passed(headers) : { ...passed(headers), "content-length": bytes.length },
    );
    response.end(status === 304 || status === 204 ? undefined : bytes);
  };
  const stream = (message: IncomingMessage, response: ServerResponse): void => {
    response.writeHead(200, passed(plain(message.headers)));
    response.flushHeaders();
    let rest = "";
    message.setEncoding("utf8");
    message.on("data", (text: string) => {
      const blocks = (rest + text).split("\n\n");
      rest = blocks.pop() ?? "";
      for (const block of blocks) {
        const shown = faulty.event === undefined ? block : faulty.event(block);
        if (shown !== null) response.write(`${shown}\n\n`);
      }
    });
    message.on("end", () => response.end());
    message.on("error", () => response.destroy());
    response.on("close", () => message.destroy());
  };
  let base = "";

  const deliver = async (asked: Asked, response: ServerResponse): Promise<void> => {
    const url = decodeURIComponent(asked.path.slice(HOOKS.length));
    const send = async (one: Asked, to = url): Promise<Said> => whole(await ask(to, one));
    say(response, await (faulty.hook === undefined ? send(asked) : faulty.hook({ ...asked, path: url }, send, behind)));
  };
  /** Deliveries come by here when something is to be done to them. */
  const right = async (asked: Asked): Promise<Said> => {
    const isHook = faulty.hook !== undefined && asked.method === "POST" && asked.path === WEBHOOKS;
    let { body } = asked;
    if (isHook)
      try {
        const draft = JSON.parse(body) as { readonly url?: unknown };
        if (typeof draft.url === "string" && draft.url.startsWith("http://127."))
          body = JSON.stringify({ ...draft, url: `${base}${HOOKS}${encodeURIComponent(draft.url)}` });
      } catch {
        // What is no JSON is refused behind.
      }
    const said = await behind.ask({ ...asked, body });
    if (isHook && said.status === 201) {
      const { secret } = JSON.parse(said.body) as { readonly secret: { readonly secret: string } };
      seen.set(`secret ${String((JSON.parse(asked.body) as { readonly url: string }).url)}`, secret.secret);
    }
    return said;
  };

  const take = async (incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { method = "GET", url: path = "/" } = incoming;
    const asked: Asked = {
      method,
      path,
      headers: plain(incoming.headers),
      body: (await bodyOf(incoming)).toString(BYTES),
    };
    if (path.startsWith(HOOKS)) return deliver(asked, response);
    if (path.startsWith("/api/v1/events")) {
      let given = asked;
      const told =
        faulty.answer === undefined
          ? null
          : await faulty.answer(
              asked,
              async (one) => {
                given = one;
                return { status: 0, headers: {}, body: "" };
              },
              behind,
            );
      if (told !== null && told.status !== 0) return say(response, told);
      const message = await ask(`${hub.url}${given.path}`, given);
      if (message.headers["content-type"]?.startsWith("text/event-stream") === true) return stream(message, response);
      return say(response, await whole(message));
    }
    say(response, await (faulty.answer === undefined ? right(asked) : faulty.answer(asked, right, behind)));
  };
  const server = createServer({ maxHeaderSize: 16_384 }, (incoming, response) => {
    take(incoming, response).catch(() => response.destroy());
  });
  const door = createTcpServer((device) => wire(device, connect({ ...hub.door, noDelay: true }), faulty, behind));
  await Promise.all([server, door].map((one) => new Promise<void>((resolve) => one.listen(0, "127.0.0.1", resolve))));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: base,
    door: { host: "127.0.0.1", port: (door.address() as AddressInfo).port },
    close: async (): Promise<void> => {
      const closed = [server, door].map((one) => new Promise((resolve) => one.close(resolve)));
      server.closeAllConnections();
      for (const socket of sockets) socket.destroy();
      agent.destroy();
      await Promise.all(closed);
    },
  };
};

const sockets = new Set<Socket>();

/** One connection of a device, and the one behind it. */
const wire = (device: Socket, hub: Socket, { chunk, frame, reply }: Faulty, behind: Behind): void => {
  for (const [one, other] of [
    [device, hub],
    [hub, device],
  ] as const) {
    sockets.add(one);
    one.on("error", () => one.destroy());
    one.on("close", () => {
      sockets.delete(one);
      other.destroy();
    });
  }
  device.setNoDelay(true);
  const way: DoorWay = {
    toHub: (bytes) => void hub.write(bytes),
    toDevice: (bytes) => void device.write(bytes),
    close: () => device.destroy(),
  };
  const cut = (each: (bytes: Uint8Array, way: DoorWay) => void) => {
    let carry: Uint8Array = new Uint8Array(0);
    return (bytes: Uint8Array): void => {
      const { frames, carry: rest } = gb26875.cutFrames(carry, bytes);
      carry = rest;
      for (const one of frames) each(one, way);
    };
  };
  const onChunk = chunk?.(behind);
  const onFrame = frame === undefined ? null : cut(frame(behind));
  const onReply = reply === undefined ? null : cut(reply(behind));
  device.on("data", (bytes: Uint8Array) =>
    onFrame !== null ? onFrame(bytes) : onChunk === undefined ? way.toHub(bytes) : onChunk(bytes, way),
  );
  hub.on("data", (bytes: Uint8Array) => (onReply === null ? way.toDevice(bytes) : onReply(bytes)));
};
