// Generated from specs/sharing by scripts/gen.ts, do not edit.
export type Finding = {
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: { readonly [name: string]: unknown };
};
export type Validator = ((data: unknown) => boolean) & { errors?: readonly Finding[] | null };
export declare const operator: Validator;
export declare const unit: Validator;
export declare const device: Validator;
export declare const component: Validator;
export declare const alarm: Validator;
