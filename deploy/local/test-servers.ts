/** The servers that tests share on a developer's machine: `node deploy/local/test-servers.ts up|down|status`. */
import { join } from 'node:path';
import { listServers, type ServerSet, serverUrls, startServers, stopServers } from './servers.ts';
import { createSteps, Refusal, runCommand } from './steps.ts';

const root = join(import.meta.dirname, '../..');

/** Fixed ports, so that every run of a test on this machine finds them. */
const shared: ServerSet = {
  root,
  home: join(root, '.local/test/shared'),
  ports: { mongo: 17017, kafka: 17092, redis: 17079 },
};

const steps = createSteps(process.stdout, Date.now);

function status(): void {
  for (const { name, pid, port } of listServers(shared)) steps.say(`  ${name.padEnd(6)} pid ${pid}, port ${port}`);
}

await runCommand(async () => {
  const command = process.argv[2];
  if (command === 'down') return steps.step('Test servers ended', () => stopServers(shared, 5_000));
  if (command === 'status') return status();
  if (command !== 'up') throw new Refusal('Say what to do: node deploy/local/test-servers.ts up|down|status');

  await steps.step('MongoDB, Kafka, Redis for tests', () => startServers(shared));
  status();
  for (const url of Object.values(serverUrls(shared.ports))) steps.say(`  ${url}`);
});
