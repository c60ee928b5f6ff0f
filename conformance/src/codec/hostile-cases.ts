import { hexText, Random } from "@dianan/testkit";
import { type CodecCase, speech } from "./ask.ts";
import { DATA_MAX, OVERHEAD, packet } from "./frames.ts";

/** Inputs of the case that watches memory, and how much more the adapter may hold after them than after the first tenth. */
const INPUTS = 20_000;
const GROWTH_MAX = 64 * 1024 * 1024;

/** Broken and half-broken bytes, cheap to make. */
const hostile = (random: Random): Uint8Array => {
  const size = random.below(OVERHEAD + DATA_MAX);
  const bytes = Uint8Array.from({ length: size }, () => random.below(256));
  return random.below(2) === 0 ? bytes : packet(random.below(256), bytes.slice(0, DATA_MAX));
};

/** A codec that runs for years does not grow, and answers whatever comes. */
const memoryCase: CodecCase = {
  target: "codec",
  kind: "generated",
  needs: [],
  id: "F3/hostile/memory",
  polarity: "negative",
  requirements: ["DP-HOSTILE-01"],
  asks: "robust",
  title: { zh: `${INPUTS} 个随机报文之后内存不增长`, en: `memory does not grow over ${INPUTS} random frames` },
  run: async ({ seat, seed }) => {
    const random = new Random(seed);
    let before: number | null = null;
    for (let i = 0; i < INPUTS; i += 1) {
      const request = { op: "decode", ...speech(), hex: hexText(hostile(random)) } as const;
      const answer = await seat.ask(request);
      if (!answer.ok)
        return { code: answer.error.code, expected: "an answer", got: answer.error.message, input: [request] };
      if (typeof answer.reply.ok !== "boolean")
        return { code: "malformed-reply", expected: "an answer", got: JSON.stringify(answer.reply), input: [request] };
      if (i === INPUTS / 10) before = await seat.memory();
    }
    const after = await seat.memory();
    if (before === null || after === null || after - before <= GROWTH_MAX) return null;
    const mib = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(0)} MiB`;
    return {
      code: "grows",
      expected: `at most ${mib(GROWTH_MAX)} more`,
      got: `${mib(after - before)} more`,
      input: [],
    };
  },
};

/** Cases of what no codec is built for and every one meets. */
export const hostileCases: readonly CodecCase[] = [memoryCase];
