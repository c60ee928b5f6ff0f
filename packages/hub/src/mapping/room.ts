import type { ChildProcess } from "node:child_process";
import type { Result } from "@dianan/sharing";
import type { MapperError, MappingFault } from "../ports/mapper.ts";
import type { EvaluateTask } from "./evaluate.ts";
import type { ProcessMessage } from "./mapper-process.ts";
import type { Waiting } from "./turns.ts";

/** An evaluation that somebody waits for. */
export type Job = Waiting & {
  readonly key: string;
  readonly task: Omit<EvaluateTask, "id">;
  /** Processes that ended by themselves while it ran. */ readonly attempts: number;
  readonly done: (outcome: Result<unknown, MappingFault>) => void;
  readonly failed: (error: MapperError) => void;
};

/** What a room tells whoever gives it work. */
export type RoomTold = {
  /** It can take work. */ readonly ready: (room: Room) => void;
  /** @param isSlow - it took longer than it should */
  readonly answered: (room: Room, job: Job, message: Exclude<ProcessMessage, { ready: true }>, isSlow: boolean) => void;
  /** What it works on takes long. */ readonly slow: (room: Room, job: Job) => void;
  /** Its process has ended. @param job - what it worked on */
  readonly ended: (room: Room, job: Job | null, how: { wasStopped: boolean; neverRan: boolean }) => void;
};

/** Runs something once after milliseconds and returns its cancellation; a test may decide itself when they are over. */
export type After = (ms: number, run: () => void) => () => void;

/** One process that evaluates one expression at a time (求值进程). */
export type Room = {
  isReady(): boolean;
  job(): Job | null;
  /** @param stopMs - after this it is stopped from outside */ give(job: Job, stopMs: number): void;
  /** Ends what it works on, and itself with it. */ stop(): void;
  /** Whether this process must not end while it lives. */ hold(isNeeded: boolean): void;
  /** Says nothing any more. Resolves once the process has gone. */ close(): Promise<void>;
};

/** @param slowMs - an evaluation that takes longer is told as slow */
export const openRoom = (child: ChildProcess, after: After, slowMs: number, told: RoomTold): Room => {
  let isReady = false;
  let isOver = false;
  let wasStopped = false;
  let nextId = 1;
  let running: { readonly job: Job; readonly id: number; readonly cancels: readonly (() => void)[] } | null = null;
  let isSlow = false;

  const settled = (): Job | null => {
    const job = running?.job ?? null;
    for (const cancel of running?.cancels ?? []) cancel();
    running = null;
    return job;
  };
  /** An answer that came while this thread was busy is read first. */
  const unlessAnswered = (id: number, run: () => void): void => {
    setImmediate(() =>
      setImmediate(() => {
        if (running?.id === id && !isOver) run();
      }),
    );
  };
  const stop = (): void => {
    wasStopped = true;
    child.kill("SIGKILL");
  };

  const room: Room = {
    isReady: () => isReady,
    job: () => running?.job ?? null,
    give: (job, stopMs) => {
      const id = nextId;
      nextId += 1;
      isSlow = false;
      const noteSlow = (): void => {
        isSlow = true;
        told.slow(room, job);
      };
      const cancels = [
        after(slowMs, () => unlessAnswered(id, noteSlow)),
        after(stopMs, () => unlessAnswered(id, stop)),
      ];
      running = { job, id, cancels };
      child.send({ ...job.task, id } satisfies EvaluateTask);
    },
    stop,
    hold: (isNeeded) => {
      if (isNeeded) {
        child.ref();
        child.channel?.ref();
      } else {
        child.unref();
        child.channel?.unref();
      }
    },
    close: async () => {
      isOver = true;
      settled();
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = new Promise<void>((resolve) => {
        child.once("exit", () => resolve());
        child.once("error", () => resolve());
      });
      child.ref();
      child.kill("SIGKILL");
      await gone;
    },
  };

  child.on("message", (message: ProcessMessage) => {
    if (isOver) return;
    if ("ready" in message) {
      isReady = true;
      told.ready(room);
    } else if (message.id === running?.id) {
      const job = settled();
      if (job !== null) told.answered(room, job, message, isSlow);
    }
  });
  const ended = (): void => {
    if (isOver) return;
    isOver = true;
    const neverRan = !isReady;
    child.kill("SIGKILL");
    told.ended(room, settled(), { wasStopped, neverRan });
  };
  child.on("error", ended);
  child.on("exit", ended);
  return room;
};
