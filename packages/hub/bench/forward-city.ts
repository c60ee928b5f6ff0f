// The city of `pnpm bench forward`, and the bare sender towards it: processes of their own.
import type { ChildProcess } from "node:child_process";
import { startChild } from "./child.ts";

export type Arrivals = { readonly pushes: number; readonly arrivals: readonly (readonly [id: string, at: number])[] };
export type City = { readonly child: ChildProcess; readonly url: string };

export const now = (): number => performance.timeOrigin + performance.now();
export const delay = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

export const startCity = async (): Promise<City> => {
  const [child, says] = await startChild("./city-receiver.ts", []);
  return { child, url: `http://127.0.0.1:${says.port}` };
};

export const asked = <T>({ child }: City, word: "open" | "closed" | "arrivals"): Promise<T> =>
  new Promise((resolve) => {
    child.once("message", (answer) => resolve(answer as T));
    child.send(word);
  });

/** What came since last asked, once that many alarms are there. @throws Error when they do not come in time */
export const collected = async (city: City, many: number, withinMs: number): Promise<Arrivals> => {
  const all: (readonly [string, number])[] = [];
  let pushes = 0;
  for (const deadline = now() + withinMs; all.length < many; await delay(100)) {
    const some = await asked<Arrivals>(city, "arrivals");
    all.push(...some.arrivals);
    pushes += some.pushes;
    if (now() > deadline) throw new Error(`${all.length} of ${many} alarms came`);
  }
  return { pushes, arrivals: all };
};

/** First and last: an array of many thousands is too long for arguments. */
export const spread = (times: readonly number[]): readonly [number, number] => [
  times.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY),
  times.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY),
];

export type Bare = {
  readonly alarms: number;
  readonly ms: number;
  readonly times: readonly number[];
  readonly cpu: number;
};
/** A bare HTTP loop: nothing stored, nothing looked up. @param pauseMs - between two requests */
export const bareLoop = async (city: City, size: number, requests: number, pauseMs: number): Promise<Bare> => {
  const [child] = await startChild("./bare-sender.ts", [
    `${city.url}/alarms`,
    String(size),
    String(requests),
    String(pauseMs),
  ]);
  child.removeAllListeners("exit");
  const figures = await new Promise<Bare>((resolve) => child.once("message", (says) => resolve(says as Bare)));
  await asked<Arrivals>(city, "arrivals");
  return figures;
};
