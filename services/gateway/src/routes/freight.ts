import { type Route, route } from '../route.ts';
import { Freight, FreightInput, freight, freightMeasure } from '../views/prices.ts';
import { merchantIdOf, merchantParams } from './shops.ts';

const tag = 'orders';

/** What a merchant takes for sending. */
export const freightRoutes: Route[] = [
  route({
    method: 'get',
    path: '/v1/merchants/:merchant/freight',
    summary: 'What a merchant takes for sending',
    tag,
    access: 'optional',
    params: merchantParams,
    success: { status: 200, schema: Freight },
    errors: ['merchant-not-found'],
    handle: async (context, platform) => {
      const merchantId = await merchantIdOf(context, platform);
      return freight(await platform.orders.GetFreight({ merchantId }, context.call));
    },
  }),
  route({
    method: 'put',
    path: '/v1/merchants/:merchant/freight',
    summary: 'Say what sending costs: by region, by piece, weight or amount; holds for new orders',
    tag,
    access: ['merchant-staff', 'operator'],
    params: merchantParams,
    body: FreightInput,
    success: { status: 200, schema: Freight },
    errors: ['merchant-not-found', 'freight-invalid'],
    handle: async (context, platform) => {
      const merchantId = await merchantIdOf(context, platform);
      const { measure, ...rest } = context.body;
      const given = { ...rest, merchantId, measure: freightMeasure(measure) };
      return freight(await platform.orders.SetFreight({ freight: given }, context.call));
    },
  }),
];
