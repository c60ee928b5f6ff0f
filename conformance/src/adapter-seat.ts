import { type AdapterCommand, AdapterError, AdapterProcess } from "./adapter-process.ts";
import type { AdapterInfo, CodecRequest, Reply } from "./messages.ts";

/** Starting a runtime may take longer than a case. Milliseconds. */
const START_TIMEOUT_MS = 60_000;

/** A reply, or why there is none. */
export type Answer =
  | { readonly ok: true; readonly reply: Reply }
  | { readonly ok: false; readonly error: AdapterError };

/** Where the adapter sits: a dead one is replaced before the next question. */
export class AdapterSeat {
  readonly info: AdapterInfo;
  readonly #how: AdapterCommand;
  readonly #timeoutMs: number;
  #adapter: AdapterProcess | null;
  /** Set when starting again failed: there is no use in trying for each case. */
  #gone: AdapterError | null = null;
  #lastId = 0;

  private constructor(how: AdapterCommand, adapter: AdapterProcess, info: AdapterInfo, timeoutMs: number) {
    this.#how = how;
    this.#adapter = adapter;
    this.#timeoutMs = timeoutMs;
    this.info = info;
  }

  /** @throws AdapterError when it does not start at all */
  static async start(how: AdapterCommand, timeoutMs: number): Promise<AdapterSeat> {
    const { adapter, info } = await AdapterProcess.start(how, START_TIMEOUT_MS);
    return new AdapterSeat(how, adapter, info, timeoutMs);
  }

  /** Asks once. What the adapter does wrong is an answer, never a throw; it is then started again. */
  async ask(request: CodecRequest): Promise<Answer> {
    try {
      const adapter = await this.#seated();
      this.#lastId += 1;
      const reply = await adapter.ask({ ...request, id: this.#lastId }, this.#timeoutMs);
      if (reply.id !== this.#lastId)
        throw new AdapterError("garbage", `asked with id ${this.#lastId}, answered with ${JSON.stringify(reply.id)}`);
      return { ok: true, reply };
    } catch (error) {
      if (!(error instanceof AdapterError)) throw error;
      this.#adapter?.kill();
      this.#adapter = null;
      return { ok: false, error };
    }
  }

  /** Bytes of memory that the adapter holds; null where the system does not say, or while none runs. */
  async memory(): Promise<number | null> {
    return (await this.#adapter?.memory()) ?? null;
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
