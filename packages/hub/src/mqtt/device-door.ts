import mqttPacket, { type IConnectPacket, type Packet } from "mqtt-packet";
import type { AcceptLink, DeviceLink, LinkReader } from "../ports/device-link.ts";
import { type DeviceSession, openDeviceSession, type Wire } from "./device-session.ts";
import type { MqttDeps } from "./mqtt-deps.ts";
import { createPacketReader } from "./packet-reader.ts";
import { createSessionBook, SESSION_MAX_SECONDS } from "./session-book.ts";
import { type ConnectRefusal, isRefusal, isStillGood, type SignedIn, signIn } from "./sign-in.ts";
import { PAYLOAD_MAX } from "./topics.ts";

/** How often it is looked whether the key of a connected device still works (SEC-DEV-15: within 60 s). */
const LOOK_MS = 10_000;
/** Packets that may come before the sign-in is answered. */
const EARLY_MAX = 64;
/** Messages that are not acked, at once. */
const RECEIVE_MAX = 256;

/**
 * The door for devices that speak MQTT 3.1, 3.1.1 or 5 (MQTT 接入): each signs in with its own key, publishes to its own up topics and
 * hears its own down topics. There are no other subscribers, so that a message goes to the store and nowhere else.
 *
 * @see specs/device/mqtt/topics.md
 */
export const createMqttDoor = (deps: MqttDeps): AcceptLink => {
  const book = createSessionBook(deps);
  return (link) => openPeer(deps, book, link);
};

const openPeer = (deps: MqttDeps, book: ReturnType<typeof createSessionBook>, link: DeviceLink): LinkReader => {
  const { figures, now } = deps;
  const read = createPacketReader();
  let version = 4;
  let keepAliveMs = 0;
  let heardAt = now();
  let lookedAt = now();
  let who: SignedIn | null = null;
  let session: DeviceSession | null = null;
  /** Packets behind a CONNECT that is being looked at; null: there was no CONNECT, or it was answered. */
  let early: Packet[] | null = null;
  let isOver = false;
  let sessionSeconds = 0;

  const send = (packet: Packet): void => {
    if (!isOver) link.send(mqttPacket.generate(packet, { protocolVersion: version }));
  };
  /** Ends the connection; a client of version 5 is told why. */
  const end = (reasonCode: number, reasonString = ""): void => {
    if (isOver) return;
    if (version === 5 && session !== null)
      send({ cmd: "disconnect", reasonCode, ...(reasonString === "" ? {} : { properties: { reasonString } }) });
    over();
    link.end?.();
  };
  const putOut = (): void => end(0x8e);
  const over = (): void => {
    if (isOver) return;
    isOver = true;
    if (who === null) return;
    if (session !== null) book.keep(who, session.topics(), sessionSeconds);
    book.leave(who, putOut);
    session?.closed();
  };
  const wireOf = (tenant: SignedIn["tenant"]): Wire => ({
    ...{ link, tenant, send, end, isV5: () => version === 5, isOver: () => isOver },
  });

  const refuse = ({ returnCode, reasonCode, words }: ConnectRefusal) => {
    figures.add("mqttSignInsRefusedTotal");
    send(
      version === 5
        ? { cmd: "connack", reasonCode, sessionPresent: false, properties: { reasonString: words } }
        : { cmd: "connack", returnCode, sessionPresent: false },
    );
    over();
    link.end?.();
  };

  const welcome = (packet: IConnectPacket, signed: SignedIn, sessionPresent: boolean) => {
    if (version !== 5) return send({ cmd: "connack", returnCode: 0, sessionPresent });
    const asked = packet.properties?.sessionExpiryInterval ?? 0;
    send({
      ...{ cmd: "connack", reasonCode: 0, sessionPresent },
      properties: {
        receiveMaximum: RECEIVE_MAX,
        maximumPacketSize: PAYLOAD_MAX + 4 * 1024,
        retainAvailable: false,
        wildcardSubscriptionAvailable: false,
        subscriptionIdentifiersAvailable: false,
        sharedSubscriptionAvailable: false,
        ...(asked > SESSION_MAX_SECONDS ? { sessionExpiryInterval: SESSION_MAX_SECONDS } : {}),
        ...(packet.clientId === "" ? { assignedClientIdentifier: signed.deviceId } : {}),
      },
    });
  };

  const connect = async (packet: IConnectPacket): Promise<void> => {
    const outcome = await signIn(deps, packet);
    if (isOver) return;
    if (isRefusal(outcome)) return refuse(outcome);
    const uplink = await deps.uplinkOf(outcome.tenant);
    if (isOver) return;
    who = outcome;
    book.enter(who, link.remote, putOut);
    const before = book.take(who);
    const kept = packet.clean === true ? null : before;
    sessionSeconds =
      version === 5 ? (packet.properties?.sessionExpiryInterval ?? 0) : packet.clean === true ? 0 : SESSION_MAX_SECONDS;
    keepAliveMs = (packet.keepalive ?? 0) * 1_500;
    figures.add("mqttSignInsTotal");
    const connection = uplink.connect({ deviceId: who.deviceId, remote: link.remote });
    welcome(packet, who, kept !== null);
    session = openDeviceSession(deps, wireOf(outcome.tenant), connection, uplink, kept ?? []);
    const waited = early ?? [];
    early = null;
    for (const one of waited) session.take(one);
  };

  const take = (packet: Packet) => {
    if (isOver) return;
    if (session !== null) session.take(packet);
    else if (early !== null && packet.cmd !== "connect" && early.length < EARLY_MAX) early.push(packet);
    else if (packet.cmd === "connect" && early === null) {
      version = packet.protocolVersion ?? 4;
      early = [];
      connect(packet).catch((error: unknown) => {
        deps.log(`mqtt ${link.remote}: ${error instanceof Error ? error.message : String(error)}`);
        refuse({ returnCode: 3, reasonCode: 0x88, words: "请稍后再试 Try again later." });
      });
    } else {
      over();
      link.end?.();
    }
  };

  return {
    read: (chunk) => {
      heardAt = now();
      const { packets, unfinished, fault } = read(chunk);
      for (const packet of packets) take(packet);
      if (fault !== null && !isOver) {
        figures.add(fault === "malformed" ? "mqttMalformedTotal" : "mqttTooLargeTotal");
        end(fault === "malformed" ? 0x81 : 0x95);
      }
      return { unfinished: unfinished && !isOver, valid: packets.length };
    },
    isBusy: () => !isOver && (session?.isBusy() ?? false),
    closed: over,
    sweep: (at) => {
      if (isOver) return;
      session?.sweep();
      if (keepAliveMs > 0 && at - heardAt > keepAliveMs) {
        figures.add("mqttKeepAliveTotal");
        end(0x8d);
      } else if (who !== null && at - lookedAt > LOOK_MS) {
        lookedAt = at;
        isStillGood(deps, who).then(
          (isGood) => {
            if (!isGood) end(0x87, "设备密钥已吊销 The key was revoked.");
          },
          () => {},
        );
      }
    },
  };
};
