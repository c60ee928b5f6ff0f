import type { DatabaseSync } from "node:sqlite";
import { PARTY_PREFIX } from "../ports/outbox.ts";
import type { RecordKind } from "../ports/records.ts";
import { shardOf } from "./shard.ts";

/** SQLite has one writer, so one feed is enough; the column is there for engines that need more. */
export const FEED = 0;

export type RecordChanged = {
  readonly tenant: string;
  readonly kind: RecordKind;
  readonly id: string;
  readonly version: number;
  readonly at: number;
  readonly deleted: boolean;
  /** JSON text. */ readonly body: string;
  /** JSON text of an alarm's life; null: it has none. */ readonly handling: string | null;
  /** JSON text of who did it; null: the hub itself. */ readonly actor: string | null;
};

/** The change feed and what is owed to destinations, written with the record itself. */
export type FeedWriter = {
  append(change: RecordChanged): void;
  head(tenant: string): number;
  /** Writes the counter rows. The last statement of a transaction: only then do readers see new positions. */
  finish(): void;
  /** Reads the counters again, after a rollback. */ reset(): void;
  /** Asks again who is owed changes. */ forgetDestinations(tenant: string): void;
};

type Counter = { head: number; oldest: number; changed: boolean };

/** @param bound - changes kept; older ones are removed, at most a few thousand per transaction */
export const createFeedWriter = (database: DatabaseSync, bound: number): FeedWriter => {
  const insert = database.prepare("INSERT INTO change VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  const trim = database.prepare("DELETE FROM change WHERE tenant = ? AND feed = ? AND position < ?");
  const load = database.prepare("SELECT head, oldest FROM feed WHERE tenant = ? AND feed = ?");
  const names = database.prepare("SELECT name, kinds FROM destination WHERE tenant = ?");
  const save = database.prepare(
    `INSERT INTO feed VALUES (?, ?, ?, ?)
     ON CONFLICT (tenant, feed) DO UPDATE SET head = excluded.head, oldest = excluded.oldest`,
  );
  const owe = database.prepare(
    `INSERT INTO outbox VALUES (?, ?, ?, ?, ?, ?, ?, 0, NULL)
     ON CONFLICT (shard, tenant, destination, kind, id) DO UPDATE SET version = excluded.version, dead = 0, error = NULL`,
  );
  const counters = new Map<string, Counter>();
  const destinations = new Map<string, readonly { readonly name: string; readonly kinds: readonly string[] }[]>();

  const counter = (tenant: string): Counter => {
    let known = counters.get(tenant);
    if (!known) {
      const row = load.get(tenant, FEED) as { head: number; oldest: number } | undefined;
      known = { head: row?.head ?? 0, oldest: row?.oldest ?? 1, changed: false };
      counters.set(tenant, known);
    }
    return known;
  };
  /** What a platform has written itself does not go back to it. */
  const isAuthor = (name: string, actor: string | null): boolean =>
    actor !== null && name.startsWith(PARTY_PREFIX) && name === `${PARTY_PREFIX}${JSON.parse(actor).id}`;
  const owedTo = (tenant: string, kind: RecordKind): readonly string[] => {
    let known = destinations.get(tenant);
    if (!known) {
      known = names.all(tenant).map((row) => ({ name: String(row.name), kinds: String(row.kinds).split(" ") }));
      destinations.set(tenant, known);
    }
    return known.flatMap(({ name, kinds }) => (kinds.includes(kind) ? [name] : []));
  };

  return {
    append: ({ tenant, kind, id, version, at, deleted, body, handling, actor }) => {
      const feed = counter(tenant);
      feed.head += 1;
      feed.changed = true;
      insert.run(tenant, FEED, feed.head, kind, id, version, at, deleted ? 1 : 0, body, actor, handling);
      for (const name of owedTo(tenant, kind))
        if (!isAuthor(name, actor)) owe.run(shardOf(id), tenant, name, kind, id, version, at);
    },
    head: (tenant) => counter(tenant).head,
    finish: () => {
      for (const [tenant, feed] of counters) {
        if (!feed.changed) continue;
        // A tenth more than the bound, so that trimming is rare.
        if (feed.head - feed.oldest + 1 > bound * 1.1) {
          feed.oldest = feed.head - bound + 1;
          trim.run(tenant, FEED, feed.oldest);
        }
        save.run(tenant, FEED, feed.head, feed.oldest);
        feed.changed = false;
      }
    },
    reset: () => {
      counters.clear();
      destinations.clear();
    },
    forgetDestinations: (tenant) => void destinations.delete(tenant),
  };
};
