import type { AdapterInfo } from "./messages.ts";
import { runTarget, type TargetOptions, type TargetRun } from "./run.ts";
import { type CityOptions, CitySeat } from "./share/city-seat.ts";
import type { Delivery } from "./share/delivery.ts";
import { receiverCases } from "./share/receiver-cases.ts";
import { senderCases } from "./share/sender-cases.ts";

type Named = { readonly name?: string; readonly version?: string };

export type SenderOptions = TargetOptions & Named & { readonly delivery: Delivery };

const whoOf = ({ name = "unnamed", version = "" }: Named, role: string, features: readonly string[]): AdapterInfo => ({
  ...{ name, version, lang: role, features },
});

/** Puts what a sender shared to the test (共享对象,发送方): files, a stream, or what came to the kit's endpoint. */
export const runSender = (options: SenderOptions): Promise<TargetRun> => {
  const { delivery } = options;
  const features = [
    ...(delivery.pushes.some(({ isFull }) => isFull) ? ["full-export"] : []),
    ...(delivery.pushes.some(({ request }) => request !== undefined) ? ["endpoint"] : []),
    ...(delivery.secret === null ? [] : ["signature"]),
    ...(delivery.bearer === null ? [] : ["key"]),
  ];
  return runTarget("share", whoOf(options, "sender", features), senderCases, delivery, options);
};

export type ReceiverOptions = TargetOptions &
  Named &
  CityOptions & { /** Features that it has not: `read`, `digests`. */ readonly lacks?: readonly string[] };

/** Puts a receiver to the test (共享对象,接收方): the kit is a platform that sends records, right ones and wrong ones. */
export const runReceiver = async (options: ReceiverOptions): Promise<TargetRun> => {
  const { lacks = [], secret, bearer } = options;
  const features = [
    ...["read", "digests"].filter((one) => !lacks.includes(one)),
    ...(secret === null ? [] : ["signature"]),
    ...(bearer === null ? [] : ["key"]),
  ];
  const seat = new CitySeat(options);
  try {
    return await runTarget("share", whoOf(options, "receiver", features), receiverCases(), seat, options);
  } finally {
    await seat.clear();
  }
};
