/** What a pure step returns: the next state, and what the shell has to write because of it. */
export type Step<S, E> = { readonly state: S; readonly effects: readonly E[] };
