import { pluralOf, type RecordKind, recordKinds } from "@dianan/sharing";
import { Unmet } from "../case.ts";
import { itemsOf, judgeStatus, judgeTaken, membersOf, resultsOf, wrong } from "./answers.ts";
import { isForPlatform, operations } from "./document.ts";
import { needsOf, type PlatformCase, refuses, takes } from "./platform-case.ts";
import type { Answer, PlatformSeat } from "./platform-seat.ts";

const TWO = { needs: ["two-tenants"] } as const;
const other = ({ options: { otherKey } }: PlatformSeat): { readonly key: string } => {
  if (otherKey === null) throw new Unmet("没有另一机构的密钥 / there is no key of another organisation");
  return { key: otherKey };
};
const pathOf = (kind: RecordKind, id: string): string => `/api/v1/${pluralOf(kind)}/${id}`;
const without = ({ text }: Answer): string =>
  text.replaceAll(/"requestId":"[^"]*"/g, "").replaceAll(/cf-[0-9a-f]{8}-\d+/g, "…");

/** Operations under the id of something that the kit has made. */
const ofRecords = operations.filter(
  (one) =>
    isForPlatform(one) &&
    /^\/api\/v1\/(operators|units|devices|components|alarms)\/\{id\}/.test(one.path) &&
    !/\}\/.*\{/.test(one.path),
);

/** Headers and a body with which a change would be made, were it one's own. */
const bodyFor = (method: string, id: string) =>
  method === "GET" || method === "DELETE"
    ? {}
    : method === "PATCH"
      ? { body: { name: "夺取" }, headers: { "content-type": "application/merge-patch+json", "if-match": "*" } }
      : { body: { id, text: "夺取", note: "夺取" }, headers: { "if-match": "*" } };

const foreign = ofRecords.map((one) =>
  refuses(
    `tenants/foreign/${one.id}`,
    ["API-TENANT-01", "API-TENANT-02"],
    [
      `他机构的对象与不存在的应答相同:${one.id}`,
      `another organisation's thing is answered as one that is not there: ${one.id}`,
    ],
    async (seat) => {
      const kind = recordKinds.find((each) => one.path.startsWith(`/api/v1/${pluralOf(each)}/`)) as RecordKind;
      const id = (await seat.town())[kind];
      const before = await seat.get(pathOf(kind, id));
      const [theirs, nobodys] = await Promise.all(
        [id, seat.id()].map((each) =>
          seat.ask(one.method, one.path.replace("{id}", each), { ...other(seat), ...bodyFor(one.method, each) }),
        ),
      );
      if (theirs === undefined || nobodys === undefined) return null;
      const bad = judgeStatus(theirs, 404);
      if (bad !== null) return bad;
      if (theirs.status !== nobodys.status || without(theirs) !== without(nobodys))
        return wrong(
          "broken-rule",
          `the same as of nobody's: ${nobodys.status} ${without(nobodys).slice(0, 300)}`,
          theirs,
          [nobodys.asked],
        );
      const after = await seat.get(pathOf(kind, id));
      return after.text === before.text ? null : wrong("accepted", "nothing changed", after, [theirs.asked]);
    },
    { needs: ["two-tenants", ...needsOf(one.tag)] },
  ),
);

/** Everything that a list says, page by page. */
const listText = async (
  seat: PlatformSeat,
  path: string,
  key?: string,
): Promise<{ readonly text: string; readonly page: Answer }> => {
  let text = "";
  for (let cursor = "", pages = 0; ; pages += 1) {
    const page = await seat.get(`${path}?limit=500${cursor}`, key === undefined ? {} : { key });
    text += page.text;
    const { next } = membersOf(page);
    if (typeof next !== "string" || pages > 500) return { text, page };
    cursor = `&cursor=${encodeURIComponent(next)}`;
  }
};

