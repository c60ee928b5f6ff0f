import { connect } from "node:net";
import { connect as connectTls } from "node:tls";
import type { Finding } from "../case.ts";
import { first, judgeRefused, judgeStatus, judgeTaken, membersOf, resultsOf, wrong } from "./answers.ts";
import { type PlatformCase, refuses, takes } from "./platform-case.ts";
import type { Answer, PlatformSeat } from "./platform-seat.ts";

const UNITS = "/api/v1/units";
const MIB = 1_048_576;

/** JSON of an item with a member of this text. */
const withMember = async (
  seat: PlatformSeat,
  member: string,
): Promise<{ readonly id: string; readonly text: string }> => {
  const record = await seat.record("unit");
  seat.remember("unit", String(record.id));
  return { id: String(record.id), text: `{"items":[${JSON.stringify(record).slice(0, -1)},${member}}]}` };
};

/** Every item refused, or all at once. */
const refusedAll = (answer: Answer): Finding | null =>
  resultsOf(answer)?.every(({ status }) => status === "refused") === true ? null : judgeRefused(answer);

const deep = (depth: number): string => `"deep":${"[".repeat(depth)}1${"]".repeat(depth)}`;

const json: readonly (readonly [string, string])[] = [
  ["duplicate-member", '"name":"甲","name":"乙"'],
  ["duplicate-nested", '"extra":{"a":1,"a":2}'],
  ["lone-surrogate", '"extra":"\\ud800"'],
  ["depth-33", deep(40)],
  ["depth-10000", deep(10_000)],
  ["trailing-comma", '"extra":1,'],
  ["comment", '"extra":1/* */'],
  ["single-quotes", "'extra':1"],
  ["nan", '"extra":NaN'],
  ["infinity", '"extra":Infinity'],
  ["control-character", '"extra":"a\u0001b"'],
  ["leading-zero", '"extra":01'],
  ["huge-number", '"extra":1e400'],
];

const media: readonly (readonly [string, string])[] = [
  ["xml", "text/xml"],
  ["form", "application/x-www-form-urlencoded"],
  ["plain", "text/plain"],
  ["multipart", "multipart/form-data; boundary=x"],
  ["other-charset", "application/json; charset=gbk"],
];

/** Writes to the platform's port what no client library would. Null: it hung up without a word. */
const rawly = ({ options: { url, timeoutMs } }: PlatformSeat, text: string): Promise<string | null> =>
  new Promise((resolve, reject) => {
    const { protocol, hostname, port } = new URL(url);
    const to = { host: hostname, port: Number(port || (protocol === "https:" ? 443 : 80)) };
    const socket = protocol === "https:" ? connectTls({ ...to, servername: hostname }) : connect(to);
    let got = "";
    const timer = setTimeout(() => socket.destroy(), timeoutMs);
    socket.on("data", (chunk: Buffer) => {
      got += chunk.toString("latin1");
      if (got.includes("\r\n\r\n")) socket.destroy();
    });
    socket.on("error", (error) =>
      got === "" && "code" in error && error.code === "ECONNREFUSED" ? reject(error) : socket.destroy(),
    );
    socket.on("close", () => {
      clearTimeout(timer);
      resolve(got === "" ? null : got);
    });
    socket.write(text);
  });

