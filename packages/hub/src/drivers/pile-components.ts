import type { ProtocolDriver } from "../ports/protocol.ts";

type Kind = { readonly type: string; readonly zh: string };

/** Parts of piles by the first word of their key. Detectors have the names of GB/T 26875.3-2011 table 5. */
const kinds: { readonly [word: string]: Kind } = {
  port: { type: "chargingPort", zh: "充电口" },
  socket: { type: "socket", zh: "插座" },
  lock: { type: "parkingLock", zh: "车位锁" },
  unit: { type: "hostUnit", zh: "从机" },
  meter: { type: "meter", zh: "电能表" },
  smoke: { type: "smokeDetector", zh: "烟感" },
  current: { type: "residualCurrentDetector", zh: "剩余电流探测器" },
  temperature: { type: "temperatureDetector", zh: "温度探测器" },
};
const BATTERY = "/battery";

/** Words for a part of a charging pile that has no record yet: `port/1`, `port/1/battery`, `meter/1` … */
export const describePilePart: ProtocolDriver["describeComponent"] = (key) => {
  const [word = "", number = ""] = key.split("/");
  const kind = kinds[word] ?? { type: "component", zh: word };
  const name = `${kind.zh} ${number}`.trim();
  const [, socket, port] = /^socket\/(\d+)\/port\/(\d+)$/.exec(key) ?? [];
  if (port !== undefined) return { type: "chargingPort", name: `插座 ${socket} 充电口 ${port}`, address: key };
  if (word === "port" && key.endsWith(BATTERY)) return { type: "battery", name: `${name} 电池`, address: key };
  return { type: kind.type, name, address: key };
};
