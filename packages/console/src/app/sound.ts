import { type AlarmClass, alarmClasses } from "@dianan/model";

/** One tone: hertz, and milliseconds from the beginning of its pattern. */
type Tone = { readonly hertz: number; readonly fromMs: number; readonly forMs: number };
/** What a class sounds like (§4 of the console's design): a fire sounds unlike a fault, offline and event are silent. */
type Pattern = {
  readonly tones: readonly Tone[];
  readonly everyMs: number /** Null: until it is silenced. */;
  readonly times: number | null;
};

export const patterns: { readonly [C in AlarmClass]: Pattern | null } = {
  alarm: {
    tones: [
      { hertz: 800, fromMs: 0, forMs: 250 },
      { hertz: 970, fromMs: 250, forMs: 250 },
    ],
    everyMs: 500,
    times: null,
  },
  warning: {
    tones: [
      { hertz: 660, fromMs: 0, forMs: 150 },
      { hertz: 660, fromMs: 250, forMs: 150 },
    ],
    everyMs: 10_000,
    times: 3,
  },
  fault: { tones: [{ hertz: 440, fromMs: 0, forMs: 400 }], everyMs: 4_000, times: 5 },
  offline: null,
  event: null,
};

/** What is heard now: the worst class that somebody has still to hear, and how often it was played. */
export type Hearing = { readonly class: AlarmClass; readonly played: number } | null;

/**
 * What is heard after new alarms, an acknowledgement or silence (消音). Silence is for present alarms only: a new one sounds again.
 *
 * @param waiting - classes of alarms that nobody acknowledged and nobody silenced
 */
export const hearingOf = (before: Hearing, waiting: ReadonlySet<AlarmClass>): Hearing => {
  const worst = (Object.keys(alarmClasses) as AlarmClass[]).find(
    (name) => waiting.has(name) && patterns[name] !== null,
  );
  if (worst === undefined) return null;
  return before?.class === worst ? before : { class: worst, played: 0 };
};

/** Plays patterns with WebAudio, no files. A browser allows it only after a gesture: until then it is not armed. */
export type Player = {
  /** @returns whether the browser lets it sound */ arm(): Promise<boolean>;
  play(pattern: Pattern): void;
  hush(): void;
};

export const createPlayer = (open: () => AudioContext = () => new AudioContext()): Player => {
  let context: AudioContext | null = null;
  let playing: OscillatorNode[] = [];
  const hush = (): void => {
    for (const one of playing) one.stop();
    playing = [];
  };
  return {
    arm: async () => {
      try {
        context ??= open();
        await context.resume();
        return context.state === "running";
      } catch {
        return false;
      }
    },
    play: ({ tones }) => {
      if (context === null) return;
      hush();
      const at = context.currentTime;
      for (const { hertz, fromMs, forMs } of tones) {
        const tone = context.createOscillator();
        const loudness = context.createGain();
        loudness.gain.value = 0.4;
        tone.frequency.value = hertz;
        tone.connect(loudness).connect(context.destination);
        tone.start(at + fromMs / 1000);
        tone.stop(at + (fromMs + forMs) / 1000);
        playing.push(tone);
      }
    },
    hush,
  };
};
