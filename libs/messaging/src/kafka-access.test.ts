import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { kafkaOptions } from './kafka-access.ts';

const BROKERS = { KAFKA_BROKERS: 'one:9092,two:9092' };
const caFile = join(mkdtempSync(join(tmpdir(), 'kafka-access-')), 'ca.crt');

describe('the way to Kafka', () => {
  it('is plain where nothing else is said', () => {
    expect(kafkaOptions(BROKERS)).toEqual({ brokers: ['one:9092', 'two:9092'], ssl: undefined, sasl: undefined });
  });

  it('is encrypted, with the CA that the file holds when it connects', () => {
    writeFileSync(caFile, 'first');
    const { ssl } = kafkaOptions({ ...BROKERS, KAFKA_TLS: true, KAFKA_CA_FILE: caFile });
    expect({ ...Object(ssl) }.ca.toString()).toBe('first');
    writeFileSync(caFile, 'renewed');
    expect({ ...Object(ssl) }.ca.toString()).toBe('renewed');
    expect(kafkaOptions({ ...BROKERS, KAFKA_TLS: true }).ssl).toBeTruthy();
  });

  it('names who we are', () => {
    const us = { KAFKA_USERNAME: 'shop', KAFKA_PASSWORD: 'hunter2' };
    expect(kafkaOptions({ ...BROKERS, ...us }).sasl).toEqual({
      mechanism: 'scram-sha-512',
      username: 'shop',
      password: 'hunter2',
    });
    expect(kafkaOptions({ ...BROKERS, ...us, KAFKA_SASL_MECHANISM: 'plain' }).sasl?.mechanism).toBe('plain');
  });

  it.each([
    [{ KAFKA_USERNAME: 'shop' }, 'KAFKA_USERNAME and KAFKA_PASSWORD'],
    [{ KAFKA_PASSWORD: 'hunter2' }, 'KAFKA_USERNAME and KAFKA_PASSWORD'],
    [{ KAFKA_TLS: true, KAFKA_CERT_FILE: '/etc/kafka/tls.crt' }, 'KAFKA_CERT_FILE and KAFKA_KEY_FILE'],
    [{ KAFKA_TLS: true, KAFKA_CA_FILE: '/not/there.crt' }, '/not/there.crt'],
  ])('is refused by half: %j', (half, says) => {
    expect(() => kafkaOptions({ ...BROKERS, ...half })).toThrow(says);
    expect(() => kafkaOptions({ ...BROKERS, ...half })).not.toThrow('hunter2');
  });
});
