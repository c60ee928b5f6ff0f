/** `name=value` in each line (参数), or the number of the first line that is none. */
export const pairsOf = (
  text: string,
):
  | { readonly ok: true; readonly value: { [name: string]: string } }
  | { readonly ok: false; readonly line: number } => {
  const value: { [name: string]: string } = {};
  for (const [n, one] of text.split(/\r?\n/).entries()) {
    if (one.trim() === "") continue;
    const [, name, said] = /^\s*([A-Za-z][A-Za-z0-9]{0,63})\s*=\s*(.*?)\s*$/.exec(one) ?? [];
    if (name === undefined || said === undefined || said === "") return { ok: false, line: n + 1 };
    value[name] = said;
  }
  return { ok: true, value };
};
