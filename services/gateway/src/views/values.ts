import { DomainError } from '@social/contracts/errors';
import type { Timestamp__Output } from '@social/contracts/generated/google/protobuf/Timestamp';
import type { Money__Output } from '@social/contracts/generated/social/common/v1/Money';
import { fromTimestamp } from '@social/rpc/time';
import { z } from 'zod';

/** Minor units (fen) of an ISO 4217 currency. */
export const Money = z.strictObject({ amount: z.int(), currency: z.string() }).meta({ id: 'Money' });
export type Money = z.output<typeof Money>;

/** Most that one amount may be, in minor units: a billion yuan. */
export const MAX_AMOUNT = 100_000_000_000;
export const Amount = z.int().min(0).max(MAX_AMOUNT);
export const Instant = z.iso.datetime().meta({ example: '2026-06-01T12:00:00.000Z' });

/** An id of ours, or a slug. */
export const Id = z.string().regex(/^[\w-]{1,64}$/, 'not an id');

export const money = (value: Money__Output | null): Money => ({
  amount: value?.amount ?? 0,
  currency: value?.currency ?? '',
});

/** A time that must be there. Errors: internal. */
export function instant(value: Timestamp__Output | null): string {
  const at = optionalInstant(value);
  if (at === undefined) throw new DomainError('internal');
  return at;
}

export const optionalInstant = (value: Timestamp__Output | null): string | undefined =>
  fromTimestamp(value)?.toISOString();

/** Proto has no absent text; the API does. */
export const optional = <T extends string | number>(value: T): T | undefined => value || undefined;

/** An integer as a query carries it. */
export const queryInt = (min: number, max: number) =>
  z
    .string()
    .regex(/^\d{1,15}$/, 'not a whole number')
    .transform(Number)
    .pipe(z.int().min(min).max(max))
    .meta({ override: { type: 'integer', minimum: min, maximum: max } });

export const queryFlag = z
  .enum(['true', 'false'])
  .transform((flag) => flag === 'true')
  .meta({ override: { type: 'boolean' } });

/** What every keyset-paged list takes. */
export const pageQuery = { limit: queryInt(1, 100).optional(), cursor: z.string().max(512).optional() };

/** One page of a list; `nextCursor` is absent on the last. */
export const pageOf = <T extends z.ZodType>(item: T) =>
  z.strictObject({ items: z.array(item), nextCursor: z.string().optional() });

export const page = <T>(items: T[], nextCursor: string): { items: T[]; nextCursor?: string } => ({
  items,
  ...(nextCursor ? { nextCursor } : {}),
});
