import type { Instant, TenantId } from "@dianan/model";
import type { AccessItem, AccessStore } from "../ports/access-store.ts";
import type { Difference, DifferenceView, Reconciliation, ReconciliationView } from "../ports/reconciliation.ts";
import type { JsonObject } from "../ports/records.ts";
import type { Write } from "../ports/write.ts";

/** How long a comparison and its differences are kept. */
const KEPT_MS = 30 * 86_400_000;
/** Comparisons kept per tenant. */
export const RECONCILIATIONS_MAX = 100;

/** Where a comparison goes on after a restart. */
export type Place = {
  /** Index into the kinds. */ readonly kind: number;
  /** Ids up to this one are compared. */ readonly after: string;
  /** Of the other side's page that holds the next id; null: its first. */ readonly cursor: string | null;
  /** Differences found so far. */ readonly found: number;
  /** Records whose members were looked at. */ readonly looked: number;
};
export type ReconciliationBody = Reconciliation & { readonly place: Place };
export type ReconciliationItem = AccessItem & { readonly body: ReconciliationBody & JsonObject };

export const reconciliationItem = async (
  access: Pick<AccessStore, "item">,
  tenant: TenantId,
  id: string,
): Promise<ReconciliationItem | null> => (await access.item(tenant, "reconciliation", id)) as ReconciliationItem | null;

export const reconciliationItems = async (
  access: Pick<AccessStore, "items">,
  tenant: TenantId,
): Promise<readonly ReconciliationItem[]> =>
  (await access.items(tenant, "reconciliation", "", RECONCILIATIONS_MAX + 1)) as readonly ReconciliationItem[];

const expiresAt = ({ createdAt }: Pick<Reconciliation, "createdAt">): Instant => (createdAt + KEPT_MS) as Instant;

export const reconciliationWrite = (id: string, body: ReconciliationBody, ifVersion: number): Write => ({
  kind: "item",
  item: {
    kind: "reconciliation",
    id,
    body: body as unknown as JsonObject,
    lookup: null,
    expiresAt: expiresAt(body),
  },
  ifVersion,
});

export const reconciliationView = ({ id, body }: Pick<ReconciliationItem, "id" | "body">): ReconciliationView => {
  const { place: _, ...rest } = body as ReconciliationBody;
  return { ...rest, id };
};

/** Differences of one comparison stand together, in the order in which they were found. */
export const differencesPrefix = (id: string): string => `${id}.`;

/** @param sequence - 0 to 99999999, the place among the comparison's differences */
export const differenceWrite = (
  reconciliation: string,
  sequence: number,
  difference: Difference,
  { createdAt }: Pick<Reconciliation, "createdAt">,
): Write => ({
  kind: "item",
  item: {
    kind: "difference",
    id: `${differencesPrefix(reconciliation)}${String(sequence).padStart(8, "0")}`,
    body: difference as unknown as JsonObject,
    lookup: null,
    expiresAt: expiresAt({ createdAt }),
  },
  // A part that was written before a crash is written again the same.
  ifVersion: null,
});

export const differenceView = ({ id, body }: AccessItem): DifferenceView => ({
  ...(body as unknown as Difference),
  id,
});
