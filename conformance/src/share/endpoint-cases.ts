import type { Case, Finding } from "../case.ts";
import { Unmet } from "../case.ts";
import type { Delivery, Push } from "./delivery.ts";
import { signatureOf, TOLERANCE_S } from "./signature.ts";

type Arrived = Push & { readonly request: NonNullable<Push["request"]> };
const arrivedOf = ({ pushes }: Delivery): readonly Arrived[] =>
  pushes.filter((push): push is Arrived => push.request !== undefined);

const make = (
  id: string,
  requirement: string,
  polarity: Case<never>["polarity"],
  needs: readonly string[],
  title: Case<never>["title"],
  wrongOf: (arrived: readonly Arrived[], delivery: Delivery) => string | null,
): Case<Delivery> => ({
  ...{ target: "share", kind: "dialogue", id: `CS/sender/${id}`, requirements: [requirement], polarity, asks: "core" },
  ...{ title, needs: ["endpoint", ...needs] },
  run: async ({ seat }): Promise<Finding | null> => {
    const arrived = arrivedOf(seat);
    if (arrived.length === 0) throw new Unmet("没有收到推送 / no push came");
    const got = wrongOf(arrived, seat);
    return got === null ? null : { code: "broken-rule", expected: title.en, got, input: [] };
  },
});

/** How a sender behaves towards an endpoint that fails at first. */
export const endpointCases: readonly Case<Delivery>[] = [
  make(
    "retry",
    "CS-RETRY-01",
    "positive",
    [],
    { zh: "未被接受的再次发送", en: "what was not taken comes again" },
    (arrived) => {
      for (const [i, { request, items, kind }] of arrived.entries()) {
        if (request.status === 200) continue;
        const later = arrived.slice(i + 1).filter((one) => one.kind === kind && one.request.status === 200);
        const lost = items.find(({ id }) => !later.some((one) => one.items.some((item) => item.id === id)));
        if (lost !== undefined)
          return `${kind} ${String(lost.id)} was answered with ${request.status} and never came again`;
      }
      return null;
    },
  ),
  make(
    "redirect",
    "CS-RETRY-02",
    "negative",
    [],
    { zh: "不跟随重定向", en: "no redirect is followed" },
    (_, { strays }) => strays[0] ?? null,
  ),
  make(
    "key",
    "CS-AUTH-01",
    "positive",
    ["key"],
    { zh: "每个请求带密钥", en: "every request has the key" },
    (arrived, { bearer }) =>
      arrived.some(({ request }) => request.headers.authorization !== `Bearer ${bearer}`)
        ? "Authorization is missing or another"
        : null,
  ),
  make(
    "signature",
    "CS-SIGN-01",
    "positive",
    ["signature"],
    { zh: "每个请求的签名正确", en: "every request is signed over the bytes as sent" },
    (arrived, { secret }) => {
      for (const { request } of arrived) {
        const {
          "webhook-id": id = "",
          "webhook-timestamp": time = "",
          "webhook-signature": signature = "",
        } = request.headers;
        if (!signature.split(" ").includes(signatureOf(secret ?? "", id, time, request.body)))
          return `webhook-signature: ${signature || "missing"}`;
      }
      return null;
    },
  ),
  make(
    "signed-time",
    "CS-SIGN-02",
    "negative",
    ["signature"],
    { zh: "签名时间是发送时间", en: "the signed time is that of sending" },
    (arrived) => {
      for (const { request, at } of arrived)
        if (!(Math.abs(Number(request.headers["webhook-timestamp"]) - (at ?? 0) / 1000) <= TOLERANCE_S))
          return `webhook-timestamp: ${request.headers["webhook-timestamp"]}`;
      return null;
    },
  ),
];
