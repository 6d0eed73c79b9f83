import { describe, expect, it } from 'vitest';
import { object, profile, render } from './helm.ts';

describe('backup and restore in production', () => {
  const objects = render({ values: [profile('prod')] });
  const backup = object(objects, 'CronJob', 'shop-tools-backup').spec;
  const restore = object(objects, 'CronJob', 'shop-tools-restore').spec;
  const containerOf = ({ jobTemplate }: typeof backup) => jobTemplate.spec.template.spec.containers[0];
  const namesOf = (spec: typeof backup): string[] => containerOf(spec).env.map(({ name }: { name: string }) => name);

  it('takes a backup by the clock, never two at once', () => {
    expect(backup).toMatchObject({ suspend: false, concurrencyPolicy: 'Forbid' });
    expect(containerOf(backup).command).toEqual(['node', 'deploy/backup/main.ts', 'take']);
  });

  it('restores only when people make a Job of it, and does not try again by itself', () => {
    expect(restore.suspend).toBe(true);
    expect(restore.jobTemplate.spec.backoffLimit).toBe(0);
    expect(containerOf(restore).command).toEqual(['node', 'deploy/backup/main.ts', 'restore']);
  });

  it.each([
    ['backup', backup],
    ['restore', restore],
  ])('gives a %s where everything is, and the keys whose fingerprints it compares', (_, spec) => {
    expect(namesOf(spec)).toEqual(
      expect.arrayContaining([
        ...['MONGO_URL', 'KAFKA_BROKERS', 'REDIS_URL', 'NAMESPACE', 'BACKUP_S3_BUCKET_URL'],
        ...['IDENTITY_ENCRYPTION_KEYS', 'IDENTITY_BLIND_INDEX_KEY', 'ORDERS_ENCRYPTION_KEYS'],
      ]),
    );
  });
});
