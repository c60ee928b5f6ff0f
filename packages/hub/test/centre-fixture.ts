// A hub that reports to a fire monitoring centre, and centres that a test decides for.

import type { AddressInfo } from "node:net";
import { createServer, type Server, type Socket } from "node:net";
import { type Frame, gb26875 } from "@dianan/codec";
import { until } from "./http-fixture.ts";
import { openSharingHub, type SharingHub } from "./sharing-fixture.ts";

/** Source address that the centre has given the hub. */
export const SOURCE = 350582000001;
export const AT = "/api/v1/sharing/{id}";

export const centreDraft = (port: number, centre: object = {}) => ({
  ...{ name: "消防监控中心", url: `gb26875://127.0.0.1:${port}`, form: "gb26875", kinds: ["alarm"] },
  ...{ coordinateSystem: "CGCS2000", periodSeconds: 1, personalData: "masked" },
  centre: { sourceAddress: SOURCE, ...centre },
});

export type CentreHub = SharingHub & {
  /** A destination of a fire centre; its id. */ addCentre(port: number, centre?: object): Promise<string>;
};

export const openCentreHub = async (
  ends: (() => Promise<void>)[],
  config: Parameters<typeof openSharingHub>[1] = {},
): Promise<CentreHub> => {
  const here = await openSharingHub(ends, config);
  return {
    ...here,
    addCentre: async (port, centre = {}) => {
      const made = await here.ask("POST", "/api/v1/sharing", centreDraft(port, centre));
      if (made.status !== 201) throw new Error(`${made.status} ${JSON.stringify(made.body)}`);
      return String(made.body.id);
    },
  };
};

/** What a centre does about a frame. `cut`: half an answer, then it hangs up. */
export type CentreAct = "confirm" | "deny" | "silent" | "close" | "cut" | { readonly bytes: Uint8Array };

/** A centre that only a test has: it hears frames and answers as it is told. */
export type FakeCentre = {
  readonly port: number;
  /** Every frame in the order of arrival, resends too, with its bytes. */
  readonly heard: { readonly frame: Frame; readonly bytes: Uint8Array }[];
  /** Connections so far. */ connections(): number;
  act: (frame: Frame, transmission: number) => CentreAct;
  /** Sends something on the newest connection. */ say(bytes: Uint8Array): void;
  /** Items of the component states, in the order of arrival. */
  states(): readonly {
    readonly componentType: number;
    readonly componentAddress: unknown;
    readonly status: { readonly [flag: string]: unknown };
    readonly time?: unknown;
  }[];
  hangUp(): void;
  close(): Promise<void>;
};

export const openFakeCentre = async (ends: (() => Promise<void>)[], port = 0): Promise<FakeCentre> => {
  const sockets = new Set<Socket>();
  let newest: Socket | null = null;
  let connections = 0;
  const heard: FakeCentre["heard"][number][] = [];
  const centre = { act: (_frame: Frame, _transmission: number): CentreAct => "confirm" };
  const label = (): Frame["time"] => gb26875.timeLabelOf(Date.now(), 480);
  const take = (socket: Socket, bytes: Uint8Array): void => {
    const decoded = gb26875.decodeFrame(bytes, { direction: "up" });
    if (!decoded.ok) throw new Error(`the hub sent a bad frame: ${JSON.stringify(decoded.error)}`);
    const frame = decoded.value;
    const before = heard.filter((one) => Buffer.from(one.bytes).equals(bytes)).length;
    heard.push({ frame, bytes });
    if (frame.command !== gb26875.commands.sendData.code) return;
    const act = centre.act(frame, before + 1);
    if (act === "silent") return;
    if (act === "close") return void socket.destroy();
    if (typeof act === "object") return void socket.write(act.bytes);
    const answer = gb26875.encodeFrame(act === "deny" ? gb26875.deny(frame, label()) : gb26875.confirm(frame, label()));
    if (act !== "cut") return void socket.write(answer);
    socket.write(answer.subarray(0, 20), () => socket.destroy());
  };
  const server: Server = createServer((socket) => {
    connections += 1;
    sockets.add(socket);
    newest = socket;
    let carry: Uint8Array = new Uint8Array(0);
    socket.on("data", (chunk: Uint8Array) => {
      const cut = gb26875.cutFrames(carry, chunk);
      carry = cut.carry;
      for (const bytes of cut.frames) take(socket, bytes);
    });
    socket.on("error", () => {});
    socket.on("close", () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const hangUp = (): void => {
    for (const socket of sockets) socket.destroy();
  };
  let isClosed = false;
  const close = async (): Promise<void> => {
    if (isClosed) return;
    isClosed = true;
    await new Promise<void>((resolve) => {
      server.close(() => resolve());
      hangUp();
    });
  };
  ends.push(close);
  return Object.assign(centre, {
    port: (server.address() as AddressInfo).port,
    heard,
    connections: () => connections,
    say: (bytes: Uint8Array) => void newest?.write(bytes),
    states: () =>
      heard.flatMap(({ frame }) => (frame.message.kind === "componentStatus" ? frame.message.items : [])) as never,
    hangUp,
    close,
  });
};

/** An order or a question of the centre. */
export const downFrame = (serial: number, command: number, message: Frame["message"]): Frame => ({
  ...{ serial, version: { main: 1, user: 1 }, time: gb26875.timeLabelOf(Date.now(), 480) },
  ...{ source: 0, destination: SOURCE, command, message },
});

/** Asks the hub, and gives what it answers with that serial. */
export const askHub = async (centre: FakeCentre, serial: number, command: number, message: Frame["message"]) => {
  centre.say(gb26875.encodeFrame(downFrame(serial, command, message)));
  const found = await until(
    () => centre.heard.find(({ frame }) => frame.serial === serial && frame.command !== 2),
    (one) => one !== undefined,
  );
  return (found as FakeCentre["heard"][number]).frame;
};