const raws: readonly (readonly [string, (host: string, key: string) => string])[] = [
  ["not-http", () => "HELLO\r\n\r\n"],
  ["no-host", (_, key) => `GET ${UNITS} HTTP/1.1\r\nAuthorization: Bearer ${key}\r\n\r\n`],
  [
    "two-lengths",
    (host, key) =>
      `POST ${UNITS} HTTP/1.1\r\nHost: ${host}\r\nAuthorization: Bearer ${key}\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{} `,
  ],
  [
    "length-and-chunked",
    (host, key) =>
      `POST ${UNITS} HTTP/1.1\r\nHost: ${host}\r\nAuthorization: Bearer ${key}\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
  ],
  [
    "negative-length",
    (host, key) =>
      `POST ${UNITS} HTTP/1.1\r\nHost: ${host}\r\nAuthorization: Bearer ${key}\r\nContent-Length: -1\r\n\r\n`,
  ],
  [
    "bad-chunk",
    (host, key) =>
      `POST ${UNITS} HTTP/1.1\r\nHost: ${host}\r\nAuthorization: Bearer ${key}\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n`,
  ],
  [
    "folded-header",
    (host, key) =>
      `GET ${UNITS} HTTP/1.1\r\nHost: ${host}\r\nAuthorization: Bearer ${key}\r\nX-A: a\r\n b\r\nX B: c\r\n\r\n`,
  ],
  [
    "nul-in-header",
    (host, key) => `GET ${UNITS} HTTP/1.1\r\nHost: ${host}\r\nAuthorization: Bearer ${key}\r\nX-A: a\0b\r\n\r\n`,
  ],
];

const sized = async (seat: PlatformSeat, bytes: number): Promise<Answer> => {
  const { text } = await withMember(seat, '"filler":""');
  const fill = "a".repeat(bytes - Buffer.byteLength(text));
  return seat.ask("POST", UNITS, { text: text.replace('"filler":""', `"filler":"${fill}"`) });
};

/** Cases of limits and of hostile input (SEC-API-06, SEC-API-14). */
export const limitCases: readonly PlatformCase[] = [
  ...json.map(([name, member]) =>
    refuses(
      `json/${name}`,
      ["API-JSON-01", "API-ALIVE-01"],
      [`拒绝 JSON:${name}`, `JSON is refused: ${name}`],
      async (seat) => {
        const { id, text } = await withMember(seat, member);
        return first(
          refusedAll(await seat.ask("POST", UNITS, { text })),
          judgeStatus(await seat.get(`${UNITS}/${id}`), 404),
        );
      },
      { asks: "robust" },
    ),
  ),
  refuses(
    "json/prototype",
    "API-JSON-01",
    ["__proto__ 只是数据", "__proto__ is data and changes nothing"],
    async (seat) => {
      const { id, text } = await withMember(
        seat,
        '"__proto__":{"deviceCount":99,"polluted":true},"constructor":{"prototype":{"polluted":true}}',
      );
      const answer = await seat.ask("POST", UNITS, { text });
      const dead = first(answer.status >= 500 ? judgeRefused(answer) : null);
      if (dead !== null) return dead;
      const [mine, other] = [await seat.get(`${UNITS}/${id}`), await seat.get(`${UNITS}/${(await seat.town()).unit}`)];
      const isHit =
        membersOf(mine).deviceCount === 99 ||
        Object.hasOwn(membersOf(mine), "polluted") ||
        "polluted" in JSON.parse(other.text || "{}");
      return isHit ? wrong("broken-rule", "no member from a prototype", mine) : null;
    },
    { asks: "robust" },
  ),
  refuses(
    "json/big-integer",
    "API-JSON-01",
    ["大整数不得悄悄改变", "a big integer is not rounded in silence"],
    async (seat) => {
      const { id, text } = await withMember(seat, '"serial2":9007199254740993');
      const answer = await seat.ask("POST", UNITS, { text });
      if (refusedAll(answer) === null) return null;
      const read = await seat.get(`${UNITS}/${id}`);
      return read.text.includes("9007199254740993") ? null : wrong("not-kept", "refused, or 9007199254740993", read);
    },
    { asks: "robust" },
  ),
  takes(
    "json/depth-30",
    "API-LIMIT-02",
    ["接受嵌套 30 层", "30 deep is taken"],
    async (seat) => {
      const { text } = await withMember(seat, deep(26));
      return judgeTaken(await seat.ask("POST", UNITS, { text }));
    },
    { asks: "robust" },
  ),
  takes(
    "json/charset",
    "API-MEDIA-01",
    ["接受 charset=utf-8", "charset=utf-8 is taken"],
    async (seat) => {
      const { text } = await withMember(seat, '"extra":1');
      return judgeTaken(
        await seat.ask("POST", UNITS, { text, headers: { "content-type": "application/json; charset=utf-8" } }),
      );
    },
    { asks: "full" },
  ),
  ...media.map(([name, type]) =>
    refuses(
      `media/${name}`,
      "API-MEDIA-01",
      [`拒绝媒体类型:${type}`, `a media type is refused: ${type}`],
      async (seat) => {
        const { text } = await withMember(seat, '"extra":1');
        return judgeStatus(await seat.ask("POST", UNITS, { text, headers: { "content-type": type } }), 415);
      },
      { asks: name === "other-charset" ? "robust" : "core" },
    ),
  ),
  takes(
    "limit/bulk-2-mib",
    "API-LIMIT-01",
    ["批量接受 2 MiB", "2 MiB at once are taken"],
    async (seat) => {
      const one = await seat.record("unit", { filler: "a".repeat(8_000) });
      const items = Array.from({ length: 250 }, () => ({ ...one, id: seat.id() }));
      return judgeTaken(await seat.put("unit", items), items.length);
    },
    { asks: "robust" },
  ),
  refuses(
    "limit/bulk-17-mib",
    "API-LIMIT-01",
    ["批量拒绝超过 16 MiB", "more than 16 MiB at once are refused"],
    async (seat) => {
      const answer = await sized(seat, 17 * MIB);
      // A platform may hang up on who sends more than it may.
      return answer.status === 0 ? null : judgeStatus(answer, 413);
    },
    { asks: "robust" },
  ),
  refuses(
    "limit/single-2-mib",
    "API-LIMIT-01",
    ["单条拒绝超过 1 MiB", "a single record of more than 1 MiB is refused"],
    async (seat) => {
      const record = await seat.record("unit", { filler: "a".repeat(2 * MIB) });
      const answer = await seat.ask("PUT", `${UNITS}/${String(record.id)}`, {
        ...{ body: record, headers: { "if-none-match": "*" } },
      });
      return answer.status === 0 ? null : judgeStatus(answer, 413);
    },
    { asks: "robust" },
  ),
  refuses(
    "limit/long-address",
    ["API-LIMIT-02", "API-ALIVE-01"],
    ["拒绝过长的地址", "an address of more than 8 KiB is refused"],
    async (seat) => judgeRefused(await seat.get(`${UNITS}?q=${"a".repeat(9_000)}`)),
    { asks: "robust" },
  ),
  refuses(
    "limit/long-headers",
    ["API-LIMIT-02", "API-ALIVE-01"],
    ["拒绝过长的请求头", "headers of more than 16 KiB are refused"],
    async (seat) => {
      const answer = await seat.get(UNITS, { headers: { "x-long": "a".repeat(20_000) } });
      return answer.status === 0 ? null : judgeRefused(answer);
    },
    { asks: "robust" },
  ),
  takes("limit/page-500", "API-LIMIT-03", ["一页 500 条", "a page of 500 is given"], async (seat) =>
    judgeStatus(await seat.get(`${UNITS}?limit=500`), 200),
  ),
  ...raws.map(([name, textOf]) =>
    refuses(
      `raw/${name}`,
      "API-ALIVE-01",
      [`不成形的 HTTP:${name}`, `what is no HTTP is refused: ${name}`],
      async (seat) => {
        const got = await rawly(seat, textOf(new URL(seat.options.url).host, seat.options.key));
        const status = Number(/^HTTP\/1\.[01] (\d{3})/.exec(got ?? "")?.[1] ?? 400);
        const alive = judgeStatus(await seat.get(`${UNITS}?limit=1`), 200);
        const answer: Answer = { status, headers: new Headers(), body: null, text: got ?? "", asked: { raw: name } };
        return judgeRefused(answer) ?? alive;
      },
      { asks: "robust" },
    ),
  ),
];
