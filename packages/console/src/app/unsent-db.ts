import { isSame, type Unsent, type UnsentStore } from "./unsent.ts";

const NAME = "dianan-unsent";
const TABLE = "unsent";

const told = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
const open = async (): Promise<IDBDatabase> => {
  const request = indexedDB.open(NAME, 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore(TABLE, { keyPath: ["owner", "alarmId", "verb"] });
  };
  return told(request);
};

/** In this browser, over a reload and its end; every tab is told of a change. */
export const createUnsentDb = (): UnsentStore & {
  /** Calls back when another place changed something. */ onChange(seen: () => void): void;
  close(): void;
} => {
  const news = new BroadcastChannel(NAME);
  let isClosed = false;
  const within = async <T>(mode: IDBTransactionMode, act: (table: IDBObjectStore) => IDBRequest<T>): Promise<T> => {
    const db = await open();
    try {
      const turn = db.transaction(TABLE, mode);
      const value = await told(act(turn.objectStore(TABLE)));
      if (mode === "readwrite") {
        await new Promise<void>((resolve, reject) => {
          turn.oncomplete = () => resolve();
          turn.onabort = () => reject(turn.error);
          turn.commit();
        });
        if (!isClosed) news.postMessage("changed");
      }
      return value;
    } finally {
      db.close();
    }
  };
  return {
    all: async () => {
      const all = (await within("readonly", (table) => table.getAll())) as readonly Unsent[];
      return [...all].sort((a, b) => a.at - b.at);
    },
    put: async (one) => {
      await within("readwrite", (table) => table.put(one));
    },
    remove: async ({ owner, alarmId, verb }) => {
      await within("readwrite", (table) => table.delete([owner, alarmId, verb]));
    },
    onChange: (seen) => news.addEventListener("message", seen),
    close: () => {
      isClosed = true;
      news.close();
    },
  };
};

/** One of what is kept. */
export const findUnsent = async (
  store: UnsentStore,
  place: Pick<Unsent, "owner" | "alarmId" | "verb">,
): Promise<Unsent | null> => {
  try {
    return (await store.all()).find((one) => isSame(one, place)) ?? null;
  } catch {
    return null;
  }
};
