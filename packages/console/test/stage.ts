// What a test in a browser stands on: the built page, a real hub that serves it, and Chromium.
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { HubConfig, RunningHub } from "@dianan/hub";
import type { Browser } from "playwright-core";
import { describe, test } from "vitest";
import { hasBrowser, openBrowser } from "./browser.ts";
import { buildPage } from "./build-page.ts";
import { openHub } from "./page-hub.ts";

/** Where pictures of pages go. */
export const shots = join(import.meta.dirname, "shots");

/** The sizes that every page must be good for. */
export const sizes = [
  { width: 1920, height: 1080 },
  { width: 1366, height: 768 },
  { width: 390, height: 844 },
] as const;

/** Without Chromium the tests are skipped loudly; where it is required, its absence is a failure. */
export const describePage = hasBrowser
  ? describe
  : (name: string, ..._tests: readonly unknown[]): void => {
      test.skip(`NOT TESTED, no Chromium on this machine: ${name}`, () => undefined);
    };

export type Stage = {
  /** The hub that runs now. */ readonly hub: RunningHub;
  readonly browser: Browser;
  /** Starts a hub again on the same data, at the port of the one before. */ again(): Promise<RunningHub>;
  end(): Promise<void>;
};

/** @param name - of its folders @param more - of the hub's configuration */
export const openStage = async (name: string, more: Partial<HubConfig> = {}): Promise<Stage> => {
  mkdirSync(shots, { recursive: true });
  const dataDir = mkdtempSync(join(tmpdir(), `dianan-${name}-`));
  const [consoleDir, browser] = await Promise.all([buildPage(), openBrowser()]);
  let hub = await openHub(dataDir, consoleDir, more);
  return {
    get hub() {
      return hub;
    },
    browser,
    again: async () => {
      hub = await openHub(dataDir, consoleDir, { ...more, httpPort: hub.httpPort });
      return hub;
    },
    end: async () => {
      await browser.close();
      await hub.close();
      for (const folder of [dataDir, consoleDir]) rmSync(folder, { recursive: true, force: true });
    },
  };
};
