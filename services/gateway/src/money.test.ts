import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ROUTES } from './routes/table.ts';

type Schema = { properties?: Record<string, Schema>; additionalProperties?: unknown; items?: Schema; anyOf?: Schema[] };
type Field = { path: string; schema: Schema };

/** Every field of a body, also within lists and choices. */
function fieldsOf(schema: Schema, path = ''): Field[] {
  const within = [schema.items, ...(schema.anyOf ?? [])].flatMap((one) => (one ? fieldsOf(one, path) : []));
  const own = Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
    const at = path === '' ? name : `${path}.${name}`;
    return [{ path: at, schema: field }, ...fieldsOf(field, at)];
  });
  return [...own, ...within];
}

const BODIES = ROUTES.filter(({ bodyAs }) => !bodyAs).map((route) => {
  const schema = z.toJSONSchema(route.body, { io: 'input', unrepresentable: 'any' }) as Schema;
  return { name: `${route.method.toUpperCase()} ${route.path}`, route, schema, fields: fieldsOf(schema) };
});

const MONEY = /amount|price|total|fee|discount|freight|refund|balance|cost|currency/i;
/** Only compared with what it costs; whoever sends another total is refused. */
const SHOWN = /^expectedTotal(\.(amount|currency))?$/;

describe('what a body may hold', () => {
  it.each(BODIES)('$name: nothing that its schema does not name, however deep', ({ schema, fields }) => {
    const objects = [{ path: '', schema }, ...fields].filter(({ schema: { properties } }) => properties);

    expect(objects.filter(({ schema: { additionalProperties } }) => additionalProperties !== false)).toEqual([]);
  });

  it('no price, total or discount from whoever buys', () => {
    const buyers = BODIES.filter(({ route }) => typeof route.access === 'string');
    const money = buyers.flatMap(({ name, fields }) =>
      fields.filter(({ path }) => MONEY.test(path) && !SHOWN.test(path)).map(({ path }) => `${name} ${path}`),
    );

    expect(buyers.length).toBeGreaterThan(20);
    expect(money).toEqual([]);
  });

  it('refuses a price that is sent all the same', () => {
    const checkout = ROUTES.find(({ method, path }) => method === 'post' && path === '/v1/orders');
    const line = { skuId: 'sku_1', quantity: 1 };
    const refused = [
      { lines: [line], addressId: 'adr_1', totalAmount: 1 },
      { lines: [{ ...line, unitAmount: 1 }], addressId: 'adr_1' },
      { lines: [{ ...line, price: { amount: 1, currency: 'CNY' } }], addressId: 'adr_1' },
      { lines: [line], addressId: 'adr_1', wishes: [{ merchantId: 'mer_1', freight: 0 }] },
    ];

    expect(checkout?.body.safeParse({ lines: [line], addressId: 'adr_1' }).success).toBe(true);
    for (const body of refused) {
      expect(checkout?.body.safeParse(body).error?.issues).toMatchObject([{ code: 'unrecognized_keys' }]);
    }
  });
});
