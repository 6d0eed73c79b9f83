import { expect, it } from 'vitest';
import { type Change, togetherWith } from './changes.ts';

it('tells of pages together while one is being told, and of each group by itself', async () => {
  const told: Change[] = [];
  const first = Promise.withResolvers<void>();
  const tell = togetherWith((change) => {
    told.push(change);
    return told.length === 1 ? first.promise : Promise.resolve();
  });
  const all = ['a', 'b', 'c', 'b'].map((id) => tell({ tags: ['products', `product:${id}`] }));
  await tell({ tags: ['groups'], groupId: 'grp_1' });
  first.resolve();
  await Promise.all(all);

  expect(told).toEqual([
    { tags: ['products', 'product:a'] },
    { tags: ['groups'], groupId: 'grp_1' },
    { tags: ['products', 'product:b', 'product:c'] },
  ]);
});

it('rejects all that were to be told of together when it cannot', async () => {
  const tell = togetherWith(() => Promise.reject(new Error('away')));
  const results = await Promise.allSettled([tell({ tags: ['x'] }), tell({ tags: ['y'] }), tell({ tags: ['z'] })]);
  expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
});
