import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Result } from "@dianan/sharing";
import { type Mapper, MapperError, type MappingFault, type MappingOwner } from "../ports/mapper.ts";
import { faultOfEvaluation, mappingFault } from "./fault-words.ts";
import { type After, type Job, openRoom, type Room, type RoomTold } from "./room.ts";
import { createSuspects, suspectKey } from "./suspects.ts";
import { createTurns } from "./turns.ts";

/** After this an evaluation is stopped from outside. Its steps are counted, so that only what is one step can last as long. */
const STOP_MS = 5_000;
/** Sooner when the same mapping has had to be stopped before. */
const HUNG_STOP_MS = 1_000;
/** What takes longer keeps nobody else waiting: the others go on in another process. */
const SLOW_MS = 200;
/** Processes that nobody has used for so long end. */
const IDLE_MS = 60_000;
/** Evaluations that wait for their turn; those of one tenant, who fills no more than half. */
const WAITING_MAX = 2_000;
const TENANT_WAITING_MAX = WAITING_MAX / 2;
/** Slow evaluations that are left to themselves at a time. */
const ASIDE_MAX = 2;

/**
 * No environment, no files to write, no process to start, no code from texts, no `__proto__`: an expression needs none of them. The
 * thread within it is its own (`--allow-worker`).
 */
const ARGUMENTS = [
  ...["--permission", "--allow-fs-read=*", "--allow-worker"],
  ...["--disable-proto=delete", "--disallow-code-generation-from-strings"],
];

const startProcess = (): ChildProcess => {
  const extension = import.meta.url.endsWith(".ts") ? "ts" : "js";
  const { SystemRoot } = process.env;
  return fork(fileURLToPath(new URL(`./mapper-process.${extension}`, import.meta.url)), [], {
    execArgv: ARGUMENTS,
    // Windows starts no process without it.
    env: SystemRoot === undefined ? {} : { SystemRoot },
    stdio: ["ignore", "ignore", "ignore", "ipc"],
    serialization: "json",
  });
};

const realAfter: After = (ms, run) => {
  const timeout = setTimeout(run, ms);
  return () => clearTimeout(timeout);
};

/**
 * One process works out the mappings, another stands ready. What takes long is left alone in its process while the others go on in the
 * one that stood ready; from then on its mapping is a suspect and has its turn in a process for suspects, where it keeps
 * nobody waiting but them.
 */
