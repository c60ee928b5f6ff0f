/** What the sender needs to know of one message between two inputs. */
export type Exchange = {
  readonly id: number;
  /** Business serial (业务流水号), 0 to 65535; the same in every resend. */ readonly serial: number;
  /** How often it was transmitted. */ readonly transmissions: number;
  /** When its confirm is due; null while the link is down. Milliseconds. */ readonly dueAt: number | null;
};

/** What a sender remembers between two steps. */
export type SenderState = {
  readonly nextSerial: number;
  readonly linkUp: boolean;
  /** Oldest first; at most `window` of them. */ readonly inFlight: readonly Exchange[];
  /** Messages that wait for their turn, oldest first. */ readonly waiting: readonly number[];
};

/** How long and how often is waited for a confirm. GB/T 26875.3-2011 §6.5. */
export type SenderRules = {
  /** Wait for a confirm, 10 s by the standard. Milliseconds. */ readonly resendAfterMs: number;
  /** Resends after the first transmission, 3 by the standard. */ readonly resends: number;
  /** Exchanges at once. */ readonly window: number;
};

/** What happens to a sender; `at` is when, milliseconds. */
export type SenderInput =
  | { readonly kind: "send"; readonly id: number; readonly at: number }
  | { readonly kind: "answer"; readonly answer: "confirm" | "deny"; readonly serial: number; readonly at: number }
  | { readonly kind: "tick"; readonly at: number }
  | { readonly kind: "linkUp"; readonly at: number }
  | { readonly kind: "linkDown"; readonly at: number };

/** What a step asks for: bytes on the wire, or that a message is settled, once. */
export type SenderEffect =
  | { readonly kind: "transmit"; readonly id: number; readonly serial: number }
  | { readonly kind: "settled"; readonly id: number; readonly outcome: "confirmed" | "denied" | "unconfirmed" };

/** A sender that has said nothing and has no link. */
export const newSender: SenderState = { nextSerial: 0, linkUp: false, inFlight: [], waiting: [] };
/** Serials are 16 bits; the standard does not say what follows the last, so it begins again. */
const SERIALS = 65_536;

/**
 * One step of send and confirm (发送/确认): at most 1 + `resends` transmissions with one serial, a resend on timeout and on
 * deny, each message settled exactly once. An answer with a serial that nobody waits for is ignored.
 *
 * @see GB/T 26875.3-2011 §6.5
 */
export const stepSender = (
  state: SenderState,
  input: SenderInput,
  rules: SenderRules,
): { readonly state: SenderState; readonly effects: readonly SenderEffect[] } => {
  const effects: SenderEffect[] = [];
  const transmit = (one: Exchange): Exchange => {
    effects.push({ kind: "transmit", id: one.id, serial: one.serial });
    return { ...one, transmissions: one.transmissions + 1, dueAt: input.at + rules.resendAfterMs };
  };
  /** Transmits again, or gives up with `outcome` once all resends are spent. */
  const again = (one: Exchange, outcome: "denied" | "unconfirmed"): readonly Exchange[] => {
    if (one.transmissions <= rules.resends) return [transmit(one)];
    effects.push({ kind: "settled", id: one.id, outcome });
    return [];
  };
  const next = afterInput(state, input, again, (id) => effects.push({ kind: "settled", id, outcome: "confirmed" }));
  return { state: next.linkUp ? fill(next, rules.window, transmit) : next, effects };
};

type Again = (one: Exchange, outcome: "denied" | "unconfirmed") => readonly Exchange[];

const afterInput = (
  state: SenderState,
  input: SenderInput,
  again: Again,
  confirmed: (id: number) => void,
): SenderState => {
  switch (input.kind) {
    case "send":
      return { ...state, waiting: [...state.waiting, input.id] };
    case "linkUp":
      return { ...state, linkUp: true, inFlight: state.inFlight.flatMap((one) => again(one, "unconfirmed")) };
    case "linkDown":
      return { ...state, linkUp: false, inFlight: state.inFlight.map((one) => ({ ...one, dueAt: null })) };
    case "tick":
      return {
        ...state,
        inFlight: state.inFlight.flatMap((one) =>
          one.dueAt !== null && input.at >= one.dueAt ? again(one, "unconfirmed") : [one],
        ),
      };
    case "answer":
      return {
        ...state,
        inFlight: state.inFlight.flatMap((one) => {
          if (one.serial !== input.serial || one.dueAt === null) return [one];
          if (input.answer === "deny") return again(one, "denied");
          confirmed(one.id);
          return [];
        }),
      };
  }
};

const fill = (state: SenderState, window: number, transmit: (one: Exchange) => Exchange): SenderState => {
  const free = Math.max(0, window - state.inFlight.length);
  if (free === 0 || state.waiting.length === 0) return state;
  const fresh = state.waiting
    .slice(0, free)
    .map((id, i) => transmit({ id, serial: (state.nextSerial + i) % SERIALS, transmissions: 0, dueAt: null }));
  return {
    ...state,
    nextSerial: (state.nextSerial + fresh.length) % SERIALS,
    inFlight: [...state.inFlight, ...fresh],
    waiting: state.waiting.slice(fresh.length),
  };
};

/** The first instant at which a tick changes anything; null when none can. */
export const senderDueAt = (state: SenderState): number | null => {
  const due = state.inFlight.flatMap(({ dueAt }) => (dueAt === null ? [] : [dueAt]));
  return due.length === 0 ? null : Math.min(...due);
};
