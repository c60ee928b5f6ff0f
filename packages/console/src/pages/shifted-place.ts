import library from "gcoord";

type Library = { readonly transform: (place: [number, number], from: string, to: string) => [number, number] };
// Its types describe another of its builds than the one that bundlers take.
const { transform } = library as unknown as Library;

/** A place of CGCS2000 or WGS 84 as a map in GCJ-02 has it (坐标偏移); outside mainland China it is the same. Degrees. */
export const shiftedPlace = <P extends { readonly latitude: number; readonly longitude: number }>(place: P): P => {
  const [longitude, latitude] = transform([place.longitude, place.latitude], "WGS84", "GCJ02");
  return { ...place, latitude, longitude };
};
