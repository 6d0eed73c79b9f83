import { z } from 'zod';
import { type Route, route } from '../route.ts';
import { Instant, instant } from '../views/values.ts';

const Shopper = z
  .strictObject({ userId: z.string(), addressId: z.string(), accessToken: z.string(), expiresAt: Instant })
  .meta({ id: 'ReadyShopper' });

/** Only where DEV_ENDPOINTS is set: nowhere else is there such a path. */
export const devRoutes: Route[] = [
  route({
    method: 'post',
    path: '/v1/dev/shoppers',
    summary: 'Mint shoppers for a load test: accounts, each with an address and an access token',
    tag: 'development',
    access: ['operator'],
    body: z.strictObject({ count: z.int().min(1).max(1000) }),
    success: { status: 201, schema: z.strictObject({ items: z.array(Shopper) }) },
    errors: [],
    handle: async ({ body, call }, { identity }) => {
      const { shoppers } = await identity.MintShoppers(body, { ...call, timeoutMs: 20_000 });
      return { items: shoppers.map((shopper) => ({ ...shopper, expiresAt: instant(shopper.expiresAt) })) };
    },
  }),
];
