import mqttPacket, { type IPublishPacket, type Packet } from "mqtt-packet";
import type { AcceptLink } from "../ports/device-link.ts";
import type { UplinkConnection } from "../ports/uplink.ts";
import { createAckOrder } from "./ack-order.ts";
import type { MqttDeps } from "./mqtt-deps.ts";
import { ackOf, type Outcome, takePayload, takeReport } from "./outcome.ts";
import { createPacketReader } from "./packet-reader.ts";
import { brokerFilters, deviceTopic } from "./topics.ts";
import { createWays } from "./ways.ts";

/** A broker that is not the hub's own (外部 MQTT 服务器). */
export type BrokerLine = {
  /** Of whom it is in the log. */ readonly name: string;
  /** The same at every start: the broker keeps for it what comes while the hub is away. */ readonly clientId: string;
  readonly username: string | null;
  readonly password: string | null;
};

const KEEP_ALIVE_SECONDS = 30;
const PING_MS = 20_000;
/** A broker that says nothing for so long is gone. */
const SILENT_MS = 45_000;

/**
 * The hub as a client of a broker: it hears all up topics with QoS 1 in a session that the broker keeps, and acks each message once it is
 * durable. What a device's own ack means is then the broker's to say.
 */
export const createBrokerLine =
  (deps: MqttDeps, { name, clientId, username, password }: BrokerLine): AcceptLink =>
  (link) => {
    const { figures, now, log } = deps;
    const read = createPacketReader();
    const acks = createAckOrder();
    let connection: UplinkConnection | null = null;
    let isReady = false;
    let isOver = false;
    let heardAt = now();
    let pingedAt = now();

    const send = (packet: Packet): void => {
      if (!isOver) link.send(mqttPacket.generate(packet, { protocolVersion: 4 }));
    };
    const ways = createWays(link, "broker", (topic, payload) =>
      send({ cmd: "publish", topic, payload: Buffer.from(payload), qos: 0, dup: false, retain: false }),
    );
    const over = (): void => {
      if (isOver) return;
      isOver = true;
      connection?.closed();
    };
    const end = (why: string): void => {
      if (isOver) return;
      if (why !== "") log(`line ${name}: ${why}`);
      over();
      link.end?.();
    };

    const acked = (packet: IPublishPacket) => {
      const ack = ackOf(packet);
      if (ack !== null) send(ack);
    };
    const answer = (packet: IPublishPacket, outcome: Outcome) => {
      // What is not stored stays with the broker, which sends it again on the next connection.
      if (outcome.kind === "later") return end("未能落盘,将重新连接取回 not stored, will be fetched again");
      if (outcome.kind === "denied") figures.add("mqttDeniedTotal");
      acked(packet);
    };

    const publish = (packet: IPublishPacket) => {
      const settle = acks.next();
      const topic = deviceTopic(packet.topic);
      const way = topic === null || connection === null ? null : ways.of(topic, true);
      if (topic === null || connection === null || way === null || topic.kind === "down") {
        figures.add("mqttDeniedTotal");
        return settle(() => acked(packet));
      }
      const payload = Buffer.from(packet.payload);
      if (topic.kind === "result") {
        const from = { tenant: deps.tenant, remote: link.remote };
        takeReport(connection, topic, from, payload, deps).then((outcome) => settle(() => answer(packet, outcome)));
        return;
      }
      if (topic.kind === "status") {
        // Retained by the broker, or the will of a device that it has lost.
        way.isHeard = payload.toString("latin1") !== "offline";
        if (!way.isHeard) connection.lost(topic.at);
        return settle(() => acked(packet));
      }
      way.isHeard = true;
      takePayload(connection, topic, way.link, payload, deps, `line ${name}`).then((outcome) =>
        settle(() => answer(packet, outcome)),
      );
    };

    const take = (packet: Packet) => {
      switch (packet.cmd) {
        case "connack":
          if (packet.returnCode !== 0) return end(`broker 拒绝登录 refused the sign-in, code ${packet.returnCode}`);
          isReady = true;
          send({ cmd: "subscribe", messageId: 1, subscriptions: brokerFilters.map((topic) => ({ topic, qos: 1 })) });
          return;
        case "suback":
          if (packet.granted.some((code) => Number(code) > 2))
            log(`line ${name}: broker 拒绝了部分订阅 refused a subscription of ${brokerFilters.join(", ")}`);
          return;
        case "publish":
          return publish(packet);
        case "pubrel":
          return send({ cmd: "pubcomp", messageId: packet.messageId ?? 0 });
        default:
          // Nothing else matters: pings are looked at by their time.
          return;
      }
    };

    // Before anything comes: messages that the broker has kept arrive right behind its CONNACK.
    const opening = deps.uplinkOf(deps.tenant).then((uplink) => {
      if (isOver) return;
      connection = uplink.connect({ deviceId: null, remote: link.remote });
      send({
        ...{ cmd: "connect", protocolId: "MQTT", protocolVersion: 4, clean: false, clientId },
        keepalive: KEEP_ALIVE_SECONDS,
        ...(username === null ? {} : { username }),
        ...(password === null ? {} : { password: Buffer.from(password) }),
      });
    });
    opening.catch((error: unknown) => end(String(error)));

    return {
      read: (chunk) => {
        heardAt = now();
        const { packets, unfinished, fault } = read(chunk);
        for (const packet of packets) if (!isOver) take(packet);
        if (fault !== null) end(`broker 的报文有误 sent what is no MQTT (${fault})`);
        return { unfinished: unfinished && !isOver, valid: packets.length };
      },
      isBusy: () => !isOver && acks.size() > 0,
      closed: over,
      sweep: (at) => {
        if (isOver) return;
        if (at - heardAt > SILENT_MS) end("broker 无响应 is silent");
        else if (isReady && at - pingedAt > PING_MS) {
          pingedAt = at;
          send({ cmd: "pingreq" });
        }
      },
    };
  };
