import { nextTick, useTemplateRef, watch } from "vue";

/**
 * A full-screen detail on a phone takes the focus with it, to its element with `ref="heading"`; beside the list the focus stays in
 * the list.
 *
 * @param shown - what the detail is of
 */
export const useHeadingFocus = (shown: () => unknown): void => {
  const heading = useTemplateRef<HTMLElement>("heading");
  watch(
    shown,
    async () => {
      await nextTick();
      if (matchMedia("(max-width: 760px)").matches) heading.value?.focus();
    },
    { immediate: true },
  );
};
