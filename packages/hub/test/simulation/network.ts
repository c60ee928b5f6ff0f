// A virtual network: links of two ends that carry bytes late, in pieces, together, or no longer.
import { EventEmitter } from "node:events";
import type { Socket } from "node:net";
import { type Chance, MINUTE, type Scheduler, SECOND, type Trace } from "./scheduler.ts";
import type { Tally } from "./tally.ts";

/** Who looks at what passes. */
export type Tap = {
  /** A device has written bytes. */ sent(link: number, bytes: Uint8Array): void;
  /** Bytes have reached the hub on a link. */ up(link: number, bytes: Uint8Array): void;
  /** The hub has sent bytes on a link. */ down(link: number, bytes: Uint8Array): void;
  closed(link: number): void;
};

type World = {
  readonly scheduler: Scheduler;
  readonly chance: Chance;
  readonly trace: Trace;
  readonly saw: Tally["saw"];
};

/** One end of a link: what both sides use of a TCP socket. */
export class LinkEnd extends EventEmitter {
  destroyed = false;
  writable = true;
  readonly writableLength = 0;
  readonly remoteAddress = "192.0.2.1";
  readonly remotePort: number;
  readonly link: Link;
  peerHasEnded = false;
  #held: Uint8Array[] = [];
  #isPaused = false;

  constructor(link: Link, remotePort: number) {
    super();
    this.link = link;
    this.remotePort = remotePort;
  }
  write(bytes: Uint8Array): boolean {
    if (!this.destroyed && this.writable) this.link.carry(this, new Uint8Array(bytes));
    return true;
  }
  end(): void {
    if (this.destroyed || !this.writable) return;
    this.writable = false;
    this.link.fin(this);
    if (this.peerHasEnded) this.close();
  }
  destroy(): void {
    if (this.destroyed) return;
    this.link.reset(this);
    this.close();
  }
  pause(): void {
    this.#isPaused = true;
  }
  resume(): void {
    this.#isPaused = false;
    for (const bytes of this.#held.splice(0)) this.take(bytes);
  }
  take(bytes: Uint8Array): void {
    if (this.destroyed) return;
    if (this.#isPaused) this.#held.push(bytes);
    else this.emit("data", bytes);
  }
  /** The other end sends no more. */ ended(): void {
    if (this.destroyed || this.peerHasEnded) return;
    this.peerHasEnded = true;
    this.emit("end");
    // The hub's door lets half-closed links live; a device's socket does not.
    if (this === this.link.device) this.end();
    else if (!this.writable) this.close();
  }
  close(): void {
    if (this.destroyed) return;
    this.destroyed = true;
    this.writable = false;
    this.link.network.world.scheduler.after(0, () => this.emit("close"));
  }
}

/** Parts on their way, oldest first; each has an arrival, which may bring what is behind it along. */
type Direction = { lastAt: number; readonly held: Uint8Array[] };

export class Link {
  readonly id: number;
  readonly network: Network;
  readonly device: LinkEnd;
  readonly hub: LinkEnd;
  readonly latencyMs: number;
  /** Nothing passes any more, and neither end knows. */ isFrozen = false;
  /** The device has said something on it. */ isUsed = false;
  readonly #up: Direction = { lastAt: 0, held: [] };
  readonly #down: Direction = { lastAt: 0, held: [] };

  constructor(id: number, network: Network, latencyMs: number) {
    this.id = id;
    this.network = network;
    this.latencyMs = latencyMs;
    this.device = new LinkEnd(this, 9_000);
    this.hub = new LinkEnd(this, 10_000 + (id % 50_000));
  }
  /** When what is sent now arrives: never before what was sent earlier. */
  #arrival(way: Direction): number {
    const { scheduler, chance, saw } = this.network.world;
    const late = chance.is(0.01) ? chance.between(0.5 * SECOND, 4 * SECOND) : 0;
    if (late > SECOND) saw("bytes come seconds late");
    way.lastAt = Math.max(way.lastAt, scheduler.now() + this.latencyMs * chance.between(0.5, 1.5) + late);
    return way.lastAt - scheduler.now();
  }
  carry(from: LinkEnd, bytes: Uint8Array): void {
    const { scheduler, chance, trace, saw } = this.network.world;
    const isUp = from === this.device;
    if (isUp) this.isUsed = true;
    if (isUp) this.network.tap.sent(this.id, bytes);
    else this.network.tap.down(this.id, bytes);
    if (this.isFrozen) return;
    const way = isUp ? this.#up : this.#down;
    const to = isUp ? this.hub : this.device;
    const pieces = chance.is(0.05) ? 1 + chance.whole(3) : 1;
    if (pieces > 1) saw("bytes come in pieces");
    for (let piece = 0; piece < pieces; piece += 1) {
      const [start, end] = [piece, piece + 1].map((one) => Math.floor((one * bytes.length) / pieces));
      way.held.push(bytes.subarray(start, end));
      scheduler.after(this.#arrival(way), () => {
        if (this.isFrozen || to.destroyed) return;
        const parts = way.held.splice(0, chance.is(0.2) ? way.held.length : 1);
        if (parts.length > 1) saw("pieces come together");
        const all = Buffer.concat(parts);
        if (all.length === 0) return;
        trace.tell(`link ${this.id} ${isUp ? "up" : "down"} ${all.length}`);
        if (isUp) this.network.tap.up(this.id, all);
        to.take(all);
      });
    }
  }
  fin(from: LinkEnd): void {
    if (this.isFrozen) return;
    const isUp = from === this.device;
    this.network.world.scheduler.after(this.#arrival(isUp ? this.#up : this.#down), () => {
      if (!this.isFrozen) (isUp ? this.hub : this.device).ended();
    });
  }
  reset(from: LinkEnd): void {
    if (this.isFrozen) return;
    const isUp = from === this.device;
    this.network.world.scheduler.after(this.#arrival(isUp ? this.#up : this.#down), () => {
      if (!this.isFrozen) (isUp ? this.hub : this.device).close();
    });
  }
  /** The connection is gone. `isKnown`: both ends are told; else each finds out for itself, much later. */
  cut(isKnown: boolean): void {
    if (this.isFrozen) return;
    this.isFrozen = true;
    const { scheduler, chance, trace, saw } = this.network.world;
    saw(isKnown ? "a link is cut" : "a link is dead");
    trace.tell(`link ${this.id} ${isKnown ? "cut" : "dead"}`);
    for (const end of [this.device, this.hub])
      scheduler.after(isKnown ? chance.between(0, 5 * SECOND) : chance.between(MINUTE, 10 * MINUTE), () => end.close());
  }
}

