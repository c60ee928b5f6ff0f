import { first, judgeRefused, judgeStatus, membersOf, wrong } from "./answers.ts";
import { type PlatformCase, refuses, takes } from "./platform-case.ts";
import type { Answer } from "./platform-seat.ts";
import { kinds, NEW, patch, pathOf, there } from "./record-changes.ts";

/** Cases of one record and its ETag: changes, patches and replacements. */
export const etagCases: readonly PlatformCase[] = kinds.flatMap((kind): readonly PlatformCase[] => [
  takes(
    `etag/${kind}/right`,
    "API-ETAG-01",
    [`${kind}:If-Match 相符则修改`, `a ${kind} is changed with its ETag`],
    async (seat) => {
      const { path, read, tag } = await there(seat, kind);
      if (tag === null) return wrong("missing", "an ETag", read);
      const answer = await patch(seat, path, { name: "改名" }, tag);
      const after = await seat.get(path);
      if (answer.status !== 200) return judgeStatus(answer, 200);
      if (membersOf(after).name !== "改名") return wrong("not-kept", "the new name", after, [answer.asked]);
      return after.headers.get("etag") === tag ? wrong("broken-rule", "another ETag", after, [answer.asked]) : null;
    },
  ),
  refuses(
    `etag/${kind}/stale`,
    "API-ETAG-01",
    [`${kind}:If-Match 过期则拒绝`, `a ${kind} is not changed with a stale ETag`],
    async (seat) => {
      const { path, tag } = await there(seat, kind);
      const bad = judgeStatus(await patch(seat, path, { name: "第一" }, tag), 200);
      if (bad !== null) return bad;
      const stale = judgeStatus(await patch(seat, path, { name: "第二" }, tag), 412);
      const after = await seat.get(path);
      return stale ?? (membersOf(after).name === "第一" ? null : wrong("accepted", "the first name still", after));
    },
  ),
  refuses(
    `etag/${kind}/none`,
    "API-ETAG-01",
    [`${kind}:没有 If-Match 则拒绝`, `a ${kind} is not changed without an ETag`],
    async (seat) => {
      const { path } = await there(seat, kind);
      return judgeStatus(await patch(seat, path, { name: "改名" }, null), 428);
    },
  ),
  ...(["3", '"', '""', 'W/"1', '"1', "null"] as const).map((text) =>
    refuses(
      `etag/${kind}/malformed-${Buffer.from(text).toString("hex")}`,
      "API-ETAG-01",
      [`${kind}:If-Match 不成形:${text}`, `a ${kind} is not changed with what is no ETag: ${text}`],
      async (seat) => {
        const { path } = await there(seat, kind);
        return judgeStatus(await patch(seat, path, { name: "改名" }, text), 400, 412, 422, 428);
      },
      { asks: "full" },
    ),
  ),
  refuses(
    `etag/${kind}/one-wins`,
    "API-ETAG-02",
    [`${kind}:同时修改只有一个成功`, `of several changes of a ${kind} at once one is made`],
    async (seat) => {
      const { path, tag } = await there(seat, kind);
      const answers = await Promise.all(
        Array.from({ length: 5 }, (_, i) => patch(seat, path, { name: `第 ${i}` }, tag)),
      );
      const won = answers.filter(({ status }) => status === 200);
      const other = answers.find(({ status }) => status !== 200 && status !== 412 && status !== 409);
      if (other !== undefined) return wrong("wrong-error", "200 of one, 412 of the others", other);
      return won.length === 1
        ? null
        : wrong(
            "accepted",
            "200 of exactly one",
            (won[0] ?? answers[0]) as Answer,
            won.map(({ asked }) => asked),
          );
    },
    { asks: "full" },
  ),
  takes(
    `etag/${kind}/not-modified`,
    "API-CACHE-01",
    [`${kind}:未变更则 304`, `a ${kind} that did not change is answered 304`],
    async (seat) => {
      const { path, tag } = await there(seat, kind);
      return judgeStatus(await seat.get(path, { headers: { "if-none-match": tag ?? "" } }), 304);
    },
    { asks: "full" },
  ),
  refuses(
    `etag/${kind}/modified`,
    "API-CACHE-01",
    [`${kind}:变更后不再是 304`, `a ${kind} that changed is not answered 304`],
    async (seat) => {
      const { path, tag, record } = await there(seat, kind);
      await seat.need(kind, { ...record, name: "改名" });
      const answer = await seat.get(path, { headers: { "if-none-match": tag ?? "" } });
      return judgeStatus(answer, 200);
    },
    { asks: "full" },
  ),
  takes(
    `patch/${kind}/keeps`,
    "API-PATCH-01",
    [`${kind}:部分修改保留其余成员`, `a patch of a ${kind} keeps what it does not name`],
    async (seat) => {
      const { path, read, tag } = await there(seat, kind, { note2: "不变", tags2: [1, 2] }, "full");
      const before = membersOf(read);
      const bad = judgeStatus(await patch(seat, path, { name: "改名" }, tag), 200);
      if (bad !== null) return bad;
      const after = await seat.get(path);
      const now = membersOf(after);
      const lost = Object.keys(before).find(
        (name) =>
          !["name", "version", "updatedAt"].includes(name) &&
          JSON.stringify(now[name]) !== JSON.stringify(before[name]),
      );
      return lost === undefined ? null : wrong("not-kept", `${lost}: ${JSON.stringify(before[lost])}`, after);
    },
  ),
  takes(
    `patch/${kind}/removes`,
    "API-PATCH-01",
    [`${kind}:null 删除成员`, `null in a patch of a ${kind} removes the member`],
    async (seat) => {
      const { path, tag } = await there(seat, kind, { note2: "会删除" });
      const bad = judgeStatus(await patch(seat, path, { note2: null }, tag), 200);
      const after = await seat.get(path);
      return bad ?? ("note2" in membersOf(after) ? wrong("not-kept", "no note2", after) : null);
    },
    { asks: "full" },
  ),
  ...(
    [
      ["required-null", { name: null }],
      ["wrong-type", { name: 7 }],
      ["other-id", { id: "another" }],
      ["list", []],
      ["text", "name"],
    ] as const
  ).map(([name, body]) =>
    refuses(
      `patch/${kind}/${name}`,
      "API-PATCH-01",
      [`${kind}:拒绝修改 ${name}`, `a patch of a ${kind} is refused: ${name}`],
      async (seat) => {
        const { path, read, tag } = await there(seat, kind);
        const answer = await patch(seat, path, body, tag);
        const after = await seat.get(path);
        return (
          judgeRefused(answer) ??
          (after.text === read.text || membersOf(after).version === membersOf(read).version
            ? null
            : wrong("accepted", "nothing changed", after, [answer.asked]))
        );
      },
    ),
  ),
  refuses(
    `put/${kind}/create-only`,
    "API-ETAG-03",
    [`${kind}:If-None-Match: * 只新建`, `If-None-Match: * only makes a ${kind}`],
    async (seat) => {
      const { path, record } = await there(seat, kind);
      return judgeStatus(await seat.ask("PUT", path, { body: { ...record, name: "覆盖" }, headers: NEW }), 412);
    },
    { asks: "full" },
  ),
  takes(`put/${kind}/creates`, "API-ETAG-03", [`${kind}:PUT 新建`, `PUT makes a ${kind}`], async (seat) => {
    const record = await seat.record(kind);
    seat.remember(kind, String(record.id));
    const path = pathOf(kind, record.id);
    const answer = await seat.ask("PUT", path, { body: record, headers: NEW });
    return first(judgeStatus(answer, 201), judgeStatus(await seat.get(path), 200));
  }),
  takes(
    `put/${kind}/replaces`,
    "API-ETAG-03",
    [`${kind}:PUT 整体替换`, `PUT replaces a ${kind}: what is left out is gone`],
    async (seat) => {
      const { path, record, tag } = await there(seat, kind, { note2: "会消失" });
      const { note2: _, ...rest } = record;
      const answer = await seat.ask("PUT", path, {
        body: { ...rest, name: "替换" },
        headers: { "if-match": tag ?? "" },
      });
      const after = await seat.get(path);
      const now = membersOf(after);
      return (
        judgeStatus(answer, 200) ??
        (now.name === "替换" && !("note2" in now) ? null : wrong("not-kept", "the new name, no note2", after))
      );
    },
    { asks: "full" },
  ),
  refuses(
    `put/${kind}/none`,
    "API-ETAG-03",
    [`${kind}:PUT 没有条件则拒绝`, `PUT replaces no ${kind} without an ETag`],
    async (seat) => {
      const { path, record } = await there(seat, kind);
      return judgeStatus(await seat.ask("PUT", path, { body: { ...record, name: "覆盖" } }), 428);
    },
    { asks: "full" },
  ),
  refuses(
    `put/${kind}/other-id`,
    "API-ETAG-03",
    [`${kind}:路径与内容的 id 不同`, `the id of a ${kind} is the one of the address`],
    async (seat) => {
      const record = await seat.record(kind);
      const path = pathOf(kind, seat.id());
      return first(
        judgeRefused(await seat.ask("PUT", path, { body: record, headers: NEW })),
        judgeStatus(await seat.get(path), 404),
      );
    },
  ),
]);
