import type { CitySeat } from "./city-seat.ts";
import { clientErrors, judgeItemRefused, judgeStatus, judgeTaken } from "./judge-answer.ts";
import { make } from "./receiver-case.ts";
import type { ReceiverCase } from "./record-cases.ts";
import { exampleOf } from "./records.ts";

const auth = [401, 403];
const body = (seat: CitySeat) => JSON.stringify({ items: [{ ...exampleOf("operator", "least"), id: seat.id() }] });

/** The same letters, large for small and small for large: another key. */
const turned = (key: string | null): string =>
  [...(key ?? "da_wrong")].map((one) => (one === one.toLowerCase() ? one.toUpperCase() : one.toLowerCase())).join("");

/** Cases of requests that are none, and of who may send. */
export const doorCases: readonly ReceiverCase[] = [
  ...(
    [
      ["not-json", '{"items":['],
      ["empty", ""],
      ["no-items", "{}"],
      ["items-object", '{"items":{}}'],
      ["a-list", "[]"],
      ["null", "null"],
      ["text", '"units"'],
    ] as const
  ).map(([name, text]) =>
    make(
      `body/${name}`,
      "CS-BATCH-03",
      "negative",
      "core",
      [],
      `拒绝请求体:${name}`,
      `a body is refused: ${name}`,
      async (seat) => judgeStatus(await seat.send("units", text), clientErrors),
    ),
  ),
  ...(
    [
      ["null", null],
      ["number", 7],
      ["text", "unit"],
      ["list", []],
      ["id-number", { id: 7 }],
      ["nothing", {}],
    ] as const
  ).map(([name, item]) =>
    make(
      `item/${name}`,
      "CS-BATCH-01",
      "negative",
      "core",
      [],
      `拒收不是记录的条目:${name}`,
      `an item that is no record is refused: ${name}`,
      async (seat) => judgeItemRefused(await seat.send("units", JSON.stringify({ items: [item] }))),
    ),
  ),
  make(
    "unknown-kind",
    "CS-HTTP-01",
    "negative",
    "core",
    [],
    "没有的地址",
    "an address that there is not",
    async (seat) => judgeStatus(await seat.send("buildings", body(seat)), clientErrors),
  ),
  make("method", "CS-HTTP-01", "negative", "robust", [], "没有的方法", "a method that there is not", async (seat) =>
    judgeStatus(await seat.send("units", "{}", { method: "DELETE" }), clientErrors),
  ),
  make(
    "no-such-record",
    "CS-HTTP-01",
    "negative",
    "full",
    ["read"],
    "没有的记录",
    "a record that there is not",
    async (seat) => judgeStatus(await seat.get(`units/${seat.id()}`), [404]),
  ),
  make("key/right", "CS-AUTH-01", "positive", "core", ["key"], "密钥正确", "the key is known", async (seat) =>
    judgeTaken(await seat.send("operators", body(seat))),
  ),
  make("key/none", "CS-AUTH-01", "negative", "core", ["key"], "没有密钥", "without a key", async (seat) =>
    judgeStatus(await seat.send("operators", body(seat), { bearer: null }), auth),
  ),
  make("key/wrong", "CS-AUTH-01", "negative", "core", ["key"], "密钥不对", "with a wrong key", async (seat) =>
    judgeStatus(await seat.send("operators", body(seat), { bearer: "da_wrong" }), auth),
  ),
  make(
    "key/case",
    "CS-AUTH-01",
    "negative",
    "robust",
    ["key"],
    "密钥区分大小写",
    "the key with its letters in the other case",
    async (seat) =>
      judgeStatus(await seat.send("operators", body(seat), { bearer: turned(seat.options.bearer) }), auth),
  ),
  make(
    "signature/right",
    "CS-SIGN-01",
    "positive",
    "core",
    ["signature"],
    "签名正确",
    "signed as it should be",
    async (seat) => judgeTaken(await seat.send("operators", body(seat))),
  ),
  make("signature/none", "CS-SIGN-01", "negative", "core", ["signature"], "没有签名", "not signed", async (seat) =>
    judgeStatus(await seat.send("operators", body(seat), { signature: null }), [400, ...auth]),
  ),
  make(
    "signature/wrong",
    "CS-SIGN-01",
    "negative",
    "core",
    ["signature"],
    "签名不对",
    "signed by another key",
    async (seat) =>
      judgeStatus(await seat.send("operators", body(seat), { signature: `v1,${"A".repeat(43)}=` }), [400, ...auth]),
  ),
  make(
    "signature/body",
    "CS-SIGN-01",
    "negative",
    "core",
    ["signature"],
    "签名后改动了请求体",
    "a body changed after it was signed",
    async (seat) => {
      const text = body(seat);
      return judgeStatus(await seat.send("operators", text, { sentBody: `${text} ` }), [400, ...auth]);
    },
  ),
  ...([-3_600, 3_600] as const).map((offBy) =>
    make(
      `signature/${offBy < 0 ? "old" : "future"}`,
      "CS-SIGN-02",
      "negative",
      "full",
      ["signature"],
      offBy < 0 ? "签名时间过旧" : "签名时间在未来",
      offBy < 0 ? "signed an hour ago" : "signed for an hour to come",
      async (seat) => judgeStatus(await seat.send("operators", body(seat), { offBy }), [400, ...auth]),
    ),
  ),
];
