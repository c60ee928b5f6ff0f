import { createHmac } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { type Content, type DiananFrame, dianan, type Hmac } from "@dianan/codec";
import { Unmet } from "../case.ts";
import { DeviceLink } from "./device-link.ts";
import type { DeviceOptions } from "./device-seat.ts";
import { CHECK_MS, nextHeard } from "./dialogue.ts";

export type HeardDp = { readonly bytes: Uint8Array; readonly frame: DiananFrame | null; readonly at: number };
/** What is answered to a frame that wants a confirm. */
export type Answer = keyof typeof dianan.confirmations | "silence";
export type DiananOptions = DeviceOptions & {
  /** The device's own, at least 128 bits; null: nothing is secured. */ readonly key: Uint8Array | null;
};

const ANSWER_MS = 10_000;
const NONE = new Uint8Array(0);
const confirmOf = (counter: number, outcome: number): Content => ({
  kind: "confirm",
  counter,
  outcome,
  unparsed: NONE,
});

/** What a frame may do otherwise than the kit's others. */
export type Twist = {
  readonly wanted?: boolean;
  readonly plain?: boolean;
  readonly counter?: number;
  readonly at?: number;
};

/** The platform's end of a dialogue with one device of the open protocol over TCP. What wants a confirm is stored unless told otherwise. */
export class DiananSeat {
  readonly options: DiananOptions;
  readonly heard: HeardDp[] = [];
  /** Bytes that were no frame. */ readonly skipped: Uint8Array[] = [];
  answer: (frame: DiananFrame) => Answer = () => "stored";
  readonly link: DeviceLink;
  readonly hmac: Hmac | null;
  #carry: Uint8Array = NONE;
  #device: number | null = null;
  /** It rises over runs of the kit too. */ #counter = dianan.secondsOf(Date.now());

  constructor(options: DiananOptions) {
    this.options = options;
    const { key } = options;
    this.hmac = key === null ? null : (bytes) => createHmac("sha256", key).update(bytes).digest();
    this.link = new DeviceLink(options.host, {
      onOpen: () => {
        this.#carry = NONE;
      },
      onChunk: (chunk) => {
        const cut = dianan.cutFrames(this.#carry, chunk);
        this.#carry = cut.carry;
        this.skipped.push(...cut.skipped.map(({ bytes }) => bytes));
        for (const bytes of cut.frames) this.#hear(bytes);
      },
    });
  }

  #hear(bytes: Uint8Array): void {
    const decoded = dianan.decodeFrame(bytes);
    const frame = decoded.ok ? decoded.value : null;
    this.heard.push({ bytes, frame, at: performance.now() });
    if (frame === null) return;
    this.#device ??= frame.device;
    const answer = frame.options.confirmWanted ? this.answer(frame) : "silence";
    if (answer !== "silence") this.confirm(frame.counter, answer);
  }

  confirm(counter: number, answer: Exclude<Answer, "silence">): Uint8Array {
    const bytes = this.make([confirmOf(counter, dianan.confirmations[answer].code)]);
    this.link.send(bytes);
    return bytes;
  }

