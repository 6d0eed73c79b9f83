import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePorts } from '@social/local/ports';
import { eventually } from '@social/testkit/eventually';
import { MongoClient } from 'mongodb';

export type ThreeMongods = {
  url: string;
  /** Makes the primary step down and waits until another has taken over. */
  stepDown: () => Promise<void>;
  stop: () => Promise<void>;
};

/** A replica set of three, as in production: a write counts when two have it. */
export async function startThreeMongods(): Promise<ThreeMongods> {
  const home = mkdtempSync(join(tmpdir(), 'three-mongods-'));
  const ports = await freePorts(3);
  const nodes = ports.map((port) => {
    const dbpath = mkdtempSync(join(home, 'node-'));
    const args = ['--dbpath', dbpath, '--port', `${port}`, '--bind_ip', '127.0.0.1', '--nounixsocket', '--quiet'];
    const small = ['--replSet', 'rs0', '--oplogSize', '256', '--wiredTigerCacheSizeGB', '0.5'];
    return spawn('mongod', [...args, ...small], { stdio: 'ignore' });
  });
  const hosts = ports.map((port) => `127.0.0.1:${port}`);
  const first = await eventually(() =>
    MongoClient.connect(`mongodb://${hosts[0]}/?directConnection=true&serverSelectionTimeoutMS=500`),
  );
  const members = hosts.map((host, _id) => ({ _id, host }));
  await first.db('admin').command({ replSetInitiate: { _id: 'rs0', members } });
  await first.close();

  const url = `mongodb://${hosts.join(',')}/?replicaSet=rs0`;
  const client = new MongoClient(url);
  const primary = async () => (await client.db('admin').command({ hello: 1 })).primary as string;
  await eventually(primary);
  return {
    url,
    stepDown: async () => {
      const before = await primary();
      await client
        .db('admin')
        .command({ replSetStepDown: 20, secondaryCatchUpPeriodSecs: 5 })
        .catch(() => undefined);
      await eventually(async () => {
        if ((await primary()) === before) throw new Error('still the primary');
      }, 30_000);
    },
    stop: async () => {
      await client.close();
      for (const node of nodes) node.kill('SIGKILL');
      await Promise.all(nodes.map((node) => node.exitCode ?? node.signalCode ?? once(node, 'exit')));
      rmSync(home, { recursive: true, force: true });
    },
  };
}
