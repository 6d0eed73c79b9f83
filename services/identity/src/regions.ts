import { DomainError } from '@social/contracts/errors';
import { areaList } from '@vant/area-data';

/** One administrative division by its six-digit GB/T 2260 code. */
export type Region = { code: string; name: string; hasChildren: boolean };

/** A district with the city and province around it. */
export type District = {
  provinceCode: string;
  cityCode: string;
  districtCode: string;
  province: string;
  city: string;
  district: string;
};

const { province_list: provinces, city_list: cities, county_list: districts } = areaList;

const cityOf = (districtCode: string): string => `${districtCode.slice(0, 4)}00`;
const provinceOf = (code: string): string => `${code.slice(0, 2)}0000`;

/** Every code's children, sorted by code; the provinces stand under ''. */
const childrenOf: Map<string, Region[]> = (() => {
  const children = new Map<string, Region[]>();
  const add = (parent: string, region: Region) => children.set(parent, [...(children.get(parent) ?? []), region]);
  for (const [code, name] of Object.entries(provinces)) add('', { code, name, hasChildren: true });
  for (const [code, name] of Object.entries(cities)) add(provinceOf(code), { code, name, hasChildren: true });
  for (const [code, name] of Object.entries(districts)) add(cityOf(code), { code, name, hasChildren: false });
  return children;
})();

/** Provinces (parent ''), cities of a province, districts of a city; a district has none. Errors: region-unknown. */
export function listRegions(parentCode: string): Region[] {
  const regions = childrenOf.get(parentCode);
  if (regions) return regions;
  if (Object.hasOwn(districts, parentCode)) return [];

  throw new DomainError('region-unknown');
}

/** Where a district lies. Errors: region-unknown. */
export function districtOf(districtCode: string): District {
  const cityCode = cityOf(districtCode);
  const provinceCode = provinceOf(districtCode);
  const known = Object.hasOwn(districts, districtCode);
  const [district, city, province] = [districts[districtCode], cities[cityCode], provinces[provinceCode]];
  if (!known || !district || !city || !province) throw new DomainError('region-unknown');

  return { provinceCode, cityCode, districtCode, province, city, district };
}
