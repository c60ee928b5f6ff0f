import type { Instant, TenantId } from "@dianan/model";
import type { RecordKind } from "@dianan/sharing";
import type { Difference, MemberDifference } from "../ports/reconciliation.ts";
import { recordDigest } from "../ports/record-digest.ts";
import type { JsonObject, StoredRecord } from "../ports/records.ts";
import { differenceOf, memberDifferences, type Pair, type Side } from "./compare.ts";
import type { DestinationItem } from "./destination-item.ts";
import type { PeerRecords, PeerRow } from "./peer-records.ts";
import { createShaping, type Shaping } from "./shaping.ts";
import type { SharingDeps } from "./sharing-deps.ts";

/** A record of ours as the destination should have it. */
export type OwnRow = Side & { readonly updatedAt: Instant; readonly body: JsonObject };

/** What one part of a comparison looks at. */
export type ChunkScope = {
  readonly tenant: TenantId;
  readonly destination: DestinationItem;
  readonly kind: RecordKind;
  readonly updatedFrom: Instant | null;
  readonly updatedTo: Instant | null;
  /** When the comparison began: what changed since then is on its way. */ readonly startedAt: Instant;
  readonly peer: PeerRecords;
  /** Records whose members may still be looked at. */ readonly looksLeft: number;
};
export type ChunkResult = {
  readonly differences: readonly Difference[];
  readonly owed: number;
  readonly looked: number;
};

/** Requests to the other side at once. */
const LOOKS_AT_ONCE = 4;

/** Our records as the destination should have them. */
export const ownRows = async (
  { store }: Pick<SharingDeps, "store">,
  tenant: TenantId,
  { body }: DestinationItem,
  records: readonly StoredRecord[],
): Promise<readonly OwnRow[]> => {
  const shaped: Shaping = createShaping(store, tenant, body);
  return Promise.all(
    records.map(async (record) => {
      const out = await shaped(record);
      const { id, deleted, updatedAt } = record;
      return { id, deleted, updatedAt, body: out.body, digest: recordDigest(out) };
    }),
  );
};

type Candidate = { readonly pair: Pair<OwnRow, PeerRow>; readonly difference: Difference["difference"] };

const isWithin = ({ updatedFrom, updatedTo }: ChunkScope, at: number | null): boolean =>
  at === null || ((updatedFrom === null || at >= updatedFrom) && (updatedTo === null || at < updatedTo));

/** Tells what differs and stays so from what is only on its way. */
export const judgePairs = async (
  deps: Pick<SharingDeps, "store" | "outbox">,
  scope: ChunkScope,
  pairs: readonly Pair<OwnRow, PeerRow>[],
): Promise<ChunkResult> => {
  const { tenant, destination, kind, peer } = scope;
  const candidates = pairs.flatMap((pair): Candidate[] => {
    const difference = differenceOf(pair);
    const at = pair.here?.updatedAt ?? pair.there?.updatedAt ?? null;
    return difference !== null && isWithin(scope, at) ? [{ pair, difference }] : [];
  });
  if (candidates.length === 0) return { differences: [], owed: 0, looked: 0 };
  const ids = candidates.flatMap(({ pair }) => (pair.here === null ? [] : [pair.here.id]));
  const owed = new Set(await deps.outbox.owedOf(tenant, destination.id, kind, ids));
  const isMoving = async ({ pair: { here, there } }: Candidate): Promise<boolean> =>
    here === null
      ? (await deps.store.record(tenant, kind, there?.id ?? "")) !== null
      : owed.has(here.id) || here.updatedAt >= scope.startedAt;
  const moving = await Promise.all(candidates.map(isMoving));
  const standing = candidates.filter((_, n) => !moving[n]);

  /** Members of one that differs; null when the other side does not show it now. */
  const look = async (here: OwnRow): Promise<readonly MemberDifference[] | null> => {
    const theirs = await peer.record(kind, here.id);
    return theirs.ok && theirs.value !== null ? memberDifferences(kind, theirs.value, here.body) : null;
  };
  let looked = 0;
  const differences: Difference[] = [];
  for (let n = 0; n < standing.length; n += LOOKS_AT_ONCE) {
    const some = standing.slice(n, n + LOOKS_AT_ONCE).map(async ({ pair, difference }): Promise<Difference> => {
      const { here, there } = pair;
      const recordId = here?.id ?? there?.id ?? "";
      const plain = { kind, recordId, difference, resolved: false };
      if (here !== null && there !== null && here.deleted !== there.deleted)
        return { ...plain, members: [{ member: "deleted", before: there.deleted, after: here.deleted }] };
      if (difference !== "different" || here === null) return { ...plain, members: [] };
      if (looked >= scope.looksLeft) return { ...plain, members: null };
      looked += 1;
      return { ...plain, members: await look(here) };
    });
    differences.push(...(await Promise.all(some)));
  }
  return { differences, owed: candidates.length - standing.length, looked };
};
