import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { type AddressInfo, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer, type Server } from 'node:tls';
import { anAuthority, type Issued } from '@social/testkit/authority';
import { eventually } from '@social/testkit/eventually';
import { freePort, type OwnRedis, silentLog, startRedis } from '@social/testkit/servers';
import { MongoClient } from 'mongodb';
import { createClient } from 'redis';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openMongo } from '../src/mongo.ts';
import { openRedis } from '../src/redis.ts';
import { redisPlace } from '../src/redis-url.ts';

type Authority = Awaited<ReturnType<typeof anAuthority>>;

const PASSWORD = 'p@ss/word?1';
const WE = `shop:${encodeURIComponent(PASSWORD)}`;
let ours: Authority;
let others: Authority;
let issued: Issued;

beforeAll(async () => {
  [ours, others] = await Promise.all([anAuthority('ours'), anAuthority('others')]);
  issued = await ours.issue({ until: new Date(Date.now() + 86_400_000) });
});
afterAll(() => Promise.all([ours.remove(), others.remove()]));

/** Everything that an error tells, as a log would. */
const toldBy = (error: unknown): string =>
  error instanceof Error ? `${error.stack} ${JSON.stringify({ ...error })} ${toldBy(error.cause)}` : '';

describe('a MongoDB that speaks TLS and asks who one is', () => {
  let home: string;
  let mongod: ChildProcess;
  let port: number;
  const at = (who: string, authority: Authority) =>
    `mongodb://${who}@127.0.0.1:${port}/?authSource=admin&tls=true&tlsCAFile=${authority.caFile}`;

  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'mongo-tls-'));
    port = await freePort();
    await writeFile(join(home, 'server.pem'), Buffer.concat([issued.key, issued.certificate]));
    const tls = ['--tlsMode', 'requireTLS', '--tlsCertificateKeyFile', join(home, 'server.pem')];
    const trust = ['--tlsCAFile', ours.caFile, '--tlsAllowConnectionsWithoutCertificates', '--auth'];
    const args = ['--dbpath', home, '--port', `${port}`, '--bind_ip', '127.0.0.1', '--nounixsocket', '--quiet'];
    mongod = spawn('mongod', [...args, '--wiredTigerCacheSizeGB', '0.25', ...tls, ...trust], { stdio: 'ignore' });
    const first = await eventually(
      () =>
        MongoClient.connect(
          `mongodb://127.0.0.1:${port}/?tls=true&tlsCAFile=${ours.caFile}&serverSelectionTimeoutMS=500`,
        ),
      20_000,
    );
    await first.db('admin').command({ createUser: 'shop', pwd: PASSWORD, roles: ['root'] });
    await first.close();
  });
  afterAll(async () => {
    mongod.kill('SIGKILL');
    if (mongod.exitCode === null && mongod.signalCode === null) await once(mongod, 'exit');
    await rm(home, { recursive: true, force: true });
  });

  it('is used by the URL alone', async () => {
    const { client, db } = await openMongo(at(WE, ours), '', 'orders');
    await db.collection('orders').insertOne({ total: 1 });
    expect(await db.collection('orders').countDocuments()).toBe(1);
    await client.close();
  });

  it('refuses wrong passwords, and is not believed with a certificate of others; neither tells the password', async () => {
    const [password, authority] = await Promise.allSettled([
      openMongo(at(`shop:${encodeURIComponent(`${PASSWORD}!`)}`, ours), '', 'orders'),
      openMongo(at(WE, others), '', 'orders'),
    ]);
    expect(password).toMatchObject({ reason: { message: 'Authentication failed.' } });
    expect(authority).toMatchObject({ reason: { message: expect.stringMatching(/certificate/) } });
    for (const one of [password, authority]) {
      const told = toldBy(one.status === 'rejected' ? one.reason : undefined);
      expect(told).not.toContain(PASSWORD);
      expect(told).not.toContain(WE);
    }
  });

  it.each([`mongodb://shop:${PASSWORD}@127.0.0.1/`, `mongo://${WE}@127.0.0.1/`])(
    'cannot be read from %s, which is said without it',
    async (url) => {
      const [result] = await Promise.allSettled([openMongo(url, '', 'orders')]);
      const told = toldBy(result.status === 'rejected' ? result.reason : undefined);
      expect(told).toContain('the MongoDB URL cannot be read');
      expect(told).not.toMatch(/p(@|%40)ss/);
    },
  );
});

describe('a Redis behind TLS that asks who one is', () => {
  let redis: OwnRedis;
  let secured: Server;
  const at = (who: string, authority: Authority) =>
    `rediss://${who}@localhost:${(secured.address() as AddressInfo).port}/0?tlsCAFile=${authority.caFile}`;

  beforeAll(async () => {
    const port = await freePort();
    // The server at hand is built without TLS: what stands before it speaks it, as stunnel would.
    redis = await startRedis(port, [
      '--requirepass',
      'nobody',
      '--user',
      'shop',
      'on',
      `>${PASSWORD}`,
      '~*',
      '&*',
      '+@all',
    ]);
    secured = createServer({ cert: issued.certificate, key: issued.key }, (socket) => {
      const inner = connect(port, '127.0.0.1');
      socket.on('error', () => inner.destroy());
      inner.on('error', () => socket.destroy());
      socket.pipe(inner).pipe(socket);
    });
    secured.on('tlsClientError', () => {});
    await once(secured.listen(0, '127.0.0.1'), 'listening');
  });
  afterAll(async () => {
    secured.close();
    await redis.kill();
  });

  it('is used by the URL alone', async () => {
    const client = await openRedis(at(WE, ours), silentLog);
    await client.set('seat', '1');
    expect(await client.get('seat')).toBe('1');
    client.destroy();
  });

  it('refuses wrong passwords, and is not believed with a certificate of others', async () => {
    const trial = async (url: string) => {
      const place = redisPlace(url);
      const client = createClient({ url: place.url, socket: { reconnectStrategy: false, ...place.tls } });
      client.on('error', () => {});
      await client.connect().finally(() => client.isOpen && client.destroy());
    };
    await expect(trial(at('shop:another', ours))).rejects.toThrow(/WRONGPASS/);
    await expect(trial(at(WE, others))).rejects.toThrow(/certificate/);
  });
});