export const createMapper = ({
  stopMs = STOP_MS,
  hungStopMs = Math.min(HUNG_STOP_MS, stopMs),
  slowMs = Math.min(SLOW_MS, stopMs / 2),
  idleMs = IDLE_MS,
  start = startProcess,
  after = realAfter,
} = {}): Mapper => {
  const turns = createTurns<Job>();
  const suspectTurns = createTurns<Job>();
  const suspects = createSuspects();
  let main: Room | null = null;
  let spare: Room | null = null;
  /** Works on suspects. */ let ward: Room | null = null;
  /** Left alone with what takes long, the longest first. */ let aside: readonly Room[] = [];
  /** Being stopped. */ const ending = new Set<Room>();
  const going = new Set<Promise<void>>();
  let idle: NodeJS.Timeout | undefined;
  let isClosed = false;

  const all = (): readonly Room[] => [main, spare, ward, ...aside, ...ending].filter((one) => one !== null);
  const send = (room: Room): void => {
    const gone = room.close();
    going.add(gone);
    void gone.then(() => going.delete(gone));
  };
  const refuseAll = (from: typeof turns, error: MapperError): void => {
    for (let job = from.take(); job !== null; job = from.take()) job.failed(error);
  };
  const put = (job: Job, isFirst = false): void =>
    (suspects.of(job.key) === null ? turns : suspectTurns).put(job, isFirst);

  /** What has become suspect while it waited goes over. */
  const takeTrusted = (): Job | null => {
    for (let job = turns.take(); job !== null; job = turns.take()) {
      if (suspects.of(job.key) === null) return job;
      suspectTurns.put(job);
    }
    return null;
  };

  const next = (): void => {
    if (isClosed) return;
    if (turns.count() > 0) {
      main ??= spare ?? open();
      if (main === spare) spare = null;
    }
    if (main?.isReady() && main.job() === null) {
      const job = takeTrusted();
      if (job !== null) {
        main.give(job, stopMs);
        spare ??= open();
      }
    }
    if (suspectTurns.count() > 0) ward ??= open();
    if (ward?.isReady() && ward.job() === null) {
      const job = suspectTurns.take();
      if (job !== null) ward.give(job, suspects.of(job.key) === "hung" ? hungStopMs : stopMs);
    }
    main?.hold(main.job() !== null || turns.count() > 0);
    ward?.hold(ward.job() !== null || suspectTurns.count() > 0);
    spare?.hold(false);
    clearTimeout(idle);
    const isIdle = turns.count() + suspectTurns.count() === 0 && all().every((one) => one.job() === null);
    if (isIdle) idle = setTimeout(leave, idleMs).unref();
  };
  /** What comes next goes to other processes. */
  const leave = (): void => {
    for (const one of all()) send(one);
    [main, spare, ward, aside] = [null, null, null, []];
    ending.clear();
  };

  /** The tenant of whom most is left alone loses the longest of it. */
  const relieve = (): void => {
    if (aside.length <= ASIDE_MAX) return;
    const tenantOf = (one: Room): string => one.job()?.tenant ?? "";
    const countOf = (one: Room): number => aside.filter((other) => tenantOf(other) === tenantOf(one)).length;
    const most = Math.max(...aside.map(countOf));
    const longest = aside.find((one) => countOf(one) === most);
    if (longest === undefined) return;
    aside = aside.filter((one) => one !== longest);
    ending.add(longest);
    longest.stop();
  };

  const told: RoomTold = {
    ready: next,
    answered: (room, job, message, isSlow) => {
      if (!isSlow) suspects.good(job.key);
      if (aside.includes(room)) {
        aside = aside.filter((one) => one !== room);
        if (spare === null) spare = room;
        else send(room);
      }
      if ("fault" in message) job.done({ ok: false, error: faultOfEvaluation(message.fault) });
      else job.done({ ok: true, value: JSON.parse(message.result) });
      next();
    },
    slow: (room, { key }) => {
      suspects.seen(key, "slow");
      if (room !== main) return;
      aside = [...aside, room];
      main = null;
      relieve();
      next();
    },
    ended: (room, job, { wasStopped, neverRan }) => {
      const isMain = room === main;
      const isWard = room === ward;
      if (isMain) main = null;
      if (isWard) ward = null;
      if (room === spare) spare = null;
      aside = aside.filter((one) => one !== room);
      ending.delete(room);
      if (job !== null) {
        if (wasStopped || job.attempts > 0) suspects.seen(job.key, "hung");
        // A process may end for reasons that are not the expression's: only of the second it is said that it is.
        if (!wasStopped && job.attempts === 0) put({ ...job, attempts: 1 }, true);
        else job.done({ ok: false, error: mappingFault(wasStopped ? "mapping-time" : "mapping-memory") });
      }
      const unavailable = new MapperError("unavailable", "the process that evaluates mappings did not start");
      if (neverRan && isMain) refuseAll(turns, unavailable);
      if (neverRan && isWard) refuseAll(suspectTurns, unavailable);
      next();
    },
  };
  const open = (): Room => openRoom(start(), after, slowMs, told);

  const add = (owner: MappingOwner, task: Job["task"]): Promise<Result<unknown, MappingFault>> =>
    new Promise((resolve, reject) => {
      const { tenant } = owner;
      if (isClosed) return reject(new MapperError("closed", "the hub is closing"));
      const waiting = turns.count() + suspectTurns.count();
      const own = turns.countOf(tenant) + suspectTurns.countOf(tenant);
      if (waiting >= WAITING_MAX || own >= TENANT_WAITING_MAX)
        return reject(new MapperError("busy", "too many mappings wait for their turn"));
      const name = `${tenant} ${owner.name}`;
      const key = suspectKey(name, task.expression);
      put({ owner: name, tenant, key, task, attempts: 0, done: resolve, failed: reject });
      next();
    });

  return {
    run: ({ owner, expression, input, bindings }) =>
      add(owner, { expression, input, bindings: JSON.stringify(bindings) }),
    check: async (owner, expression) => {
      const outcome = await add(owner, { expression, input: null, bindings: "{}" });
      return outcome.ok ? null : outcome.error;
    },
    close: async () => {
      isClosed = true;
      clearTimeout(idle);
      const closing = new MapperError("closed", "the hub is closing");
      refuseAll(turns, closing);
      refuseAll(suspectTurns, closing);
      for (const one of all()) one.job()?.failed(closing);
      leave();
      await Promise.all(going);
    },
  };
};
