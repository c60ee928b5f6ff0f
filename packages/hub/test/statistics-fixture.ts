import { expect } from "vitest";
import { device, operator, type TestHub, unit } from "./http-fixture.ts";
import { checkAnswer } from "./http-schema.ts";

/** Everything of the tests happens in March 2026. */
export const span = "from=2026-03-01T00:00:00%2B08:00&to=2026-04-01T00:00:00%2B08:00";

/** Two units with a device each, in two towns, of two operators. */
export const putUnits = async (hub: TestHub): Promise<void> => {
  const post = async (plural: string, items: readonly object[]): Promise<void> => {
    const answer = await hub.call("POST", `/api/v1/${plural}`, { items });
    expect(await answer.text()).not.toContain("refused");
  };
  await post("operators", [operator, { ...operator, id: "op-02" }]);
  const school = { placeType: "school", regionCode: "350582101", community: "灵水" };
  const factory = { id: "unit-0002", placeType: "industry", regionCode: "350582102", operatorId: "op-02" };
  await post("units", [
    { ...unit, ...school },
    { ...unit, ...factory },
  ]);
  await post("devices", [device, { ...device, id: "dev-2", unitId: "unit-0002", operatorId: "op-02" }]);
};

type Figures = {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: what an answer holds is what is tested
  readonly body: any;
};

/** A request whose answer must be one that the document has. */
export const reader =
  (hub: () => TestHub) =>
  async (name: string, query: string, headers: Record<string, string> = {}): Promise<Figures> => {
    const path = `/api/v1/statistics/${name}`;
    const answer =
      "cookie" in headers
        ? await fetch(`${hub().hub.httpUrl}${path}?${query}`, { headers })
        : await hub().call("GET", `${path}?${query}`, undefined, headers);
    const body: unknown = await answer.json();
    checkAnswer("GET", path, answer.status, body);
    return { status: answer.status, body };
  };
