type Texts = { readonly [name: string]: string };

/** In an address `class` is that of the alarm list; the class of figures has a name of its own. */
const OF_CLASS = "ofClass";

/** A filter of the open API as an address has it. */
export const toAsked = (filter: Texts): Texts =>
  Object.fromEntries(Object.entries(filter).map(([name, value]) => [name === "class" ? OF_CLASS : name, value]));

/** Those of the filters of the open API that an address has. */
export const filterIn = (asked: Texts, names: readonly string[]): Texts =>
  Object.fromEntries(
    names.flatMap((name) => {
      const value = asked[name === "class" ? OF_CLASS : name] ?? "";
      return value === "" ? [] : [[name, value]];
    }),
  );

/** The address without one filter. */
export const without = (asked: Texts, name: string): Texts => {
  const { [name === "class" ? OF_CLASS : name]: _gone, ...rest } = asked;
  return rest;
};
