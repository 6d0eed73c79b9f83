import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { createRpcClient } from '@social/rpc/client';
import { services } from '@social/rpc/proto';
import { serviceCaller } from '@social/runtime/caller';
import { newId } from '@social/runtime/ids';
import { keyRing } from '@social/runtime/key-ring';
import { newOwnedId } from '@social/runtime/owned-id';
import { eventually } from '@social/testkit/eventually';
import { freePort, SERVERS } from '@social/testkit/servers';

const MAIN = fileURLToPath(new URL('../../orders/src/main.ts', import.meta.url));
const AT_ONCE = 200;

export type Hold = { groupId: string; userId: string; orderId: string };

/** The real orders service as a process; nothing that is asked of it here needs catalog or identity. */
export async function startOrders(namespace: string) {
  const secret = randomBytes(32).toString('base64');
  const tokenKey = keyRing(secret);
  const [grpcPort, httpPort] = [await freePort(), await freePort()];
  const env = {
    ...process.env,
    NAMESPACE: namespace,
    HOST: '127.0.0.1',
    HTTP_PORT: String(httpPort),
    GRPC_PORT: String(grpcPort),
    LOG_LEVEL: 'error',
    MONGO_URL: SERVERS.mongoUrl,
    KAFKA_BROKERS: SERVERS.kafkaBrokers,
    INTERNAL_TOKEN_KEY: secret,
    ORDERS_ENCRYPTION_KEYS: `k1:${randomBytes(32).toString('base64')}`,
    CATALOG_ADDR: '127.0.0.1:9',
    IDENTITY_ADDR: '127.0.0.1:9',
  };
  const child = spawn(process.execPath, [MAIN], { env, stdio: ['ignore', 'inherit', 'inherit'] });
  const stop = async () => {
    child.kill('SIGKILL');
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  };
  process.once('exit', () => child.kill('SIGKILL'));
  await eventually(async () => {
    if (!(await fetch(`http://127.0.0.1:${httpPort}/readyz`)).ok) throw new Error('orders is not ready');
  }, 30_000).catch(async (error) => {
    await stop();
    throw error;
  });
  const rpc = createRpcClient(services.orders(), `127.0.0.1:${grpcPort}`, { tokenKey });
  const caller = serviceCaller('group-buy');

  /** An address of a person. */
  const addressOf = (userId: string) => newOwnedId('adr', userId, tokenKey);

  return {
    rpc,
    addressOf,
    /** Writes the orders of people who hold seats. */
    placeHolds: async (activityId: string, holds: Hold[]): Promise<void> => {
      const line = { skuId: 'sku_1', productId: 'prd_1', title: '龙井', unitAmount: 100 };
      const offers = [{ activityId, merchantId: 'mer_1', currency: 'CNY', line }];
      for (let start = 0; start < holds.length; start += AT_ONCE) {
        const some = holds.slice(start, start + AT_ONCE).map(({ groupId, userId, orderId }) => ({
          orderId,
          groupId,
          buyerId: userId,
          addressId: addressOf(userId),
          quantity: 1,
          request: { id: newId('req'), bodyHash: 'h' },
        }));
        const { results } = await rpc.PlaceGroupOrders({ offers, orders: some }, { caller });
        const refused = results.find(({ errorCode }) => errorCode !== '');
        if (refused) throw new Error(`an order was not placed: ${refused.errorCode}`);
      }
    },
    stop: async () => {
      rpc.close();
      await stop();
    },
  };
}
