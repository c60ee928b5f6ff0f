import { type components, createClient } from "@dianan/open-api";
import { type Answer, answer, type Reply } from "./hub-api.ts";

type Schemas = components["schemas"];
export type SignInStep = Schemas["SignInStep"];
export type TotpOffer = Schemas["TotpOffer"];
export type Passkey = Schemas["Passkey"];
export type SessionInfo = Schemas["SessionInfo"];
export type User = Schemas["User"];
export type UserInvitation = Schemas["UserInvitation"];

/** Sign-in and accounts of people (人员登录与账号) as the console uses them. No call rejects. */
export type PeopleApi = {
  isSetupOpen(): Promise<Answer<boolean>>;
  createFirst(draft: Schemas["FirstAdministrator"]): Promise<Answer<SignInStep>>;
  password(account: string, password: string): Promise<Answer<SignInStep | null>>;
  invitation(code: string, password: string): Promise<Answer<SignInStep>>;
  newPassword(ticket: string, password: string): Promise<Answer<SignInStep | null>>;
  totp(ticket: string, code: string): Promise<Answer<null>>;
  recoveryCode(ticket: string, code: string): Promise<Answer<null>>;
  offerTotp(ticket: string): Promise<Answer<TotpOffer>>;
  confirmTotp(ticket: string, code: string): Promise<Answer<Schemas["RecoveryCodes"]>>;
  passkeyOptions(): Promise<Answer<Schemas["WebAuthnOptions"]>>;
  passkey(ticket: string, credential: object): Promise<Answer<null>>;
  stepUp(proof: Schemas["StepUp"]): Promise<Answer<null>>;
  passkeys(): Promise<Answer<Schemas["PasskeyList"]>>;
  newPasskeyOptions(): Promise<Answer<Schemas["WebAuthnOptions"]>>;
  addPasskey(draft: Schemas["PasskeyDraft"]): Promise<Answer<Passkey>>;
  removePasskey(id: string): Promise<Answer<null>>;
  sessions(): Promise<Answer<Schemas["SessionList"]>>;
  endOtherSessions(): Promise<Answer<null>>;
  users(): Promise<Answer<Schemas["UserPage"]>>;
  invite(draft: Schemas["UserDraft"]): Promise<Answer<UserInvitation>>;
};

export const createPeopleApi = (baseUrl: string): PeopleApi => {
  const client = createClient({ baseUrl, retry: false });
  const empty = (call: (signal: AbortSignal) => Promise<unknown>): Promise<Answer<null>> =>
    answer<null>((signal) => call(signal) as Promise<Reply<null>>);
  return {
    isSetupOpen: async () => {
      const state = await answer((signal) => client.GET("/api/v1/setup", { signal }));
      return state.ok ? { ok: true, value: state.value.isOpen } : state;
    },
    createFirst: (body) => answer((signal) => client.POST("/api/v1/setup", { body, signal })),
    password: (account, password) =>
      answer((signal) => client.POST("/api/v1/session/password", { body: { account, password }, signal })),
    invitation: (code, password) =>
      answer((signal) => client.POST("/api/v1/session/invitation", { body: { code, password }, signal })),
    newPassword: (ticket, password) =>
      answer((signal) => client.POST("/api/v1/session/password-change", { body: { ticket, password }, signal })),
    totp: (ticket, code) => empty((signal) => client.POST("/api/v1/session/totp", { body: { ticket, code }, signal })),
    recoveryCode: (ticket, code) =>
      empty((signal) => client.POST("/api/v1/session/recovery-code", { body: { ticket, code }, signal })),
    offerTotp: (ticket) =>
      answer((signal) => client.POST("/api/v1/session/totp-enrolment", { body: { ticket }, signal })),
    confirmTotp: (ticket, code) =>
      answer((signal) => client.POST("/api/v1/session/totp-enrolment/confirm", { body: { ticket, code }, signal })),
    passkeyOptions: () => answer((signal) => client.POST("/api/v1/session/passkey-options", { signal })),
    passkey: (ticket, credential) =>
      empty((signal) =>
        client.POST("/api/v1/session/passkey", { body: { ticket, credential: { ...credential } }, signal }),
      ),
    stepUp: (body) => empty((signal) => client.POST("/api/v1/session/step-up", { body, signal })),
    passkeys: () => answer((signal) => client.GET("/api/v1/me/passkeys", { signal })),
    newPasskeyOptions: () => answer((signal) => client.POST("/api/v1/me/passkey-options", { signal })),
    addPasskey: (body) => answer((signal) => client.POST("/api/v1/me/passkeys", { body, signal })),
    removePasskey: (id) =>
      empty((signal) => client.DELETE("/api/v1/me/passkeys/{id}", { params: { path: { id } }, signal })),
    sessions: () => answer((signal) => client.GET("/api/v1/me/sessions", { signal })),
    endOtherSessions: () => empty((signal) => client.DELETE("/api/v1/me/sessions", { signal })),
    users: () => answer((signal) => client.GET("/api/v1/users", { params: { query: { limit: 500 } }, signal })),
    invite: (body) => answer((signal) => client.POST("/api/v1/users", { body, signal })),
  };
};