  /** A frame to the device with a counter of its own, secured where there is a key. */
  make(records: readonly Content[], twist: Twist = {}): Uint8Array {
    this.#counter += 1;
    const frame: DiananFrame = {
      options: { secured: false, confirmWanted: twist.wanted ?? false, down: true, reserved: 0 },
      ...{ device: this.#device ?? 0, counter: twist.counter ?? this.#counter, mac: null },
      ...{ time: dianan.secondsOf(twist.at ?? Date.now()), records: records.map((content) => ({ content })) },
    };
    return this.hmac === null || twist.plain === true ? dianan.encodeFrame(frame) : dianan.sealFrame(frame, this.hmac);
  }

  get lastCounter(): number {
    return this.#counter;
  }

  /** The first frame from `since` on that fits, waiting for it; null: none in time. */
  next(since: number, fits: (frame: DiananFrame) => boolean, ms = this.options.waitMs): Promise<HeardDp | null> {
    return nextHeard(this.heard, since, fits, ms);
  }

  /** Whether a frame is not one that came before: a repeat has its bytes. */
  isNew(): (frame: DiananFrame) => boolean {
    const old = new Set(this.heard.map(({ frame }) => frame?.counter));
    return ({ counter }) => !old.has(counter);
  }

  /** The next frame that the device sends by itself. @throws Unmet */
  async nextUpload(): Promise<HeardDp & { readonly frame: DiananFrame }> {
    return this.#wanted(this.isNew(), this.heard.length);
  }

  /** The next frame that asks to be confirmed, an alarm where nothing else does; it is answered so, others are stored. @throws Unmet */
  async nextWanted(answer: Answer): Promise<HeardDp & { readonly frame: DiananFrame }> {
    const [isNew, since] = [this.isNew(), this.heard.length];
    this.answer = (frame) => (isNew(frame) ? answer : "stored");
    await this.options.press?.();
    return this.#wanted((frame) => frame.options.confirmWanted && isNew(frame), since);
  }

  async #wanted(fits: (frame: DiananFrame) => boolean, since: number) {
    await this.linked();
    const one = await this.next(since, fits);
    if (one?.frame == null)
      throw new Unmet(`设备在 ${this.options.waitMs} ms 内没有上传 / the device sent nothing of the kind by itself`);
    return { ...one, frame: one.frame };
  }

  /** Writes a command and waits for what it says to it: its confirm, and its results. */
  async command(bytes: Uint8Array, results = 1, ms = Math.min(this.options.waitMs, ANSWER_MS)) {
    const decoded = dianan.decodeFrame(bytes);
    if (!decoded.ok) throw new TypeError("the kit's own frame does not decode");
    const since = this.heard.length;
    this.link.send(bytes);
    const of = () => this.#said(decoded.value.counter, since);
    const until = performance.now() + ms;
    const isWhole = (): boolean =>
      of().results.length >= results && (!decoded.value.options.confirmWanted || of().confirms.length > 0);
    while (!isWhole() && performance.now() < until) await sleep(CHECK_MS);
    return of();
  }

  /** What was said of a frame of ours since then. */
  #said(counter: number, since: number) {
    const all = this.heard.slice(since).flatMap(({ frame }) => frame?.records.map(({ content }) => content) ?? []);
    return {
      confirms: all.filter((one) => one.kind === "confirm" && one.counter === counter),
      results: all.flatMap((one) => (one.kind === "result" && one.command === counter ? [one] : [])),
    };
  }
  said(bytes: Uint8Array, since: number) {
    const decoded = dianan.decodeFrame(bytes);
    return this.#said(decoded.ok ? decoded.value.counter : -1, since);
  }

  async linked(): Promise<void> {
    const until = performance.now() + this.options.waitMs;
    while (!this.link.isUp) {
      if (performance.now() > until)
        throw new Unmet(`设备在 ${this.options.waitMs} ms 内没有连接 / the device did not connect`);
      await sleep(CHECK_MS);
    }
    if (this.#device === null && (await this.next(0, () => true)) === null)
      throw new Unmet("设备没有发送任何帧,地址未知 / the device sent no frame, so its address is not known");
  }

  /** Transmissions of a frame, by its counter. */
  transmissions(counter: number): readonly HeardDp[] {
    return this.heard.filter(({ frame }) => frame?.counter === counter);
  }

  /** Back to confirming; an alarm that was raised is ended. */
  async calm(): Promise<void> {
    this.answer = () => "stored";
    for (const counter of new Set(
      this.heard.slice(-200).map(({ frame }) => (frame?.options.confirmWanted ? frame.counter : null)),
    ))
      if (counter !== null && this.link.isUp) this.confirm(counter, "stored");
    await sleep(this.options.resendMs * 0.5);
  }
}
