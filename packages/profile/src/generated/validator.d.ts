// Generated from specs/profiles by scripts/gen.ts, do not edit.
export type Finding = {
  readonly instancePath: string;
  readonly schemaPath: string;
  readonly keyword: string;
  readonly params: { readonly [name: string]: unknown };
};
export declare const profile: ((data: unknown) => boolean) & { errors?: readonly Finding[] | null };
