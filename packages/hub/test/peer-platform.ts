// Another platform as a hub sees it: a real server that answers /versions to who has its token.
import { randomBytes } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

export type PeerPlatform = {
  /** Token B. Change it, and the one before is refused. */ token: string;
  /** What /versions says instead of the truth. */ versions: unknown;
  /** What /versions/1 says instead. */ details: unknown;
  /** Answered to everything, when set. */ status: number | null;
  /** Takes requests and answers none. */ isMute: boolean;
  readonly url: string;
  /** Paths that were asked, with the credential shown. */ readonly asked: string[];
  /** Takes no more connections. */ stop(): Promise<void>;
};

export const openPeer = async (): Promise<PeerPlatform> => {
  const peer: Pick<PeerPlatform, "token" | "versions" | "details" | "status" | "isMute"> = {
    token: randomBytes(24).toString("base64url"),
    versions: null,
    details: null,
    status: null,
    isMute: false,
  };
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const { url = "", headers } = request;
    asked.push(`${url} ${headers.authorization}`);
    const say = (status: number, body: unknown) => {
      response.writeHead(status, {
        "content-type": "application/json",
        ...(status < 400 && status > 299 ? { location: "/versions/1" } : {}),
      });
      response.end(typeof body === "string" ? body : JSON.stringify(body));
    };
    if (peer.isMute) return;
    if (peer.status !== null) return say(peer.status, {});
    if (headers.authorization !== `Bearer ${peer.token}`) return say(401, {});
    if (url === "/versions")
      return say(200, peer.versions ?? { items: [{ version: "1", url: `${origin}/versions/1` }] });
    const endpoints = [{ module: "alarms", role: "receiver", url: `${origin}/alarms` }];
    if (url === "/versions/1") return say(200, peer.details ?? { version: "1", endpoints });
    say(404, {});
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return Object.assign(peer, {
    url: `${origin}/versions`,
    asked,
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  });
};
