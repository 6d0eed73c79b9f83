import { ApiRefusal, apiAt } from '@social/catalog/api-client';
import { Refusal } from '@social/local/steps';
import { z } from 'zod';

/** Someone who can come at once: an access token of 15 minutes, and an address to send to. */
export type Shopper = { accessToken: string; addressId: string };

type Order = { url: string; operatorToken: string; count: number; say: (line: string) => void };

const minted = z.object({ items: z.array(z.object({ accessToken: z.string(), addressId: z.string() })) });

/** Most in one request. */
const AT_ONCE = 1000;

/** So many shoppers, minted by the development stack. Errors: Refusal, where it mints none. */
export async function readyShoppers({ url, operatorToken, count, say }: Order): Promise<Shopper[]> {
  const api = apiAt(url, operatorToken);
  const shoppers: Shopper[] = [];
  while (shoppers.length < count) {
    const body = { count: Math.min(AT_ONCE, count - shoppers.length) };
    const { items } = await api.post('/v1/dev/shoppers', body, minted).catch((error) => {
      throw asRefusal(error);
    });
    shoppers.push(...items);
    say(`  ${shoppers.length} of ${count} shoppers ready`);
  }
  return shoppers;
}

function asRefusal(error: unknown): unknown {
  if (!(error instanceof ApiRefusal)) return error;

  const hint = error.status === 404 ? ' Load tests need a stack with DEV_ENDPOINTS=true, as make up starts it.' : '';
  return new Refusal(`The shoppers cannot be made ready: ${error.code}, ${error.message}.${hint}`);
}
