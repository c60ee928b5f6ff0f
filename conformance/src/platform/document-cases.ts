import { kindOfPlural } from "@dianan/sharing";
import { type ApiCall, type ApiPools, apiAddress } from "@dianan/testkit";
import { onInputs } from "../codec/generated.ts";
import { judgeDocumented, membersOf, resultsOf, wrong } from "./answers.ts";
import { callsOf, isForPlatform, type Operation, operations } from "./document.ts";
import { live, needsOf, type PlatformCase, refuses, takes } from "./platform-case.ts";
import type { Answer, PlatformSeat } from "./platform-seat.ts";

/** What concerns a whole organisation, or somebody else: nobody's kit changes it. */
const never: readonly string[] = [
  "signOut",
  "putTenantThresholds",
  "postCredentials",
  "putCredentials",
  "deleteCredentials",
];
/** Calls that somebody else would hear of, that stay for ever, or that use up an hour's budget: made only where they are refused. */
const spared = (one: Operation): boolean =>
  one.rateClass === "job" ||
  one.rateClass === "export" ||
  /^\/api\/v1\/(webhooks|tcec-partners|receivers|vendors|device-models|imports|exports|files|credentials|reconciliations)/.test(
    one.path,
  );

const callable = operations.filter(
  (one) => isForPlatform(one) && !never.includes(one.id) && !/redentials$/.test(one.path),
);
const isRead = ({ method }: Operation): boolean => method === "GET";

/** What exists, as calls need it. */
const knownOf = async (seat: PlatformSeat) => {
  const { operator, unit, device, component, alarm } = await seat.town();
  const pools: ApiPools = new Map([
    ["/api/v1/operators", [operator]],
    ["/api/v1/units", [unit]],
    ["/api/v1/devices", [device]],
    ["/api/v1/components", [component]],
    ["/api/v1/alarms", [alarm]],
  ]);
  const members = {
    operatorId: [operator],
    unitId: [unit],
    deviceId: [device],
    componentId: [component],
    "If-Match": ['"1"', '"2"'],
  };
  return { pools, members };
};

/** Ids in the address that are made up are the kit's own, so that nothing else is found. */
const own = (call: ApiCall, seat: PlatformSeat): ApiCall => ({
  ...call,
  parts: Object.fromEntries(
    Object.entries(call.parts).map(([name, part]) => [
      name,
      "made" in part && part.made.length < 40 ? { made: `cf-${seat.run}-${part.made}` } : part,
    ]),
  ),
});

const send = async (one: Operation, seat: PlatformSeat, call: ApiCall, pools: ApiPools): Promise<Answer> => {
  const address = apiAddress(one.path, own(call, seat), pools);
  const answer = await seat.ask(one.method, address, {
    headers: call.headers,
    ...(call.body === undefined ? {} : { text: call.body }),
  });
  // What was made is removed again.
  const [, plural = "", id] = /^\/api\/v1\/(\w+)(?:\/([^/?]+))?$/.exec(address.split("?")[0] ?? "") ?? [];
  const kind = kindOfPlural(plural);
  if (kind !== null && answer.status < 300) {
    if (id !== undefined && one.method === "PUT") seat.remember(kind, decodeURIComponent(id));
    for (const result of resultsOf(answer) ?? []) if (typeof result.id === "string") seat.remember(kind, result.id);
  }
  return answer;
};

const documented = callable
  .filter((one) => !spared(one) || isRead(one))
  .map((one) =>
    takes(
      `calls/${one.id}`,
      "API-DOC-02",
      [`按文档应答:${one.id}`, `answers as the document says: ${one.id}`],
      async (seat, context) => {
        const { pools, members } = await knownOf(seat);
        const { valid } = callsOf(one, members);
        const found = await onInputs(live(context), valid, async (call) => {
          const answer = await send(one, seat, call, pools);
          return answer.status === 401 || answer.status === 403
            ? wrong("refused", "the key may call it", answer)
            : judgeDocumented(one, answer);
        });
        // It may have removed or changed what others refer to.
        if (!isRead(one)) await seat.rebuild();
        return found;
      },
      { needs: needsOf(one.tag), asks: "full", kind: "generated" },
    ),
  );

/** A bulk upsert and T/CEC 102 refuse by what they say of each; of a mark of deletion nothing but the id is read. */
const isTaken = (answer: Answer, call: ApiCall): boolean =>
  answer.status < 400 &&
  !(resultsOf(answer) ?? []).some(({ status }) => status === "refused") &&
  Number(membersOf(answer).Ret ?? 0) === 0 &&
  call.body?.includes('"deleted":true') !== true;

const broken = callable.flatMap((one): readonly PlatformCase[] => {
  const { broken: calls } = callsOf(one, {});
  if (calls === null) return [];
  return [
    refuses(
      `broken/${one.id}`,
      ["API-INPUT-01", "API-ALIVE-01"],
      [`拒绝不合文档的请求:${one.id}`, `what the document refuses is refused: ${one.id}`],
      async (seat, context) => {
        const { pools, members } = await knownOf(seat);
        const wrongCalls = callsOf(one, members).broken;
        if (wrongCalls === null) return null;
        return onInputs(live(context), wrongCalls, async (call) => {
          const answer = await send(one, seat, call, pools);
          return isTaken(answer, call)
            ? wrong("accepted", `a refusal: ${call.broken}`, answer)
            : judgeDocumented(one, answer);
        });
      },
      { needs: needsOf(one.tag), asks: needsOf(one.tag).length === 0 ? "core" : "full", kind: "generated" },
    ),
  ];
});

/** Cases made from the document: right calls and wrong ones of every operation that a platform may call (SEC-API-05). */
export const documentCases: readonly PlatformCase[] = [...documented, ...broken];
