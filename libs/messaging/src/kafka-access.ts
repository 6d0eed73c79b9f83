import { readFileSync } from 'node:fs';
import { ConfigurationFault } from '@social/runtime/config';
import type { KafkaConfig, SASLOptions } from 'kafkajs';

/** How Kafka is reached, as configuration has it; see `kafkaConfig` of the runtime. */
export type KafkaAccess = {
  KAFKA_BROKERS: string;
  KAFKA_TLS?: boolean;
  KAFKA_CA_FILE?: string;
  KAFKA_CERT_FILE?: string;
  KAFKA_KEY_FILE?: string;
  KAFKA_USERNAME?: string;
  KAFKA_PASSWORD?: string;
  KAFKA_SASL_MECHANISM?: 'scram-sha-512' | 'scram-sha-256' | 'plain';
  KAFKA_PARTITIONS?: number;
  DEAD_LETTERS_KEPT_DAYS?: number;
};

const read = (path: string | undefined): Buffer | undefined => (path ? readFileSync(path) : undefined);

/**
 * The files are read for every connection: what was renewed is used from the next one on. Errors: ENOENT for a file that is
 * not there, now rather than at the first connection.
 */
function tlsOf({ KAFKA_CA_FILE: ca, KAFKA_CERT_FILE: cert, KAFKA_KEY_FILE: key }: KafkaAccess): KafkaConfig['ssl'] {
  if ((cert === undefined) !== (key === undefined)) {
    throw new ConfigurationFault('KAFKA_CERT_FILE', 'set KAFKA_CERT_FILE and KAFKA_KEY_FILE together');
  }
  for (const path of [ca, cert, key]) read(path);

  return {
    get ca() {
      return read(ca);
    },
    get cert() {
      return read(cert);
    },
    get key() {
      return read(key);
    },
  };
}

function saslOf(access: KafkaAccess): SASLOptions | undefined {
  const { KAFKA_USERNAME: username, KAFKA_PASSWORD: password, KAFKA_SASL_MECHANISM: mechanism } = access;
  if ((username === undefined) !== (password === undefined)) {
    throw new ConfigurationFault('KAFKA_USERNAME', 'set KAFKA_USERNAME and KAFKA_PASSWORD together');
  }
  if (username === undefined || password === undefined) return undefined;

  return { mechanism: mechanism ?? 'scram-sha-512', username, password };
}

/** What kafkajs is told. Errors: one that names what is set by half, or a file that cannot be read; never a password. */
export function kafkaOptions(access: KafkaAccess): Pick<KafkaConfig, 'brokers' | 'ssl' | 'sasl'> {
  return {
    brokers: access.KAFKA_BROKERS.split(','),
    ssl: access.KAFKA_TLS ? tlsOf(access) : undefined,
    sasl: saslOf(access),
  };
}
