import { type Ref, ref } from "vue";
import type { Answer } from "../api/hub-api.ts";

/** Whether a change was refused because somebody else had changed it meanwhile (412): what `conflict-note.vue` tells. */
export const useConflict = (
  stale: () => void,
): {
  readonly isConflict: Ref<boolean>;
  /** Looks at an answer, and gives it on. */ told<T>(answer: Answer<T>): Answer<T>;
  readAnew(): void;
} => {
  const isConflict = ref(false);
  return {
    isConflict,
    told: (answer) => {
      isConflict.value = !answer.ok && answer.error.status === 412;
      return answer;
    },
    readAnew: () => {
      isConflict.value = false;
      stale();
    },
  };
};
