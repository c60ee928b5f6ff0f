import type { AlarmAct, AlarmRefusal } from "../core/alarm-act.ts";
import type { Via } from "../core/alarm-life-state.ts";
import type { SentVersion } from "../core/sent-version.ts";
import type { Actor } from "./act.ts";
import type { Circumstance } from "./caller.ts";
import type { JsonObject, RecordActor, RecordKind } from "./records.ts";
import type { Write } from "./write.ts";

/** Says that the feed has grown. Carries no fact: readers fetch from the store by position (scale-out design, rule of the ack path). */
export type FeedHints = {
  hint(head: number): void;
  onHint(listener: (head: number) => void): () => void;
};

/** What the API hands to the engine: changes of records made by people and platforms go the same way as frames. */
export type Intake = {
  /** Applies a bulk upsert or a delete, in one commit; keeps the engine's maps in step (registration, claiming of alarms). */
  apply(writes: readonly RecordChange[]): Promise<readonly RecordChangeResult[]>;
  /**
   * All of them or none (整体提交). Nothing is written when one is refused; the results then say which.
   *
   * @param also - committed in the same batch, such as the word that it was done; null: only try, write nothing
   */
  applyWhole(changes: readonly RecordChange[], also: readonly Write[] | null): Promise<WholeResult>;
  /** Judges by the rules as they are stored now (预警规则). */ rulesChanged(): Promise<void>;
};
export type WholeResult = {
  readonly isStored: boolean;
  /** As of `apply`; of what was not stored only `refused` and `parked` mean something. */
  readonly results: readonly RecordChangeResult[];
};
export type RecordChange =
  | {
      readonly kind: "upsert";
      readonly record: RecordKind;
      readonly id: string;
      readonly body: JsonObject;
      /** Only while the record has this version, 0 while there is none; else it is refused as `changed`. Of a change that comes alone. */
      readonly ifVersion?: number;
      /** Absent: the hub itself. */ readonly by?: RecordActor;
      /** Written with it unless it is refused: the audit entry of the act. */ readonly also?: readonly Write[];
      /** Its age by the word of `by`, who is no person: overtaken, it changes nothing. */ readonly sent?: SentVersion;
    }
  | {
      readonly kind: "delete";
      readonly record: RecordKind;
      readonly id: string;
      readonly by?: RecordActor;
      readonly sent?: SentVersion;
    }
  | {
      readonly kind: "reading";
      readonly deviceId: string;
      readonly component: string | null;
      readonly quantity: string;
      /** Scaled integer. */ readonly value: number;
      readonly at: number;
    }
  /** Somebody deals with an alarm (告警处理); written together with its audit entry. `unchanged`: it was so already. */
  | {
      readonly kind: "act";
      readonly id: string;
      readonly act: AlarmAct;
      readonly by: RecordActor;
      readonly via: Via | null;
      /** Committed with it when it changes something: that the alarm refers to files. */ readonly also?: readonly Write[];
      /** For the audit log. */ readonly who: Actor;
      readonly circumstance: Omit<Circumstance, "now">;
    };
export type RecordChangeResult = {
  readonly id: string;
  readonly status: "created" | "updated" | "unchanged" | "parked" | "refused";
  readonly version: number | null;
  /** Present when a newer one had come from the same sender: this one changes nothing. */ readonly superseded?: true;
  /** Present when refused: a stable code such as `unknown-device`. */ readonly code: string | null;
  /** Of an act on an alarm that was refused: why. */ readonly refusal?: AlarmRefusal;
};
