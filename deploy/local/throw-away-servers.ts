/** Servers for one run of the tests, on free ports, their data deleted with them. */
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { freePortPair, freePorts } from './ports.ts';
import { listProcesses, startTicksOf, stopProcess } from './processes.ts';
import { runDirOf, type ServerSet, startServers, stopServers } from './servers.ts';

/** A set of this process's own below `parent`, after what killed runs left there is cleared away. */
export async function startThrowAwayServers(root: string, parent: string): Promise<ServerSet> {
  mkdirSync(parent, { recursive: true });
  await clearLeftovers(root, parent);
  const [mongo = 0, redis = 0] = await freePorts(2);
  const set: ServerSet = {
    root,
    home: join(parent, `${process.pid}`),
    ports: { mongo, kafka: await freePortPair(), redis },
  };
  try {
    await startServers(set);
    return set;
  } catch (error) {
    await stopServers(set, 0);
    throw error;
  }
}

/** Ends the set and deletes its folder. */
export async function endThrowAwayServers(set: ServerSet): Promise<void> {
  await stopServers(set, 0);
  rmSync(set.home, { recursive: true, force: true });
}

async function clearLeftovers(root: string, parent: string): Promise<void> {
  for (const pid of readdirSync(parent)) {
    if (startTicksOf(Number(pid)) !== undefined) continue;
    const home = join(parent, pid);
    const runDir = runDirOf({ root, home, ports: { mongo: 0, kafka: 0, redis: 0 } });
    for (const { name } of listProcesses(runDir)) await stopProcess(runDir, name, 0);
    rmSync(home, { recursive: true, force: true });
  }
}
