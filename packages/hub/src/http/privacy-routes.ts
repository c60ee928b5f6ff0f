import { randomUUID } from "node:crypto";
import { isRecordId } from "@dianan/model";
import { personalFields } from "@dianan/open-api/tables";
import { masked, personalMembers, type RecordKind } from "@dianan/sharing";
import { offsetTime } from "../core/offset-time.ts";
import { told } from "../ports/act.ts";
import type { Caller } from "../ports/caller.ts";
import type { JsonObject } from "../ports/records.ts";
import { type Ask, type HttpDeps, json, type Route } from "./http-deps.ts";
import { invalid, type Problem, problem } from "./problem.ts";
import { actorOf } from "./record-actor.ts";
import { withBody } from "./sign-in-routes.ts";
import { peopleFaults } from "./user-routes.ts";

type Reveal = {
  readonly kind: "operator" | "unit" | "user" | "alarm";
  readonly id: string;
  readonly members: readonly string[];
  readonly purpose: string;
};
type Erasure = { readonly kind: "operator" | "unit" | "user"; readonly id: string; readonly reason: string };

const USER_MEMBERS = ["name", "mail", "phone"];
const REASON_MAX = 500;

const absent = (): Problem => problem("not-found", "There is no record with this id. 没有此 id 的记录。");
const notPersonal = (index: number): Problem =>
  invalid(`/members/${index}`, "It is no personal member of this record.", "不是该记录的个人信息成员。");

/** A member's value as text; undefined: it is no personal member, or one that holds more than a text. */
const personalText = (kind: RecordKind, body: JsonObject, member: string): string | null | undefined => {
  const value = Object.hasOwn(body, member) ? body[member] : undefined;
  if (value === undefined) return personalMembers(kind).includes(member) ? null : undefined;
  if (!personalMembers(kind).includes(member) && masked(kind, { [member]: value })[member] === value) return undefined;
  return typeof value === "string" || typeof value === "number" ? String(value) : undefined;
};

/** Persons in full for a purpose, the register of personal data, and removal (个人信息), SEC-PII-01, -04, -07. */
export const privacyRoutes = (deps: HttpDeps): readonly Route[] => {
  const { personalData } = deps.access;
  const who = ({ caller }: Ask): Caller => caller as Caller;

  const revealRecord = async (
    { kind, id, members, purpose }: Reveal & { readonly kind: RecordKind },
    ask: Ask,
  ): Promise<Response | Problem> => {
    const tell = (result: "done" | "denied", reason: string) =>
      deps.store.commit({
        tenant: ask.view.tenant,
        writes: [told(who(ask), "personalData.reveal", `${kind}:${id}`, result, ask.circumstance, reason)],
      });
    const record = isRecordId(id) ? await ask.view.stored(kind, id) : null;
    if (record === null || record === "foreign") {
      await tell("denied", "not-found");
      return absent();
    }
    const values = members.map((member) => personalText(kind, record.body, member));
    const strange = values.indexOf(undefined);
    if (strange !== -1) return notPersonal(strange);
    // First the entry: what cannot be told is not shown (SEC-AUD-03).
    await tell("done", `${members.join(" ")}: ${purpose}`.slice(0, REASON_MAX));
    return json({ kind, id, values: Object.fromEntries(members.map((member, i) => [member, values[i] ?? null])) });
  };

  const revealUser = async ({ kind, id, members, purpose }: Reveal, ask: Ask): Promise<Response | Problem> => {
    const strange = members.findIndex((member) => !USER_MEMBERS.includes(member));
    if (strange !== -1) return notPersonal(strange);
    // Colleagues are no part of a unit: whoever sees only some units sees none of them.
    const isSeen = ask.view.isWhole || who(ask).actor === `account:${id}`;
    const values = isSeen ? await personalData.revealUser(who(ask), id, members, purpose, ask.circumstance) : null;
    return values === null ? absent() : json({ kind, id, values });
  };

  /** Versions that are kept, a page at a time. */
  const versionsOf = async (ask: Ask, kind: "operator" | "unit", id: string): Promise<number> => {
    let count = 0;
    let before: number | null = null;
    for (;;) {
      const some = await ask.view.history(kind, id, { before, until: null, limit: 500 });
      count += some.length;
      before = some.at(-1)?.version ?? null;
      if (some.length < 500) return count;
    }
  };

  const backupsExpireAt = async (): Promise<string | null> => {
    const at = await deps.upkeep.backupsGoneAt();
    return at === null ? null : offsetTime(at, deps.utcOffsetMinutes);
  };
  const eraseRecord = async (kind: "operator" | "unit", { id, reason }: Erasure, ask: Ask) => {
    // A tombstone too: a deleted record keeps its body.
    if (!isRecordId(id) || (await ask.view.record(kind, id)) === null) return absent();
    const versions = await versionsOf(ask, kind, id);
    const { head } = await deps.store.commit({
      tenant: ask.view.tenant,
      writes: [
        { kind: "erase", record: kind, id, at: ask.circumstance.now, by: actorOf(ask.caller) },
        told(who(ask), "personalData.erase", `${kind}:${id}`, "done", ask.circumstance, reason),
      ],
    });
    deps.hints.hint(head);
    return json({ id: randomUUID(), records: versions + 1, backupsExpireAt: await backupsExpireAt() });
  };

  return [
    {
      method: "POST",
      path: "/api/v1/personal-data/reveals",
      handle: withBody<Reveal>("POST", "/api/v1/personal-data/reveals", (asked, ask) =>
        asked.kind === "user" ? revealUser(asked, ask) : revealRecord({ ...asked, kind: asked.kind }, ask),
      ),
    },
    {
      method: "GET",
      path: "/api/v1/personal-data/register",
      handle: () => json({ items: personalFields }),
    },
    {
      method: "POST",
      path: "/api/v1/personal-data/erasures",
      handle: withBody<Erasure>("POST", "/api/v1/personal-data/erasures", async (asked, ask) => {
        if (asked.kind !== "user") return eraseRecord(asked.kind, asked, ask);
        const done = await personalData.eraseUser(who(ask), asked.id, asked.reason, ask.circumstance);
        return done.ok ? json({ ...done.value, backupsExpireAt: await backupsExpireAt() }) : peopleFaults[done.fault]();
      }),
    },
  ];
};
