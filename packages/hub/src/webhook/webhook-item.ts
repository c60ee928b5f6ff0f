import { randomBytes, randomUUID } from "node:crypto";
import type { Instant, TenantId } from "@dianan/model";
import type { AccessItem } from "../ports/access-store.ts";
import type { JsonObject } from "../ports/records.ts";
import { openedJsonOrNull, type Seals, sealedJson } from "../ports/seals.ts";
import type { WebhookState } from "../ports/webhook-store.ts";
import type { SecretHeaders, WebhookDraft, WebhookSecret, WebhookView } from "../ports/webhooks.ts";
import type { Write } from "../ports/write.ts";

type KeptSecret = {
  readonly id: string;
  readonly sealed: string;
  /** When it stops signing; null: it is the newest. */ readonly until: Instant | null;
};

/** A webhook as stored. */
export type WebhookBody = WebhookDraft & {
  readonly secrets: readonly KeptSecret[];
  readonly isDisabled: boolean;
  readonly createdAt: Instant;
  /** Whose rights it has, as in the audit log. */ readonly owner: string;
  /** Headers that go along, sealed; null or left out: none. */ readonly sealedHeaders?: string | null;
  readonly headerNames?: readonly string[];
};
export type WebhookItem = AccessItem & { readonly body: WebhookBody & JsonObject };

/** SEC-OUT-04: how long the secret before signs along. */
const OVERLAP_MS = 24 * 3_600_000;
const SECRET_BYTES = 32;

const placeOf = (tenant: TenantId, id: string, secretId: string): readonly string[] => [
  tenant,
  "webhook",
  id,
  secretId,
];

/** A new secret in front of the one that it takes the place of; a third one ends at once. */
export const withNewSecret = (
  seals: Seals,
  tenant: TenantId,
  id: string,
  before: readonly KeptSecret[],
  now: Instant,
): { readonly shown: WebhookSecret; readonly kept: readonly KeptSecret[] } => {
  const secretId = randomUUID();
  const secret = `whsec_${randomBytes(SECRET_BYTES).toString("base64")}`;
  const until = (now + OVERLAP_MS) as Instant;
  const [last] = before;
  const kept = { id: secretId, sealed: seals.seal(Buffer.from(secret), placeOf(tenant, id, secretId)), until: null };
  return {
    shown: { id: secretId, secret, previousUntil: last === undefined ? null : until },
    kept: [kept, ...(last === undefined ? [] : [{ ...last, until }])],
  };
};

/** The secrets that sign now, the newest first. Without one that another master key has sealed: a new one beside it still signs. */
export const liveSecrets = (seals: Seals, { tenant, id, body }: WebhookItem, now: Instant): readonly string[] =>
  body.secrets
    .filter(({ until }) => until === null || until > now)
    .flatMap((one) => {
      try {
        return [Buffer.from(seals.open(one.sealed, placeOf(tenant, id, one.id))).toString()];
      } catch {
        return [];
      }
    });

/** Headers as they are kept. */
export const keptHeaders = (
  seals: Seals,
  tenant: TenantId,
  id: string,
  headers: SecretHeaders,
): Pick<WebhookBody, "sealedHeaders" | "headerNames"> => {
  const headerNames = Object.keys(headers).sort();
  const isNone = headerNames.length === 0;
  return { headerNames, sealedHeaders: isNone ? null : sealedJson(seals, placeOf(tenant, id, "headers"), headers) };
};

/** Null: they were sealed with another master key. */
export const openedHeaders = (seals: Seals, { tenant, id, body }: WebhookItem): SecretHeaders | null => {
  const sealed = body.sealedHeaders ?? null;
  if (sealed === null) return {};
  return openedJsonOrNull(seals, placeOf(tenant, id, "headers"), sealed) as SecretHeaders | null;
};

export const itemWrite = (id: string, body: WebhookBody, ifVersion: number): Write => ({
  kind: "item",
  item: { kind: "webhook", id, body: body as unknown as JsonObject, lookup: null, expiresAt: null },
  ifVersion,
});

export const viewOf = (id: string, version: number, body: WebhookBody, state: WebhookState): WebhookView => {
  const { url, eventTypes, unitIds, description, createdAt, isDisabled, mapping = null, headerNames = [] } = body;
  const disabledBecause = isDisabled ? "asked" : state.endedBecause;
  const word =
    disabledBecause !== null ? "disabled" : !state.isVerified ? "unverified" : state.fails > 0 ? "failing" : "active";
  return {
    id,
    version,
    url,
    eventTypes,
    unitIds,
    description,
    mapping,
    headerNames,
    createdAt,
    state: word,
    disabledBecause,
    figures: state,
  };
};
