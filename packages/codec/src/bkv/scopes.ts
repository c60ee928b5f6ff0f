import type { ComponentKey } from "@dianan/model";
import type { Content, Item } from "./items.ts";
import { MARKER } from "./items.ts";

/** One kind of item. */
export type Of<K extends Content["kind"]> = Extract<Content, { readonly kind: K }>;
/** Items that lie in a container, a socket or a port; what was said around them holds for them too. */
export type Scope = {
  /** Items of this level that hold a value, in order. */ readonly own: readonly Content[];
  /** The first number of each kind, of this level or of those around it. */
  readonly numbers: ReadonlyMap<Content["kind"], number>;
  readonly endTime: Of<"endTime"> | null;
  /** Sockets and ports inside. */ readonly inner: readonly Scope[];
};

const numberOf = (content: Content): number | null =>
  "value" in content && typeof content.value === "object" && "width" in content.value ? content.value.value : null;

type AnyItem = { readonly marker: number; readonly content: Content };

/** Items level by level. Items with a marker that was never published are left out: what they hold is not known. */
export const scopeOf = (items: readonly Item[], around: Scope | null = null): Scope => {
  const known = (items as readonly AnyItem[]).filter(({ marker }) => marker === MARKER).map(({ content }) => content);
  const own = known.filter(({ kind }) => kind !== "socketItems" && kind !== "portItems");
  const mine = new Map<Content["kind"], number>();
  for (const content of own) {
    const number = numberOf(content);
    if (number !== null && !mine.has(content.kind)) mine.set(content.kind, number);
  }
  const endTime = own.find((content) => content.kind === "endTime") ?? around?.endTime ?? null;
  const scope = { own, numbers: new Map([...(around?.numbers ?? []), ...mine]), endTime };
  const inner = known.flatMap((content) =>
    content.kind === "socketItems" || content.kind === "portItems"
      ? [scopeOf(content.items as readonly Item[], { ...scope, inner: [] })]
      : [],
  );
  return { ...scope, inner };
};

/** Component that a level speaks of: `socket/1/port/0`, numbers as they are on the wire; null for the gateway. */
export const componentOf = ({ numbers }: Scope): ComponentKey | null => {
  const [socket, port] = [numbers.get("socket"), numbers.get("port")];
  const parts = [...(socket === undefined ? [] : ["socket", socket]), ...(port === undefined ? [] : ["port", port])];
  return parts.length === 0 ? null : (parts.join("/") as ComponentKey);
};

/** Every item, whatever it lies in. */
export const allItems = (items: readonly Item[]): readonly AnyItem[] =>
  (items as readonly AnyItem[]).flatMap((item) => [
    item,
    ...("items" in item.content ? allItems(item.content.items as readonly Item[]) : []),
  ]);

/** Numbers of these kinds as text, in the order of the kinds: `tag 54 = 3`. */
export const textOf = (scope: Scope, kinds: readonly (readonly [Content["kind"], number])[]): string =>
  kinds
    .flatMap(([kind, tag]) => {
      const number = scope.numbers.get(kind);
      return number === undefined ? [] : [`${tag.toString(16).toUpperCase()}=${number}`];
    })
    .join(",");
