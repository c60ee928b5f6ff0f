import type { Finding } from "../case.ts";
import { first, judgePlace, judgeProblem, judgeStatus, wrong } from "./answers.ts";
import { type PlatformCase, refuses } from "./platform-case.ts";
import type { Answer, PlatformSeat } from "./platform-seat.ts";

const UNITS = "/api/v1/units";
const PATCH = { "content-type": "application/merge-patch+json" };
const patch = async (seat: PlatformSeat, headers: Readonly<Record<string, string>>): Promise<Answer> =>
  seat.ask("PATCH", `${UNITS}/${(await seat.town()).unit}`, {
    body: { name: "改名" },
    headers: { ...PATCH, ...headers },
  });

/** One refusal of each kind. */
const refusals: readonly (readonly [name: string, status: number, ask: (seat: PlatformSeat) => Promise<Answer>])[] = [
  ["400", 400, (seat) => seat.ask("POST", UNITS, { text: '{"items":[' })],
  ["401", 401, (seat) => seat.get(UNITS, { key: null })],
  ["403", 403, (seat) => seat.get("/api/v1/users")],
  ["404", 404, (seat) => seat.get(`${UNITS}/${seat.id()}`)],
  ["404-path", 404, (seat) => seat.get("/api/v1/buildings")],
  ["405", 405, (seat) => seat.ask("DELETE", UNITS)],
  ["412", 412, (seat) => patch(seat, { "if-match": '"999999"' })],
  ["415", 415, (seat) => seat.ask("POST", UNITS, { text: "<units/>", headers: { "content-type": "text/xml" } })],
  ["422", 422, (seat) => seat.get(`${UNITS}?limit=0`)],
  ["428", 428, (seat) => patch(seat, {})],
];

/** What a refusal must never tell: code, files, statements, versions. */
const telling =
  /\n\s+at |node_modules|\.[jt]s:\d+|\bSELECT\b.*\bFROM\b|SQLITE|sqlite|\/home\/|\/usr\/|java\.lang|Traceback|ECONN/;
const probes: readonly (readonly [string, (seat: PlatformSeat) => Promise<Answer>])[] = [
  ["quote", (seat) => seat.get(`${UNITS}/${encodeURIComponent("' OR 1=1 --")}`)],
  ["sql", (seat) => seat.get(`${UNITS}?q=${encodeURIComponent("'; DROP TABLE unit --")}`)],
  ["nul", (seat) => seat.get(`${UNITS}/%00`)],
  ["bad-escape", (seat) => seat.get(`${UNITS}/%E0%A4%A`)],
  ["dots", (seat) => seat.get(`${UNITS}/${encodeURIComponent("../../etc/passwd")}`)],
  ["template", (seat) => seat.get(`${UNITS}?q=${encodeURIComponent("{{7*7}}<%=7*7%>")}`)],
  ["bad-json", (seat) => seat.ask("POST", UNITS, { text: '{"items":[{"id":}]}' })],
  [
    "bad-utf8",
    (seat) => seat.ask("POST", UNITS, { text: new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]) }),
  ],
];

const places: readonly (readonly [string, string, (seat: PlatformSeat) => Promise<Answer>])[] = [
  ["query", "limit", (seat) => seat.get(`${UNITS}?limit=0`)],
  ["query-unknown", "/query", (seat) => seat.get(`${UNITS}?colour=red`)],
  [
    "member",
    "name",
    async (seat) => {
      const record = await seat.record("unit", { name: 7 });
      return seat.ask("PUT", `${UNITS}/${String(record.id)}`, { body: record, headers: { "if-none-match": "*" } });
    },
  ],
  ["header", "If-Match", (seat) => patch(seat, { "if-match": "three" })],
  ["cursor", "cursor", (seat) => seat.get("/api/v1/changes?after=abc")],
];

/** Cases of refusals: the shape of a problem, where it is, and what it does not tell (SEC-API-09). */
export const problemCases: readonly PlatformCase[] = [
  ...refusals.map(([name, status, ask]) =>
    refuses(
      `problem/${name}`,
      "API-PROBLEM-01",
      [`${name} 是 problem+json`, `${name} is a problem of RFC 9457`],
      async (seat) => {
        const answer = await ask(seat);
        return first(judgeStatus(answer, status), judgeProblem(answer));
      },
    ),
  ),
  ...places.map(([name, place, ask]) =>
    refuses(
      `problem/where/${name}`,
      "API-PROBLEM-02",
      [`指出错误位置:${place}`, `a refusal says where: ${place}`],
      async (seat): Promise<Finding | null> => {
        const answer = await ask(seat);
        return first(
          judgeStatus(answer, 422),
          name === "cursor" ? judgePlace(answer, "after") : judgePlace(answer, place),
        );
      },
      { asks: "full" },
    ),
  ),
  ...probes.map(([name, ask]) =>
    refuses(
      `problem/tells-nothing/${name}`,
      ["API-PROBLEM-03", "API-ALIVE-01"],
      [`拒绝时不泄露内部信息:${name}`, `a refusal tells nothing of the inside: ${name}`],
      async (seat) => {
        const answer = await ask(seat);
        if (answer.status === 0 || answer.status >= 500) return wrong("server-error", "no 5xx", answer);
        const found = telling.exec(answer.text)?.[0];
        return found === undefined ? null : wrong("broken-rule", `nothing like ${JSON.stringify(found)}`, answer);
      },
    ),
  ),
];
