/** What a check of input returns: the value, or why it was refused. Never a throw. */
export type Result<T, E> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };
