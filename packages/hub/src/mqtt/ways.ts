import type { DeviceLink } from "../ports/device-link.ts";
import { type DeviceTopic, deviceTopic } from "./topics.ts";

/** The way down to one address. */
export type Way = {
  readonly topic: DeviceTopic;
  readonly link: DeviceLink;
  /** Somebody listens at its down topic. */ isHeard: boolean;
};

/** Addresses of one connection; a gateway has no more behind it. */
const WAYS_MAX = 1_024;

export type Ways = {
  /** The one of this topic, made when there is none; null: there are as many as one connection may have. */
  of(topic: DeviceTopic, isHeard: boolean): Way | null;
  all(): Iterable<Way>;
};

/**
 * @param publish - with QoS 0: a command that a broker or device keeps in flight would come when its time is long over; whoever
 *   sends it repeats it as its protocol says
 */
export const createWays = (
  link: DeviceLink,
  by: "mqtt" | "broker",
  publish: (topic: string, payload: Uint8Array) => void,
): Ways => {
  const ways = new Map<string, Way>();
  return {
    of: (topic, isHeard) => {
      const known = ways.get(topic.base);
      if (known) return known;
      if (ways.size >= WAYS_MAX) return null;
      const way: Way = {
        topic,
        isHeard,
        link: {
          ...{ remote: link.remote, by },
          send: (bytes) => {
            if (way.isHeard) publish(`${topic.base}/down`, bytes);
          },
          isOpen: () => way.isHeard && link.isOpen(),
          pause: () => {},
          resume: () => {},
        },
      };
      ways.set(topic.base, way);
      return way;
    },
    all: () => ways.values(),
  };
};

/** A down topic and nothing else: no wildcard, no `$SYS`, no shared subscription (SEC-DEV-13). */
export const downTopic = (filter: string): DeviceTopic | null => {
  const topic = deviceTopic(filter);
  return topic?.kind === "down" ? topic : null;
};
