/** What a key asks for. */
export type KeyAction =
  | { readonly kind: "next" }
  | { readonly kind: "previous" }
  | { readonly kind: "open" }
  | { readonly kind: "close" }
  | { readonly kind: "acknowledge" }
  | { readonly kind: "acknowledgeGroup" }
  | { readonly kind: "firstUnacknowledged" }
  | { readonly kind: "search" }
  | { readonly kind: "form"; readonly act: "shelve" | "assign" | "call" }
  | { readonly kind: "silence" }
  | { readonly kind: "toggleClass"; readonly place: number };

type Press = {
  readonly key: string;
  readonly isComposing: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  readonly target: EventTarget | null;
};

const tagOf = (target: EventTarget | null): string => (target as { tagName?: string } | null)?.tagName ?? "";
const isInDialog = (target: EventTarget | null): boolean =>
  (target as { closest?: (selector: string) => unknown } | null)?.closest?.("dialog") != null;

/**
 * The action of a key press, or null. Keys do nothing in a text field, in a dialog, while an input method composes, or together
 * with the keys of the browser; Enter on a button or link stays that button's.
 */
export const keyAction = (press: Press): KeyAction | null => {
  const tag = tagOf(press.target);
  if (press.isComposing || press.ctrlKey || press.metaKey || press.altKey) return null;
  if (/^(INPUT|TEXTAREA|SELECT)$/.test(tag) || isInDialog(press.target)) return null;
  switch (press.key) {
    case "j":
    case "J":
    case "ArrowDown":
      return { kind: "next" };
    case "k":
    case "K":
    case "ArrowUp":
      return { kind: "previous" };
    case "ArrowRight":
    case "Enter":
      return /^(BUTTON|A|SUMMARY)$/.test(tag) ? null : { kind: "open" };
    case "Escape":
    case "ArrowLeft":
      return { kind: "close" };
    case "a":
    case "A":
      return { kind: press.shiftKey ? "acknowledgeGroup" : "acknowledge" };
    case "u":
    case "U":
      return { kind: "firstUnacknowledged" };
    case "/":
      return { kind: "search" };
    case "s":
    case "S":
      return { kind: "form", act: "shelve" };
    case "d":
    case "D":
      return { kind: "form", act: "assign" };
    case "c":
    case "C":
      return { kind: "form", act: "call" };
    case "m":
    case "M":
      return { kind: "silence" };
    default:
      return /^[1-5]$/.test(press.key) ? { kind: "toggleClass", place: Number(press.key) - 1 } : null;
  }
};
