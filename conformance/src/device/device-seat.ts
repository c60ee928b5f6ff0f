import { setTimeout as sleep } from "node:timers/promises";
import { type Frame, gb26875, type Message } from "@dianan/codec";
import { hexText } from "@dianan/testkit";
import { type Shown, Unmet } from "../case.ts";
import { DeviceLink } from "./device-link.ts";
import { CHECK_MS, nextHeard } from "./dialogue.ts";

/** A frame that the device sent; `frame` is null when it does not decode. */
export type Heard = { readonly bytes: Uint8Array; readonly frame: Frame | null; readonly at: number };
export type Policy = "confirm" | "deny" | "silence";

export type DeviceOptions = {
  readonly host: string;
  /** 0: any free one. */ readonly port: number;
  /** When the device sends again, as it claims; compressed where it can be. Milliseconds. */ readonly resendMs: number;
  /** How often it sends again, as it claims. */ readonly resends: number;
  /** How long the kit waits for the device to connect or to send by itself. Milliseconds. */ readonly waitMs: number;
  /** Makes the device raise an alarm (relay, button); null: nothing can. */ readonly press: Act | null;
  /** Makes the alarm go again. */ readonly clear?: Act | null;
  /** Starts the device anew. */ readonly restart?: Act | null;
  /** A person does those when asked: nothing can be said of how soon. */ readonly isAssisted?: boolean;
};

/** Something that is done to the device from outside. */
export type Act = () => Promise<void>;

const KIT_ADDRESS = 0x00_00_26_87_50_03;
const ZONE_MINUTES = 480;

const label = (at: number): Frame["time"] => gb26875.timeLabelOf(at, ZONE_MINUTES);
export const instantOfLabel = (time: Frame["time"]): number | null => gb26875.instantOf(time, ZONE_MINUTES);

/** The platform's end of a dialogue with one device (GB/T 26875.3-2011 over TCP). It confirms whatever comes unless told otherwise. */
export class DeviceSeat {
  readonly options: DeviceOptions;
  readonly heard: Heard[] = [];
  policy: (frame: Frame) => Policy = () => "confirm";
  readonly link: DeviceLink;
  #carry: Uint8Array = new Uint8Array(0);
  #serial = 0;
  #source = 0;

  constructor(options: DeviceOptions) {
    this.options = options;
    this.link = new DeviceLink(options.host, {
      onOpen: () => {
        this.#carry = new Uint8Array(0);
      },
      onChunk: (chunk) => {
        const cut = gb26875.cutFrames(this.#carry, chunk);
        this.#carry = cut.carry;
        for (const bytes of cut.frames) this.#hear(bytes);
      },
    });
  }

  #hear(bytes: Uint8Array): void {
    const decoded = gb26875.decodeFrame(bytes, { direction: "up" });
    const frame = decoded.ok ? decoded.value : null;
    this.heard.push({ bytes, frame, at: performance.now() });
    if (frame === null || frame.command !== gb26875.commands.sendData.code) return;
    this.#source = frame.source;
    const policy = this.policy(frame);
    if (policy !== "silence")
      this.send(gb26875.encodeFrame((policy === "confirm" ? gb26875.confirm : gb26875.deny)(frame, label(Date.now()))));
  }

  send(bytes: Uint8Array): void {
    this.link.send(bytes);
  }

  /** A frame to the device with a serial of its own. */
  make(command: "control" | "request", message: Message): Frame {
    this.#serial = (this.#serial + 1) % 65_536;
    return {
      ...{ serial: this.#serial, version: { main: 1, user: 1 }, time: label(Date.now()), source: KIT_ADDRESS },
      ...{ destination: this.#source, command: gb26875.commands[command].code, message },
    };
  }

  /** The first frame from `since` on that fits, waiting for it; null: none in time. */
  next(since: number, fits: (frame: Frame) => boolean, ms = this.options.waitMs): Promise<Heard | null> {
    return nextHeard(this.heard, since, fits, ms);
  }

  /** The next exchange that the device begins by itself. */
  async nextUpload(policy: Policy): Promise<Heard & { readonly frame: Frame }> {
    await this.linked();
    const old = new Set(this.uploads().map(({ frame }) => frame.serial));
    const since = this.heard.length;
    this.policy = ({ serial }) => (old.has(serial) ? "confirm" : policy);
    const one = await this.next(since, (frame) => isUpload(frame) && !old.has(frame.serial));
    if (one?.frame == null)
      throw new Unmet(`设备在 ${this.options.waitMs} ms 内没有上传 / the device sent nothing by itself`);
    return { ...one, frame: one.frame };
  }

  async linked(): Promise<void> {
    const until = performance.now() + this.options.waitMs;
    while (!this.link.isUp) {
      if (performance.now() > until)
        throw new Unmet(`设备在 ${this.options.waitMs} ms 内没有连接 / the device did not connect`);
      await sleep(CHECK_MS);
    }
    if (this.uploads().length === 0) await this.next(0, isUpload);
  }

  /** The exchanges of late; a serial comes round again after 65 536. */
  uploads(): readonly { readonly frame: Frame; readonly at: number; readonly bytes: Uint8Array }[] {
    return this.heard
      .slice(-1_000)
      .flatMap(({ frame, at, bytes }) => (frame !== null && isUpload(frame) ? [{ frame, at, bytes }] : []));
  }

  /** Back to confirming, and the device has settled what was left open. */
  async calm(): Promise<void> {
    this.policy = () => "confirm";
    await sleep(this.options.resendMs * 1.5);
  }
}

export const isUpload = ({ command }: Frame): boolean => command === gb26875.commands.sendData.code;
export const shown = (bytes: Uint8Array): Shown => ({ op: "frame", hex: hexText(bytes) });
export const timeLabel = label;
