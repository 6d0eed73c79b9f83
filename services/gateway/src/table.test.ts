import { describe, expect, it } from 'vitest';
import { ROUTES } from './routes/table.ts';

const nameOf = ({ method, path }: (typeof ROUTES)[number]) => `${method.toUpperCase()} ${path}`;

/** Each proves who one is, hands out a throw-away, only looks, or is repeated by design: a notification, a place in line. */
const WITHOUT_KEY = [
  'POST /v1/activities/:activity/waiting-room/challenge',
  'POST /v1/activities/:activity/waiting-room/tickets',
  'POST /v1/auth/codes',
  'POST /v1/auth/log-in',
  'POST /v1/auth/log-out',
  'POST /v1/auth/refresh',
  'POST /v1/carriers/:carrier/callbacks',
  'POST /v1/cart/preview',
  'POST /v1/orders/preview',
  'POST /v1/payments/callbacks/:provider',
  'POST /v1/ws-tickets',
];

/** Each lets people in to look, only looks, or is somebody else's news, which is not told twice as willingly. */
const IN_MAINTENANCE = [
  'POST /v1/auth/codes',
  'POST /v1/auth/log-in',
  'POST /v1/auth/log-out',
  'POST /v1/auth/refresh',
  'POST /v1/carriers/:carrier/callbacks',
  'POST /v1/cart/preview',
  'POST /v1/orders/preview',
  'POST /v1/payments/callbacks/:provider',
  'POST /v1/ws-tickets',
];

describe('the table of routes', () => {
  it('names every route once', () => {
    const names = ROUTES.map(nameOf);
    expect(new Set(names).size).toBe(names.length);
  });

  it('asks for an Idempotency-Key on every POST that has an effect, and on nothing else', () => {
    const without = ROUTES.filter(({ method, effect }) => method === 'post' && !effect).map(nameOf);
    expect(without.sort()).toEqual(WITHOUT_KEY);
    expect(ROUTES.filter(({ method, effect }) => method !== 'post' && effect)).toEqual([]);
  });

  it('serves only these of what is no GET during maintenance, and all of those', () => {
    expect(
      ROUTES.filter(({ inMaintenance }) => inMaintenance === 'served')
        .map(nameOf)
        .sort(),
    ).toEqual(IN_MAINTENANCE);
  });

  it('keeps no page that belongs to somebody', () => {
    for (const route of ROUTES.filter(({ page }) => page)) {
      expect([nameOf(route), route.method, ['none', 'optional'].includes(String(route.access))]).toEqual([
        nameOf(route),
        'get',
        true,
      ]);
    }
  });

  it('refuses unknown fields everywhere', () => {
    for (const { params, query, body, bodyAs } of ROUTES) {
      for (const schema of bodyAs ? [params, query] : [params, query, body]) {
        const issues = schema.safeParse({ surprise: 1 }).error?.issues ?? [];
        expect(issues.map(({ code }) => code)).toContain('unrecognized_keys');
      }
    }
  });
});
