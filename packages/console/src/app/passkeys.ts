type Credential = { toJSON(): object };
type Options = { readonly [member: string]: unknown };
type Parsers = {
  parseRequestOptionsFromJSON?(options: Options): PublicKeyCredentialRequestOptions;
  parseCreationOptionsFromJSON?(options: Options): PublicKeyCredentialCreationOptions;
};
const parsers = (): Parsers | undefined =>
  (globalThis as { PublicKeyCredential?: unknown }).PublicKeyCredential as Parsers | undefined;

/** Whether this browser and address can use passkeys: they need HTTPS or localhost (WebAuthn level 3). */
export const hasPasskeys = (): boolean => parsers()?.parseRequestOptionsFromJSON !== undefined;

const made = (credential: unknown): object | null => (credential === null ? null : (credential as Credential).toJSON());

/** Asks the browser for a passkey of this address; null when the person gave none. */
export const usePasskey = async (options: Options): Promise<object | null> => {
  const publicKey = parsers()?.parseRequestOptionsFromJSON?.(options);
  if (publicKey === undefined) return null;
  return navigator.credentials.get({ publicKey }).then(made, () => null);
};

/** Asks the browser to make a passkey; null when the person or the browser refused. */
export const makePasskey = async (options: Options): Promise<object | null> => {
  const publicKey = parsers()?.parseCreationOptionsFromJSON?.(options);
  if (publicKey === undefined) return null;
  return navigator.credentials.create({ publicKey }).then(made, () => null);
};
