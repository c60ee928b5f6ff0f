import { type InjectionKey, inject, type ShallowRef, shallowRef } from "vue";
import { fragmentOf, type Route, routeOf } from "./route.ts";

/** The address as a reactive value; Back always works. */
export type Router = {
  readonly route: ShallowRef<Route>;
  /** Goes to a place; what is left out stays. `isReplace`: Back skips the place that is left. */
  go(to: Partial<Route>, isReplace?: boolean): void;
  /** The address of a place, for a link; what is left out stays, the part of another record or screen apart. */
  hrefOf(to: Partial<Route>): string;
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
  // A part belongs to its screen: another screen begins with its first, and with nothing searched.
  const placeOf = (to: Partial<Route>): Route => {
    const isElsewhere = to.page !== undefined && to.page !== route.value.page;
    return { ...route.value, ...(isElsewhere ? { tab: "", find: "", id: null, asked: {} } : {}), ...to };
  };
  return {
    route,
    hrefOf: (to) => fragmentOf(placeOf(to)),
    go: (to, isReplace = false) => {
      const next = placeOf(to);
      const fragment = fragmentOf(next);
      if (fragment === fragmentOf(route.value)) return;
      history[isReplace ? "replaceState" : "pushState"](null, "", fragment);
      route.value = next;
    },
  };
};
