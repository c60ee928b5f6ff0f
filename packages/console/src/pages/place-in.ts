import library from "gcoord";
import { type CoordinateSystem, familyOf } from "../live/unit-plan.ts";

type Library = { readonly transform: (place: [number, number], from: string, to: string) => [number, number] };
// Its types describe another of its builds than the one that bundlers take.
const { transform } = library as unknown as Library;

type Place = { readonly latitude: number; readonly longitude: number; readonly system: CoordinateSystem };

/** A place as a map in another system has it (坐标转换); outside mainland China nothing is shifted. Degrees. */
export const placeIn = <P extends Place>(place: P, system: CoordinateSystem): P => {
  const [from, to] = [familyOf(place.system), familyOf(system)];
  if (from === to) return place;
  const [longitude, latitude] = transform([place.longitude, place.latitude], from, to);
  return { ...place, latitude, longitude, system };
};
