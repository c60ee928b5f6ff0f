import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

export const KEY = "test-key";
export const SECRET = "whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIz";

/** Starts the example of a city receiver as its own process. */
export const startCity = async (env: Readonly<Record<string, string>>) => {
  const main = fileURLToPath(new URL("../../../examples/city-receiver/src/main.ts", import.meta.url));
  const child = spawn(process.execPath, ["--conditions=@dianan/source", main], {
    env: { ...process.env, PORT: "0", ...env },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const url = await new Promise<string>((resolve, reject) => {
    child.once("exit", () => reject(new Error("the city receiver ended")));
    child.stdout.on("data", (chunk: Buffer) => {
      const [found] = /http:\S+/.exec(chunk.toString()) ?? [];
      if (found !== undefined) resolve(found);
    });
  });
  const close = (): Promise<unknown> => {
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.kill();
    return ended;
  };
  return { url, close };
};
