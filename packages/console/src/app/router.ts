import { type InjectionKey, inject, type ShallowRef, shallowRef } from "vue";
import { fragmentOf, type Route, routeOf } from "./route.ts";

/** The address as a reactive value; Back always works. */
export type Router = {
  readonly route: ShallowRef<Route>;
  /** Goes to a place; what is left out stays. `isReplace`: Back skips the place that is left. */
  go(to: Partial<Route>, isReplace?: boolean): void;
};

export const routerKey: InjectionKey<Router> = Symbol("router");
export const useRouter = (): Router => {
  const router = inject(routerKey);
  if (router === undefined) throw new TypeError("the router is not provided");
  return router;
};

export const createRouter = (): Router => {
  const route = shallowRef(routeOf(location.hash));
  const follow = (): void => {
    route.value = routeOf(location.hash);
  };
  // hashchange for an address that a person edits, popstate for Back over what pushState made.
  addEventListener("hashchange", follow);
  addEventListener("popstate", follow);
  return {
    route,
    go: (to, isReplace = false) => {
      const next = { ...route.value, ...to };
      const fragment = fragmentOf(next);
      if (fragment === fragmentOf(route.value)) return;
      history[isReplace ? "replaceState" : "pushState"](null, "", fragment);
      route.value = next;
    },
  };
};
