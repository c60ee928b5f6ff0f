import type { TenantId } from "@dianan/model";
import type { IPublishPacket, ISubscribePacket, IUnsubscribePacket, Packet } from "mqtt-packet";
import type { DeviceLink } from "../ports/device-link.ts";
import type { Uplink, UplinkConnection } from "../ports/uplink.ts";
import { createAckOrder } from "./ack-order.ts";
import type { MqttDeps } from "./mqtt-deps.ts";
import { ackOf, type Outcome, takePayload, takeReport, wordsOf } from "./outcome.ts";
import { deviceTopic } from "./topics.ts";
import { createWays, downTopic } from "./ways.ts";

/** The connection under a session. */
export type Wire = {
  readonly link: DeviceLink;
  /** Of the device. */ readonly tenant: TenantId;
  send(packet: Packet): void;
  end(reasonCode: number, words?: string): void;
  isV5(): boolean;
  isOver(): boolean;
};

export type DeviceSession = {
  take(packet: Packet): void;
  isBusy(): boolean;
  /** Down topics that it hears. */ topics(): readonly string[];
  sweep(): void;
  closed(): void;
};

/** Above the first reading pauses, below the second it goes on. */
const PAUSE_AT = 256;
const RESUME_AT = 128;
/** Messages a second that one connection may send in the long run, and at once (SEC-DEV-10): beyond it is read later, not lost. */
const PER_SECOND = 100;
const BURST = 1_000;
const STATUS_MAX = 1_024;