/** Takes the hub's end of a new link. */
export type Accept = (socket: Socket) => void;

export class Network {
  readonly world: World;
  readonly tap: Tap;
  /** Open links. */ readonly links = new Set<Link>();
  /** Null: nobody listens. */ accept: Accept | null = null;
  /** Nobody gets through before this time. */ blockedUntil = 0;
  #lastId = 0;

  constructor(world: World, tap: Tap) {
    this.world = world;
    this.tap = tap;
  }
  /** The device's end of a new link; it connects later, or closes. */
  dial(latencyMs: number): Link {
    const { scheduler, trace, saw } = this.world;
    this.#lastId += 1;
    const link = new Link(this.#lastId, this, latencyMs);
    scheduler.after(latencyMs, () => {
      const { accept } = this;
      if (accept === null || scheduler.now() < this.blockedUntil || link.device.destroyed) {
        saw("a connection is refused");
        link.device.emit("error", new Error("refused"));
        link.device.close();
        return;
      }
      this.links.add(link);
      trace.tell(`link ${link.id} open`);
      link.hub.once("close", () => {
        this.links.delete(link);
        this.tap.closed(link.id);
      });
      accept(link.hub as unknown as Socket);
      scheduler.after(latencyMs, () => {
        if (!link.device.destroyed && !link.isFrozen) link.device.emit("connect");
      });
    });
    return link;
  }
  /** The hub's process is gone: devices are told, the hub is not. */
  dropAll(): void {
    const { scheduler, chance } = this.world;
    for (const link of this.links) {
      link.isFrozen = true;
      link.hub.removeAllListeners();
      link.hub.destroyed = true;
      this.tap.closed(link.id);
      scheduler.after(chance.between(0, 5 * SECOND), () => link.device.close());
    }
    this.links.clear();
    this.accept = null;
  }
}
