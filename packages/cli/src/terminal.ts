/** What a command may touch of its surroundings. */
export type Terminal = {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly env: { readonly [name: string]: string | undefined };
  /** Standard input in chunks. */ readonly input: AsyncIterable<Uint8Array>;
  /** Someone sits in front of standard input: nothing comes from it by itself. */ readonly inputIsTerminal: boolean;
  /** Resolves when the user or the system asks to stop. */ readonly stopped: Promise<void>;
};

/** 0: done; 1: input was refused or the world failed; 2: the command line was wrong. A command may have more of its own. */
export type ExitCode = number;

/** Chinese first, then English, each on a line of its own. */
export const both = (zh: string, en: string): string => `${zh}\n${en}\n`;