const lists = recordKinds.flatMap((kind) => [
  refuses(
    `tenants/list/${kind}`,
    "API-TENANT-01",
    [`列表不含他机构的 ${kind}`, `lists hold no ${kind} of another organisation`],
    async (seat) => {
      const id = (await seat.town())[kind];
      const { text, page } = await listText(seat, `/api/v1/${pluralOf(kind)}`, other(seat).key);
      return (
        judgeStatus(page, 200) ?? (text.includes(`"${id}"`) ? wrong("accepted", `a list without ${id}`, page) : null)
      );
    },
    TWO,
  ),
  refuses(
    `tenants/tombstone/${kind}`,
    "API-TENANT-01",
    [`不能删除他机构的 ${kind}`, `a mark of deletion removes no ${kind} of another organisation`],
    async (seat) => {
      const id = (await seat.town())[kind];
      const answer = await seat.ask("POST", `/api/v1/${pluralOf(kind)}`, {
        ...other(seat),
        body: { items: [{ id, deleted: true }] },
      });
      const bad =
        resultsOf(answer)?.every(({ status }) => status === "refused") === true || answer.status >= 400
          ? null
          : wrong("accepted", "the item refused", answer);
      return bad ?? judgeStatus(await seat.get(pathOf(kind, id)), 200);
    },
    TWO,
  ),
]);

/** Cases of two organisations on one platform (SEC-AZ-01, SEC-AZ-02). */
export const tenantCases: readonly PlatformCase[] = [
  ...foreign,
  ...lists,
  takes(
    "tenants/same-id",
    "API-TENANT-01",
    ["两机构可有相同的 id", "two organisations may have records of one id"],
    async (seat) => {
      const record = await seat.record("operator", { name: "甲机构" });
      const bad =
        judgeTaken(await seat.put("operator", [record])) ??
        judgeTaken(await seat.put("operator", [{ ...record, name: "乙机构" }], other(seat)));
      if (bad !== null) return bad;
      const [mine, theirs] = [
        await seat.get(pathOf("operator", String(record.id))),
        await seat.get(pathOf("operator", String(record.id)), other(seat)),
      ];
      if (membersOf(mine).name !== "甲机构") return wrong("accepted", "the name 甲机构", mine);
      return membersOf(theirs).name === "乙机构" ? null : wrong("not-kept", "the name 乙机构", theirs);
    },
    { asks: "full", ...TWO },
  ),
  refuses(
    "tenants/reference",
    "API-TENANT-01",
    ["不能引用他机构的对象", "nothing refers to another organisation's thing"],
    async (seat) => {
      const { operator } = await seat.town();
      const unit = await seat.record("unit");
      const answer = await seat.put("unit", [{ ...unit, operatorId: operator }], other(seat));
      const [result] = resultsOf(answer) ?? [];
      return result?.status === "refused" || result?.status === "parked" || answer.status >= 400
        ? null
        : wrong("accepted", "the item refused", answer);
    },
    { asks: "full", ...TWO },
  ),
  refuses(
    "tenants/changes",
    "API-TENANT-01",
    ["变更日志不含他机构的变更", "the log of changes holds none of another organisation"],
    async (seat) => {
      const { unit } = await seat.town();
      const { text, page } = await changesText(seat, other(seat).key);
      return (
        judgeStatus(page, 200) ?? (text.includes(`"${unit}"`) ? wrong("accepted", `no change of ${unit}`, page) : null)
      );
    },
    { asks: "full", needs: ["two-tenants", "events"] },
  ),
  refuses(
    "tenants/cursor",
    "API-TENANT-01",
    ["他机构的游标不带来其内容", "another organisation's cursor shows nothing of it"],
    async (seat) => {
      await seat.need("operator", await seat.record("operator"), await seat.record("operator"));
      const mine = await seat.get("/api/v1/operators?limit=1");
      const answer = await seat.get(
        `/api/v1/operators?limit=500&cursor=${encodeURIComponent(String(membersOf(mine).next))}`,
        other(seat),
      );
      if (answer.status >= 500) return judgeStatus(answer, 200);
      const own = itemsOf(await seat.get("/api/v1/operators?limit=500")).map(({ id }) => String(id));
      const theirs = (await listText(seat, "/api/v1/operators", other(seat).key)).text;
      const leaked = itemsOf(answer).find(({ id }) => own.includes(String(id)) && !theirs.includes(`"${String(id)}"`));
      return leaked === undefined ? null : wrong("accepted", "none of the first organisation", answer);
    },
    { asks: "robust", ...TWO },
  ),
];

const changesText = async (
  seat: PlatformSeat,
  key: string,
): Promise<{ readonly text: string; readonly page: Answer }> => {
  let text = "";
  for (let after = "", pages = 0; ; pages += 1) {
    const page = await seat.get(`/api/v1/changes?limit=500${after}`, { key });
    text += page.text;
    const { feedCursor: next, isMore } = membersOf(page);
    if (typeof next !== "string" || isMore !== true || pages > 500) return { text, page };
    after = `&after=${encodeURIComponent(next)}`;
  }
};
