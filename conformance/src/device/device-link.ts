import { createServer, type Server, type Socket } from "node:net";

type Ears = { readonly onOpen: () => void; readonly onChunk: (chunk: Uint8Array) => void };

/** The platform's end of one device's connection: the latest one counts. */
export class DeviceLink {
  readonly #host: string;
  readonly #ears: Ears;
  #server: Server | null = null;
  #socket: Socket | null = null;
  /** When the device dialled, in order. Milliseconds of the kit's own clock. */ readonly dials: number[] = [];
  /** Ends each connection as soon as it is there. */ hangsUp = false;

  constructor(host: string, ears: Ears) {
    this.#host = host;
    this.#ears = ears;
  }

  get isUp(): boolean {
    return this.#socket !== null;
  }

  /** Takes connections; resolves to the port. */
  async listen(port: number): Promise<number> {
    const server = createServer((socket) => this.#take(socket));
    this.#server = server;
    await new Promise<void>((resolve, reject) => {
      server.once("error", reject);
      server.listen(port, this.#host, resolve);
    });
    const address = server.address();
    return typeof address === "object" && address !== null ? address.port : port;
  }

  /** Hangs up and takes no connection until `listen`. */
  async close(): Promise<void> {
    const server = this.#server;
    this.#server = null;
    const closed = new Promise((resolve) => (server === null ? resolve(null) : server.close(resolve)));
    this.drop();
    await closed;
  }

  /** Ends the connection that there is; the device may dial at once. */
  drop(): void {
    this.#socket?.destroy();
  }

  send(bytes: Uint8Array): void {
    this.#socket?.write(bytes);
  }

  #take(socket: Socket): void {
    this.dials.push(performance.now());
    socket.on("error", () => socket.destroy());
    if (this.hangsUp) return void socket.destroy();
    this.#socket?.destroy();
    this.#socket = socket;
    this.#ears.onOpen();
    socket.on("close", () => {
      if (this.#socket === socket) this.#socket = null;
    });
    socket.on("data", this.#ears.onChunk);
  }
}
