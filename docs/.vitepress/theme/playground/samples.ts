import { withBase } from "vitepress";

/** A frame of the vectors. */
export type Sample = {
  readonly name: string;
  readonly hex: string;
  readonly direction: "up" | "down";
  readonly request?: string;
  readonly dialect?: string;
  readonly isRefused: boolean;
  /** It says something in the model's words. */ readonly hasEvents: boolean;
};

/** The sample frames of a protocol; they come with the site. */
export const loadSamples = async (protocol: string): Promise<readonly Sample[]> => {
  const answer = await fetch(withBase(`/samples/${protocol}.json`));
  if (!answer.ok) throw new Error(`${answer.status}`);
  return (await answer.json()) as readonly Sample[];
};
