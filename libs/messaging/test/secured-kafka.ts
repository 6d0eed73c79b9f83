import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Issued } from '@social/testkit/authority';
import { eventually } from '@social/testkit/eventually';
import { freePort } from '@social/testkit/servers';
import { kafkaProperties } from '../../../deploy/local/kafka-properties.ts';
import { freePortPair } from '../../../deploy/local/ports.ts';
import { kafkaAnswers } from '../../../deploy/local/probes.ts';

const LIBS = join(import.meta.dirname, '../../../.local/kafka/libs/*');
const JAVA = ['-Xmx384m', '-XX:+UseSerialGC', '-Dorg.slf4j.simpleLogger.defaultLogLevel=warn', '-cp', LIBS];

/** Who may log in: one by SCRAM-SHA-512, one by PLAIN. */
export const SCRAM = { KAFKA_USERNAME: 'shop', KAFKA_PASSWORD: 'scram-secret-1' };
export const PLAIN = {
  KAFKA_USERNAME: 'stall',
  KAFKA_PASSWORD: 'plain-secret-2',
  KAFKA_SASL_MECHANISM: 'plain',
} as const;

const plainLogin = [
  'org.apache.kafka.common.security.plain.PlainLoginModule required',
  `user_${PLAIN.KAFKA_USERNAME}="${PLAIN.KAFKA_PASSWORD}";`,
].join(' ');
const scramLogin = 'org.apache.kafka.common.security.scram.ScramLoginModule required;';

/** The properties of the local broker, with clients let in over TLS and with a password alone. */
function properties(ports: { port: number; inner: number }, home: string): string {
  const local = kafkaProperties({ port: ports.port, logDir: join(home, 'log'), cores: 2 });
  const secured = {
    listeners: `SASL_SSL://127.0.0.1:${ports.port},INNER://127.0.0.1:${ports.inner},CONTROLLER://127.0.0.1:${ports.port + 1}`,
    'advertised.listeners': `SASL_SSL://localhost:${ports.port},INNER://127.0.0.1:${ports.inner}`,
    'listener.security.protocol.map': 'SASL_SSL:SASL_SSL,INNER:PLAINTEXT,CONTROLLER:PLAINTEXT',
    'inter.broker.listener.name': 'INNER',
    'sasl.enabled.mechanisms': 'SCRAM-SHA-512,PLAIN',
    'listener.name.sasl_ssl.scram-sha-512.sasl.jaas.config': scramLogin,
    'listener.name.sasl_ssl.plain.sasl.jaas.config': plainLogin,
    'ssl.keystore.type': 'PEM',
    'ssl.keystore.location': join(home, 'server.pem'),
  };
  const lines = Object.entries(secured).map(([name, value]) => `${name}=${value}`);
  return `${local}${lines.join('\n')}\n`;
}

/** A broker of the test's own that speaks TLS and asks who one is. */
export async function startSecuredKafka({ certificate, key }: Issued) {
  const home = await mkdtemp(join(tmpdir(), 'secured-kafka-'));
  const [port, inner] = [await freePortPair(), await freePort()];
  const config = join(home, 'server.properties');
  await writeFile(join(home, 'server.pem'), Buffer.concat([key, certificate]));
  await writeFile(config, properties({ port, inner }, home));
  const scram = `SCRAM-SHA-512=[name=${SCRAM.KAFKA_USERNAME},password=${SCRAM.KAFKA_PASSWORD}]`;
  const format = ['kafka.tools.StorageTool', 'format', '--cluster-id', 'bG9jYWwtc29jaWFsLWtmaw', '-c', config];
  await promisify(execFile)('java', [...JAVA, ...format, '--add-scram', scram]);
  const child: ChildProcess = spawn('java', [...JAVA, 'kafka.Kafka', config], { stdio: 'ignore' });
  await eventually(async () => {
    if (child.exitCode !== null) throw new Error(`Kafka ended with ${child.exitCode}`);
    if (!(await kafkaAnswers(inner))) throw new Error('Kafka does not answer yet');
  }, 60_000);
  return {
    brokers: `localhost:${port}`,
    stop: async () => {
      child.kill('SIGKILL');
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
      await rm(home, { recursive: true, force: true });
    },
  };
}
