import type { Alarm, Component, Device, Operator, Unit } from "./generated/records.ts";
import { alarm, component, device, type Finding, operator, unit, type Validator } from "./generated/validators.js";
import type { RecordKind, RecordOf } from "./kinds.ts";
import type { Result } from "./result.ts";
import { type SharingError, type SharingErrorCode, sharingError } from "./sharing-error.ts";
import { pointerStep, textFaults } from "./text-faults.ts";

const validators: { readonly [K in RecordKind]: Validator } = { operator, unit, device, component, alarm };

/** The code of each JSON Schema keyword that specs/sharing uses, the more basic finding first: one is reported per path. */
const codeOfKeyword: { readonly [keyword: string]: SharingErrorCode } = {
  type: "wrong-type",
  required: "missing",
  minLength: "too-short",
  maxLength: "too-long",
  minimum: "out-of-range",
  maximum: "out-of-range",
  pattern: "bad-format",
  format: "bad-format",
};
const ranks = Object.keys(codeOfKeyword);

type Found = { readonly path: string; readonly code: SharingErrorCode; readonly rank: number };

const found = ({ keyword, instancePath, params }: Finding): Found => ({
  code: codeOfKeyword[keyword] ?? "bad-format",
  path: keyword === "required" ? instancePath + pointerStep(String(params.missingProperty)) : instancePath,
  rank: ranks.indexOf(keyword),
});

/**
 * Checks one record against its schema in specs/sharing, and its text for U+0000 and lone surrogates.
 *
 * @returns the same object, unknown members kept (SH-6); or every finding, one per member, never an empty list. Never throws
 * for a value that came from JSON.
 */
export const validate = <K extends RecordKind>(
  kind: K,
  data: unknown,
): Result<RecordOf[K], readonly SharingError[]> => {
  const validator = validators[kind];
  const fits = validator(data);
  const byPath = new Map<string, Found>();
  for (const one of fits ? [] : (validator.errors ?? []).map(found)) {
    const known = byPath.get(one.path);
    if (!known || one.rank < known.rank) byPath.set(one.path, one);
  }
  for (const { code, path } of textFaults(data)) byPath.set(path, { code, path, rank: -1 });
  if (fits && byPath.size === 0) return { ok: true, value: data as RecordOf[K] };
  return {
    ok: false,
    error: [...byPath.values()].map(({ code, path }) => sharingError(kind, code, path, memberOf(path))),
  };
};

const memberOf = (path: string): string | null => path.split("/")[1] ?? null;

/** {@link validate} for a unit (单位), SH-1. */
export const validateUnit = (data: unknown): Result<Unit, readonly SharingError[]> => validate("unit", data);
/** {@link validate} for an operator (运维机构), SH-2. */
export const validateOperator = (data: unknown): Result<Operator, readonly SharingError[]> =>
  validate("operator", data);
/** {@link validate} for a device (设备), SH-3. */
export const validateDevice = (data: unknown): Result<Device, readonly SharingError[]> => validate("device", data);
/** {@link validate} for a component (部件), SH-4. */
export const validateComponent = (data: unknown): Result<Component, readonly SharingError[]> =>
  validate("component", data);
/** {@link validate} for an alarm (告警), SH-5. */
export const validateAlarm = (data: unknown): Result<Alarm, readonly SharingError[]> => validate("alarm", data);
