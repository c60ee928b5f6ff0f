import type { RecordKind, Result } from "@dianan/sharing";
import type { JobFault } from "../ports/reconciliation.ts";
import type { PeerPage, PeerRecords, PeerRow } from "./peer-records.ts";

/** What the other side has of one kind, along the ids, as it comes. */
export type PeerRows = {
  /** Known and not yet dropped. */ readonly rows: readonly PeerRow[];
  /** Nothing comes after these. */ readonly isWhole: boolean;
  /** Of the page that holds the first of them; null: the first page. */ readonly cursor: string | null;
  /** Reads on until something is known or all is. */ fill(): Promise<Result<null, JobFault>>;
  /** Rows up to this id are done with. */ dropTo(id: string): void;
};

/** A side without digests is compared in memory, as its pages come in no order: at most so many records of a kind. */
const UNORDERED_MAX = 200_000;

const tooMany: JobFault = {
  code: "too-many",
  words: {
    en: "The other side has no digests and more than 200,000 records of a kind: compare a kind less, or let it offer digests.",
    zh: "对方不提供摘要且某类记录超过 20 万条,无法对账;请对方提供摘要接口。",
  },
};

const outOfOrder: JobFault = {
  code: "bad-answer",
  words: {
    en: "The other side's digests are not in the order of their ids.",
    zh: "对方的摘要未按 id 排序。",
  },
};

/** @param after - ids up to this one were compared before; @param from - cursor of the page that held the next one */
export const createPeerRows = (peer: PeerRecords, kind: RecordKind, after: string, from: string | null): PeerRows => {
  let rows: readonly PeerRow[] = [];
  let done = after;
  /** Of the page that was read last. */ let cursor = from;
  let next: string | null = from;
  let isWhole = false;
  /** Last id of the page before: what goes back would be missed. */ let reached = "";

  const take = ({ rows: more, next: following }: PeerPage): void => {
    rows = more.filter(({ id }) => id > done);
    next = following;
    isWhole = following === null;
  };

  const collect = async (): Promise<Result<null, JobFault>> => {
    const all: PeerRow[] = [];
    let place: string | null = null;
    do {
      const page: Result<PeerPage, JobFault> = await peer.pages(kind, place);
      if (!page.ok) return page;
      all.push(...page.value.rows);
      if (all.length > UNORDERED_MAX) return { ok: false, error: tooMany };
      place = page.value.next;
    } while (place !== null);
    // Paging while records change may give one twice: the later one counts.
    const once = new Map(all.map((row) => [row.id, row]));
    const ordered = [...once.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
    take({ rows: ordered, next: null });
    cursor = null;
    return { ok: true, value: null };
  };

  return {
    get rows() {
      return rows;
    },
    get isWhole() {
      return isWhole;
    },
    get cursor() {
      return cursor;
    },
    fill: async () => {
      while (rows.length === 0 && !isWhole) {
        const page = await peer.digests(kind, next);
        if (!page.ok) return page;
        if (page.value === null) return collect();
        const [first] = page.value.rows;
        if (first !== undefined && first.id <= reached) return { ok: false, error: outOfOrder };
        reached = page.value.rows.at(-1)?.id ?? reached;
        cursor = next;
        take(page.value);
      }
      return { ok: true, value: null };
    },
    dropTo: (id) => {
      done = id;
      rows = rows.filter((row) => row.id > id);
    },
  };
};
