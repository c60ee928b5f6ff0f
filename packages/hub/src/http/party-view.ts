import type { TenantId } from "@dianan/model";
import { coordinateSystems } from "@dianan/model";
import { operations, type Scope as ScopeWord, scopes as scopeWords } from "@dianan/open-api/tables";
import { offsetTime } from "../core/offset-time.ts";
import { PERSONAL_SCOPE, type Scope } from "../ports/caller.ts";
import type { Party, PartyExchange, PartyPull, PartyPush } from "../ports/parties.ts";
import type { HttpDeps } from "./http-deps.ts";
import { invalid, type Problem, problem } from "./problem.ts";

/** What goes and comes as somebody asks for it. */
export type AskedExchange = {
  readonly push?: Pick<PartyPush, "kinds"> &
    Partial<Omit<PartyPush, "kinds" | "agreement">> & { readonly agreement?: string };
  readonly pull?: Pick<PartyPull, "kinds"> & Partial<PartyPull>;
};

const PUSH_SECONDS = 60;
const PULL_SECONDS = 300;

export const exchangeOf = ({ push, pull }: AskedExchange = {}): PartyExchange => ({
  push:
    push === undefined
      ? null
      : {
          kinds: push.kinds,
          coordinateSystem: push.coordinateSystem ?? "CGCS2000",
          periodSeconds: push.periodSeconds ?? PUSH_SECONDS,
          personalData: push.personalData ?? "masked",
          agreement: push.agreement ?? null,
        },
  pull: pull === undefined ? null : { kinds: pull.kinds, periodSeconds: pull.periodSeconds ?? PULL_SECONDS },
});

/** What is wrong with it beyond its schema; null: nothing. @param at - where it stands in the body */
export const exchangeProblem = ({ push }: AskedExchange = {}, at = "/exchange"): Problem | null => {
  if (push === undefined) return null;
  if (push.coordinateSystem !== undefined && !Object.hasOwn(coordinateSystems, push.coordinateSystem)) {
    const known = Object.keys(coordinateSystems).join(", ");
    return invalid(`${at}/push/coordinateSystem`, `One of ${known}.`, `应为 ${known} 之一。`);
  }
  if (push.personalData === "full" && push.agreement === undefined)
    return invalid(
      `${at}/push/agreement`,
      "Full personal data go out by an agreement: name it.",
      "提供完整个人信息须注明依据的协议。",
    );
  return null;
};

/** Scopes that mean something to another platform: those of the operations that its role may call, and persons in full. */
const platformScopes: ReadonlySet<string> = new Set([
  ...operations.filter(({ roles }) => roles.includes("platform")).flatMap(({ scopes }): readonly ScopeWord[] => scopes),
  PERSONAL_SCOPE,
]);

/** What is wrong with the scopes that a platform is to have; null: nothing. */
export const scopeProblem = (scopes: readonly string[]): Problem | null => {
  const unknown = scopes.find((word) => !Object.hasOwn(scopeWords, word));
  if (unknown !== undefined) return problem("bad-scope", `There is no scope ${unknown}. 没有权限范围 ${unknown}。`);
  const foreign = scopes.find((word) => !platformScopes.has(word));
  return foreign === undefined
    ? null
    : problem("beyond-own-rights", `${foreign} is not for platforms. ${foreign} 不能授予平台。`);
};

/** Bounds as the document has them: null for the whole tenant. */
export const boundsOf = (scope: Scope): Scope | null => (Object.keys(scope).length === 0 ? null : scope);

const shownExchange = ({ push, pull }: PartyExchange): AskedExchange => {
  const { agreement, ...rest } = push ?? { agreement: null };
  return {
    ...(push === null
      ? {}
      : { push: { ...(rest as Omit<PartyPush, "agreement">), ...(agreement === null ? {} : { agreement }) } }),
    ...(pull === null ? {} : { pull }),
  };
};

/** A connected platform as the document has it (互联平台). */
export const partyView = async (
  { exchanges, utcOffsetMinutes }: Pick<HttpDeps, "exchanges" | "utcOffsetMinutes">,
  tenant: TenantId,
  party: Party,
) => {
  const time = (at: number | null): string | null => (at === null ? null : offsetTime(at, utcOffsetMinutes));
  const [destinationId, pull] = await Promise.all([
    exchanges.destinationId(tenant, party.id),
    exchanges.pullState(tenant, party.id),
  ]);
  return {
    id: party.id,
    platformCode: party.platformCode,
    name: party.name,
    state: party.state,
    version: party.peer?.version ?? null,
    url: party.url,
    scopes: party.scopes,
    within: boundsOf(party.scope),
    endpoints: party.peer?.endpoints ?? [],
    lastSeenAt: time(party.lastSeenAt),
    credentialsRenewedAt: time(party.renewedAt),
    expiresAt: time(party.expiresAt),
    initiative: party.initiative,
    exchange: shownExchange(party.exchange),
    destinationId,
    pull: pull === null ? null : { ...pull, lastOkAt: time(pull.lastOkAt) },
  };
};
