import { type ChildProcess, spawn } from 'node:child_process';
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { createRpcClient } from '@social/rpc/client';
import { services } from '@social/rpc/proto';
import { newId } from '@social/runtime/ids';
import { keyRing } from '@social/runtime/key-ring';
import { eventually } from '@social/testkit/eventually';
import { aNamespace, dropNamespace, freePort, SERVERS } from '@social/testkit/servers';

type ServiceName = 'identity' | 'catalog' | 'orders';
type Running = { grpc: string; child: ChildProcess; end: (signal?: 'SIGTERM' | 'SIGKILL') => Promise<void> };

const key = () => randomBytes(32).toString('base64');

/** Secrets and addresses that the processes of one test file share. */
function environment(namespace: string) {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' });
  return {
    ...process.env,
    NAMESPACE: namespace,
    HOST: '127.0.0.1',
    LOG_LEVEL: process.env.TEST_LOG_LEVEL ?? 'error',
    MONGO_URL: SERVERS.mongoUrl,
    KAFKA_BROKERS: SERVERS.kafkaBrokers,
    REDIS_URL: SERVERS.redisUrl,
    INTERNAL_TOKEN_KEY: key(),
    IDENTITY_ENCRYPTION_KEYS: `k1:${key()}`,
    IDENTITY_BLIND_INDEX_KEY: key(),
    IDENTITY_SIGNING_KEYS: JSON.stringify([{ kid: 'test', pem }]),
    ORDERS_ENCRYPTION_KEYS: `k1:${key()}`,
  };
}

async function start(name: ServiceName, env: NodeJS.ProcessEnv, fixedPort?: number): Promise<Running> {
  const [httpPort, grpcPort] = [await freePort(), fixedPort ?? (await freePort())];
  const main = fileURLToPath(new URL(`../../${name}/src/main.ts`, import.meta.url));
  const ports = { HTTP_PORT: String(httpPort), GRPC_PORT: String(grpcPort) };
  const child = spawn(process.execPath, [main], { env: { ...env, ...ports }, stdio: 'ignore' });
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null;
  // A test file that fails or times out leaves no process behind.
  const killWithParent = () => child.kill('SIGKILL');
  process.once('exit', killWithParent);
  const end: Running['end'] = async (signal = 'SIGKILL') => {
    process.off('exit', killWithParent);
    if (hasEnded()) return;
    child.kill(signal);
    await once(child, 'exit');
  };
  await eventually(async () => {
    if (hasEnded()) return;
    const { ok } = await fetch(`http://127.0.0.1:${httpPort}/readyz`);
    if (!ok) throw new Error(`${name} is not ready`);
  }, 20_000).catch(async (error) => {
    await end();
    throw error;
  });
  return { grpc: `127.0.0.1:${grpcPort}`, child, end };
}

export type World = Awaited<ReturnType<typeof aWorld>>;
export type Shopper = { caller: { userId: string; roles: string[] }; addressId: string };

export const OPERATOR = { userId: 'usr_operator', roles: ['operator'] };
export const GROUP_BUY = { userId: 'service:group-buy', roles: ['service'] };
export const PAYMENTS = { userId: 'service:payments', roles: ['service'] };
export const staffOf = (merchantId: string) => ({
  userId: `usr_staff_${merchantId}`,
  roles: ['merchant-staff'],
  merchantId,
});

/** The real identity and catalog as processes, with a namespace of their own. */
export async function aWorld() {
  const namespace = aNamespace();
  const [catalogPort, ordersPort] = [await freePort(), await freePort()];
  // No group-buy listens: nothing here is set aside for one.
  const addresses = { ORDERS_ADDR: `127.0.0.1:${ordersPort}`, GROUP_BUY_ADDR: '127.0.0.1:9' };
  const env = { ...environment(namespace), ...addresses };
  const tokenKey = keyRing(env.INTERNAL_TOKEN_KEY);
  const startCatalog = (extra: Record<string, string>) => start('catalog', { ...env, ...extra }, catalogPort);
  const [identityProcess, firstCatalog] = await Promise.all([start('identity', env), startCatalog({})]);
  let catalogProcess = firstCatalog;
  const identity = createRpcClient(services.identity(), identityProcess.grpc, { tokenKey });
  const catalog = createRpcClient(services.catalog(), catalogProcess.grpc, { tokenKey });
  const ordersEnv = { ...env, IDENTITY_ADDR: identityProcess.grpc, CATALOG_ADDR: catalogProcess.grpc };

  const aShopper = async (): Promise<Shopper> => {
    const caller = { userId: newId('usr'), roles: ['shopper'] };
    const address = { recipient: '安小雨', phone: '13812345678', districtCode: '330106', detail: '文三路 1 号' };
    const { addressId } = await identity.SaveAddress(address, { caller });
    return { caller, addressId };
  };
  const aMerchant = async () => {
    const slug = `m-${randomBytes(4).toString('hex')}`;
    return (await catalog.CreateMerchant({ slug, name: slug, trusted: true }, { caller: OPERATOR })).merchantId;
  };
  /** A product with one SKU; `amount` in fen. */
  const aSku = async (merchantId: string, amount: number, stock: number) => {
    const handle = `p-${randomBytes(4).toString('hex')}`;
    const sku = { priceAmount: amount, stock };
    const product = { handle, title: '龙井', currency: 'CNY', onSale: true, skus: [sku], categoryId };
    const { skus } = await catalog.CreateProduct({ merchantId, product }, { caller: OPERATOR });
    return skus[0]?.skuId ?? '';
  };
  const stockOf = async (skuId: string) => {
    const { skus } = await catalog.GetSkus({ skuIds: [skuId] }, { caller: OPERATOR });
    return skus[0]?.stock;
  };
  const { categoryId } = await catalog.CreateCategory({ slug: 'tea', name: '茶' }, { caller: OPERATOR });

  return {
    namespace,
    tokenKey,
    identity,
    catalog,
    aShopper,
    aMerchant,
    aSku,
    stockOf,
    /** The orders service as a process of its own; `extra` arms a crash point or shortens a time. */
    startOrders: (extra: Record<string, string>) => start('orders', { ...ordersEnv, ...extra }, ordersPort),
    /** Ends the catalog in order and starts it anew; `extra` arms a crash point. Answers the new process. */
    restartCatalog: async (extra: Record<string, string> = {}): Promise<Running> => {
      await catalogProcess.end('SIGTERM');
      catalogProcess = await startCatalog(extra);
      return catalogProcess;
    },
    stop: async () => {
      identity.close();
      catalog.close();
      await Promise.all([identityProcess.end(), catalogProcess.end()]);
      await dropNamespace(namespace);
    },
  };
}
