// Generated from specs/openapi and specs/access by scripts/gen.ts, do not edit.
/** A repeat says the same again. */
export const naturalPosts = [
  "/api/v1/operators",
  "/api/v1/units",
  "/api/v1/devices",
  "/api/v1/components",
  "/api/v1/alarms",
  "/api/v1/vendors",
  "/api/v1/device-models",
  "/api/v1/readings",
  "/api/v1/alarm-acknowledgements",
  "/api/v1/duty/watch",
  "/api/v1/charging-sessions",
  "/api/v1/devices/{id}/threshold-trial",
  "/api/v1/uplink/frames",
  "/api/v1/uplink/events",
  "/api/v1/uplink/commands/{id}/result",
  "/api/v1/pushes/{address}",
  "/api/v1/tcec-partners/{id}/replay",
  "/evcs/v1/{interface}",
  "/api/v1/imports/{id}/commit",
  "/api/v1/notification-policy-trials",
  "/oauth2/revoke"
] as const;

/** A repeat does harm. */
export const neverRepeated = [
  "/api/v1/tenants/{id}/setup-code",
  "/api/v1/uplink/enrolment",
  "/api/v1/credentials",
  "/api/v1/party-connections",
  "/api/v1/parties/{id}/rotate",
  "/api/v1/session",
  "/api/v1/setup",
  "/api/v1/session/password",
  "/api/v1/session/totp",
  "/api/v1/session/passkey-options",
  "/api/v1/session/passkey",
  "/api/v1/session/recovery-code",
  "/api/v1/session/step-up",
  "/api/v1/session/invitation",
  "/api/v1/session/password-change",
  "/api/v1/session/totp-enrolment",
  "/api/v1/session/totp-enrolment/confirm",
  "/api/v1/me/password",
  "/api/v1/me/totp",
  "/api/v1/me/totp/confirm",
  "/api/v1/me/passkeys",
  "/api/v1/me/passkey-options",
  "/api/v1/me/recovery-codes",
  "/oauth2/token",
  "/api/v1/personal-data/reveals"
] as const;
