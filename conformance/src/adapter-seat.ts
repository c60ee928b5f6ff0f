import { type AdapterCommand, AdapterError, AdapterProcess } from "./adapter-process.ts";
import type { Failure } from "./judge.ts";
import type { Reply, Request } from "./messages.ts";

/** Starting a runtime may take longer than a case. Milliseconds. */
export const START_TIMEOUT_MS = 15_000;

/** Where the adapter sits: a dead one is replaced before the next case. */
export class AdapterSeat {
  readonly #how: AdapterCommand;
  readonly #timeoutMs: number;
  #adapter: AdapterProcess | null;
  /** Set when starting again failed: there is no use in trying for each case. */
  #gone: AdapterError | null = null;
  #lastId = 0;

  constructor(how: AdapterCommand, adapter: AdapterProcess, timeoutMs: number) {
    this.#how = how;
    this.#adapter = adapter;
    this.#timeoutMs = timeoutMs;
  }

  /** Asks and judges; what the adapter does wrong becomes a failure, never a throw. */
  async try(request: (id: number) => Request, judge: (reply: Reply) => Failure | null): Promise<Failure | null> {
    try {
      const adapter = await this.#seated();
      this.#lastId += 1;
      const reply = await adapter.ask(request(this.#lastId), this.#timeoutMs);
      if (reply.id !== this.#lastId)
        throw new AdapterError("garbage", `asked with id ${this.#lastId}, answered with ${JSON.stringify(reply.id)}`);
      return judge(reply);
    } catch (error) {
      if (!(error instanceof AdapterError)) throw error;
      this.#adapter?.kill();
      this.#adapter = null;
      return { code: error.code, expected: "one line of JSON with the id of the request", got: error.message };
    }
  }

  async close(): Promise<void> {
    await this.#adapter?.stop(this.#timeoutMs);
  }

  async #seated(): Promise<AdapterProcess> {
    if (this.#adapter !== null) return this.#adapter;
    if (this.#gone !== null) throw this.#gone;
    try {
      this.#adapter = (await AdapterProcess.start(this.#how, START_TIMEOUT_MS)).adapter;
      return this.#adapter;
    } catch (error) {
      if (error instanceof AdapterError)
        this.#gone = new AdapterError("not-started", `does not start again: ${error.message}`, { cause: error });
      throw this.#gone ?? error;
    }
  }
}
