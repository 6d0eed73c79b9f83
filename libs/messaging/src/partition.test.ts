import fc from 'fast-check';
import { Partitioners } from 'kafkajs';
import { expect, it } from 'vitest';
import { partitionOf } from './partition.ts';

const theirs = Partitioners.DefaultPartitioner();

it('gives every key the partition that kafkajs gives it', () => {
  fc.assert(
    fc.property(fc.uint8Array(), fc.integer({ min: 1, max: 40 }), (bytes, partitions) => {
      const key = Buffer.from(bytes).toString('latin1');
      const partitionMetadata = Array.from({ length: partitions }, (_, partitionId) => {
        return { partitionId, partitionErrorCode: 0, leader: 1, replicas: [1], isr: [1] };
      });
      expect(partitionOf(key, partitions)).toBe(theirs({ topic: 't', partitionMetadata, message: { key, value: '' } }));
    }),
  );
});
