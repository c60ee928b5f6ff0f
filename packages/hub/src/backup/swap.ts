import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import { syncFolder } from "./sync-folder.ts";

/** Says that a swap was decided. Its presence is the decision: it appears by a rename, whole. */
const MARKER = "swap.json";

/** What takes the place of what: names within the data folder. */
type Swap = {
  /** Folder with what comes in. */ readonly staged: string;
  /** Folder for what goes out. */ readonly aside: string;
  /** What goes out, and what comes in its place if something does. */ readonly names: readonly string[];
  /** Those of the names in whose place something comes. */ readonly incoming: readonly string[];
};

/** Each name is done or not, whatever was done before: it may be cut off anywhere and begun again. */
const apply = (dataDir: string, { staged, aside, names, incoming }: Swap): void => {
  mkdirSync(join(dataDir, aside), { recursive: true, mode: 0o700 });
  for (const name of names) {
    const [comes, stands, goes] = [join(dataDir, staged, name), join(dataDir, name), join(dataDir, aside, name)];
    // What came in already is not taken for what is to go out.
    if (incoming.includes(name) && !existsSync(comes)) continue;
    if (existsSync(stands)) renameSync(stands, goes);
    if (existsSync(comes)) renameSync(comes, stands);
  }
  syncFolder(join(dataDir, aside));
  syncFolder(dataDir);
  rmSync(join(dataDir, MARKER), { force: true });
  syncFolder(dataDir);
  rmSync(join(dataDir, staged), { recursive: true, force: true });
};

/**
 * Puts staged files in the place of others, all or none: killed before it is decided, nothing has changed; killed later, the next
 * {@link finishSwap} ends it.
 */
export const swap = (dataDir: string, { staged, aside, names }: Omit<Swap, "incoming">): void => {
  const incoming = names.filter((name) => existsSync(join(dataDir, staged, name)));
  const what: Swap = { staged, aside, names, incoming };
  const path = join(dataDir, `${MARKER}.part`);
  const handle = openSync(path, "w", 0o600);
  try {
    writeSync(handle, JSON.stringify(what));
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  syncFolder(join(dataDir, staged));
  renameSync(path, join(dataDir, MARKER));
  syncFolder(dataDir);
  apply(dataDir, what);
};

/** Ends a swap that was cut off, before anything opens the folder. True: there was one. */
export const finishSwap = (dataDir: string): boolean => {
  const path = join(dataDir, MARKER);
  if (!existsSync(path)) return false;
  apply(dataDir, JSON.parse(readFileSync(path, "utf8")) as Swap);
  return true;
};
