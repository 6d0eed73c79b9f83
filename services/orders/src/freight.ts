import { DomainError } from '@social/contracts/errors';

/** By what freight grows: pieces, grams, or what the goods cost in minor units. */
export const MEASURES = ['piece', 'gram', 'amount'] as const;
export type Measure = (typeof MEASURES)[number];

/**
 * What sending to some regions costs: `first_amount` for the first `first` of the measure, `next_amount` for every `next`
 * that is begun beyond; nothing for goods of `free_from` and more. Amounts in minor units.
 */
export type Tariff = {
  first: number;
  first_amount: number;
  next: number;
  next_amount: number;
  /** Absent: never for nothing. */
  free_from?: number;
};
/** `regions`: GB/T 2260 codes of provinces, cities or districts; none: everywhere else. Without a tariff, not served. */
export type FreightRule = { regions: string[]; tariff?: Tariff };

/** What a merchant takes for sending. */
export type FreightTemplate = { measure: Measure; currency: string; rules: FreightRule[] };

/** What is sent together; `goods` is what it costs. */
export type Load = { pieces: number; grams: number; goods: number };

const MAX_RULES = 100;
const MAX_NUMBER = 1_000_000_000;
const REGION = /^[1-9]\d{5}$/;

/** The regions that a district lies in, the nearest first: itself, its city, its province. */
const regionsAround = (districtCode: string): string[] => [
  districtCode,
  `${districtCode.slice(0, 4)}00`,
  `${districtCode.slice(0, 2)}0000`,
];

/** The rule for a district: the one that names the nearest region, or the one for everywhere else. */
export function ruleFor({ rules }: FreightTemplate, districtCode: string): FreightRule | undefined {
  const near = regionsAround(districtCode)
    .map((region) => rules.find(({ regions }) => regions.includes(region)))
    .find((rule) => rule !== undefined);
  return near ?? rules.find(({ regions }) => regions.length === 0);
}

/** What sending a load costs, in minor units. Errors: area-not-served. */
export function feeOf({ measure }: FreightTemplate, rule: FreightRule | undefined, load: Load): number {
  if (!rule?.tariff) throw new DomainError('area-not-served');

  const { first, first_amount, next, next_amount, free_from } = rule.tariff;
  if (free_from !== undefined && load.goods >= free_from) return 0;
  const measured = { piece: load.pieces, gram: load.grams, amount: load.goods }[measure];
  return first_amount + Math.ceil(Math.max(0, measured - first) / next) * next_amount;
}

/** Errors: freight-invalid, with each rule that is at fault. */
export function checkTemplate({ rules }: FreightTemplate): void {
  const named = new Set<string>();
  const errors = rules.flatMap(({ regions, tariff }, index) => {
    const twice = regions.filter((region) => named.size === named.add(region).size);
    const unknown = regions.filter((region) => !REGION.test(region));
    const messages = [
      ...twice.map((region) => `another rule has ${region}`),
      ...unknown.map((region) => `${region} is no region's code`),
      ...(tariff ? faultsOf(tariff) : []),
    ];
    return messages.map((message) => ({ path: `rules.${index}`, message }));
  });
  const elsewhere = rules.filter(({ regions }) => regions.length === 0).length;
  if (elsewhere !== 1) errors.push({ path: 'rules', message: 'exactly one rule is for everywhere else' });
  if (rules.length > MAX_RULES) errors.push({ path: 'rules', message: `at most ${MAX_RULES} rules` });
  if (errors.length > 0) throw new DomainError('freight-invalid', undefined, { errors });
}

function faultsOf({ first, first_amount, next, next_amount, free_from = 0 }: Tariff): string[] {
  const isWhole = (value: number, least: number) => Number.isInteger(value) && value >= least && value <= MAX_NUMBER;
  const fits = [first, first_amount, next_amount, free_from].every((value) => isWhole(value, 0)) && isWhole(next, 1);
  return fits ? [] : [`its numbers are whole, from 0 to ${MAX_NUMBER}, the next step at least 1`];
}