/** A device that has signed in. */
export const openDeviceSession = (
  deps: MqttDeps,
  wire: Wire,
  connection: UplinkConnection,
  uplink: Pick<Uplink, "isFull">,
  kept: readonly string[],
): DeviceSession => {
  const { figures, limits, now } = deps;
  const { link, send } = wire;
  const acks = createAckOrder();
  const ways = createWays(link, "mqtt", (topic, payload) =>
    send({ cmd: "publish", topic, payload: Buffer.from(payload), qos: 0, dup: false, retain: false }),
  );
  let tokens = BURST;
  let filledAt = now();
  let isPaused = false;

  const fill = (): void => {
    const at = now();
    tokens = Math.min(BURST, tokens + ((at - filledAt) / 1_000) * PER_SECOND * limits.requestRateFactor);
    filledAt = at;
  };
  const throttle = (): void => {
    fill();
    if (!isPaused && (acks.size() > PAUSE_AT || tokens < 1 || uplink.isFull())) {
      isPaused = true;
      figures.add("linksPausedTotal");
      link.pause();
    } else if (isPaused && acks.size() < RESUME_AT && tokens >= 1 && !uplink.isFull()) {
      isPaused = false;
      link.resume();
    }
  };

  const hear = (topic: string): boolean => {
    const down = downTopic(topic);
    if (down === null || !connection.carries(down.at)) return false;
    const way = ways.of(down, true);
    if (way === null) return false;
    way.isHeard = true;
    connection.reachable(down.at, way.link);
    return true;
  };

  /** A refusal on the way to a message: version 5 says it in the ack, the older ones can only close. */
  const refuse = (packet: IPublishPacket, reasonCode: number, reasonString: string) => {
    const ack = ackOf(packet);
    if (!wire.isV5() || ack === null) return wire.end(reasonCode, reasonString);
    send({ ...ack, reasonCode, properties: { reasonString } });
  };
  const acked = (packet: IPublishPacket) => {
    const ack = ackOf(packet);
    if (ack !== null) send(ack);
  };
  const answer = (packet: IPublishPacket, outcome: Outcome) => {
    switch (outcome.kind) {
      case "stored":
        return acked(packet);
      case "denied":
        figures.add("mqttDeniedTotal");
        return refuse(packet, 0x87, wordsOf(outcome.error));
      case "bad":
        // Kept and listed; older versions cannot be told, and would send it for ever.
        return wire.isV5() && packet.qos > 0 ? refuse(packet, 0x99, wordsOf(outcome.error)) : acked(packet);
      case "later":
        // Without an ack, and by a connection that ends, it is sent again.
        return packet.qos === 0 ? undefined : wire.end(0x88, "未能落盘,请重发 It could not be stored: send it again.");
    }
  };
  const deny = (packet: IPublishPacket, words: string, reasonCode = 0x87) => {
    const settle = acks.next();
    figures.add("mqttDeniedTotal");
    settle(() => refuse(packet, reasonCode, words));
  };

  const publish = (packet: IPublishPacket) => {
    tokens -= 1;
    const topic = deviceTopic(packet.topic);
    if (topic === null || topic.kind === "down" || !connection.carries(topic.at))
      return deny(
        packet,
        "只能发布到本设备的 up、status 与 result 主题 Publish to the device's own up, status and result topics only.",
      );
    const payload = Buffer.from(packet.payload);
    if (topic.kind === "status") {
      if (payload.length > STATUS_MAX)
        return deny(packet, "status 最长 1024 字节 A status has 1,024 bytes at most.", 0x95);
      if (payload.toString("latin1") === "offline") connection.lost(topic.at);
      return acks.next()(() => acked(packet));
    }
    if (packet.retain) return deny(packet, "up 与 result 主题不得保留 No retained message on such a topic.", 0x9a);
    if (topic.kind === "result") {
      const settle = acks.next();
      const from = { tenant: wire.tenant, remote: link.remote };
      takeReport(connection, topic, from, payload, deps).then((outcome) => {
        settle(() => answer(packet, outcome));
        throttle();
      });
      return;
    }
    const way = ways.of(topic, false);
    if (way === null) return deny(packet, "一条连接的地址过多 Too many addresses on one connection.", 0x97);
    const settle = acks.next();
    takePayload(connection, topic, way.link, payload, deps, `mqtt ${link.remote}`).then((outcome) => {
      settle(() => answer(packet, outcome));
      throttle();
    });
  };

  const subscribe = ({ messageId = 0, subscriptions }: ISubscribePacket): void => {
    const granted = subscriptions.map(({ topic }) => {
      if (hear(topic)) return 0;
      figures.add("mqttDeniedTotal");
      if (!wire.isV5()) return 0x80;
      return topic.startsWith("$share/") ? 0x9e : /[+#]/.test(topic) ? 0xa2 : 0x87;
    });
    send({ cmd: "suback", messageId, granted });
  };
  const unsubscribe = ({ messageId = 0, unsubscriptions }: IUnsubscribePacket): void => {
    const granted = unsubscriptions.map((topic) => {
      const down = downTopic(topic);
      const way = down === null ? null : [...ways.all()].find(({ topic: { base } }) => base === down.base);
      if (!way?.isHeard) return 0x11;
      way.isHeard = false;
      return 0;
    });
    send({ cmd: "unsuback", messageId, granted });
  };

  for (const topic of kept) hear(topic);

  return {
    take: (packet) => {
      if (wire.isOver()) return;
      switch (packet.cmd) {
        case "publish":
          publish(packet);
          break;
        case "subscribe":
          subscribe(packet);
          break;
        case "unsubscribe":
          unsubscribe(packet);
          break;
        case "pubrel":
          send({ cmd: "pubcomp", messageId: packet.messageId ?? 0 });
          break;
        case "pingreq":
          send({ cmd: "pingresp" });
          break;
        case "disconnect":
          wire.end(0);
          break;
        default:
          // Nothing else is a client's to send: we publish with QoS 0, and no CONNECT comes twice.
          wire.end(0x82);
      }
      throttle();
    },
    isBusy: () => acks.size() > 0,
    topics: () => [...ways.all()].filter(({ isHeard }) => isHeard).map(({ topic: { base } }) => `${base}/down`),
    sweep: throttle,
    closed: () => connection.closed(),
  };
};
