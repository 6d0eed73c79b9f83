import { describe, expect, it } from 'vitest';
import { createPages, hasAlready } from './pages.ts';

const TEA = { url: '/v1/products/tea', name: 'GET /v1/products/:product', tags: ['product:tea', 'stock'] };
const LIST = { url: '/v1/products', name: 'GET /v1/products', tags: ['products'] };

/** Pages with a clock to turn, and a count of how often one was made. */
const aCache = (max = 10) => {
  const pages = createPages({ ttlMs: 2000, max });
  const world = { now: 0, made: 0 };
  const load = async (): Promise<Buffer> => Buffer.from(`page ${++world.made}`);
  const get = async (of = TEA, made = load) => String((await pages.get(of, () => world.now, made)).body);
  return { pages, world, get, load };
};

describe('cached pages', () => {
  it('are made once, however many ask at the same time', async () => {
    const { get } = aCache();
    expect(await Promise.all([get(), get(), get()])).toEqual(['page 1', 'page 1', 'page 1']);
  });

  it('are made anew when their time is over', async () => {
    const { get, world } = aCache();
    await get();
    world.now = 1999;
    expect(await get()).toBe('page 1');
    world.now = 2000;
    expect(await get()).toBe('page 2');
  });

  it('are dropped by any of their tags, and by no other', async () => {
    const { get, pages } = aCache();
    await get();
    pages.drop(['product:coffee', 'products']);
    expect(await get()).toBe('page 1');
    pages.drop(['stock']);
    expect(await get()).toBe('page 2');
  });

  it('are not kept when what they show changed while they were made', async () => {
    const { get, pages } = aCache();
    const { promise, resolve } = Promise.withResolvers<Buffer>();
    const early = get(TEA, () => promise);
    await Promise.resolve();
    pages.drop(['product:tea']);
    const late = await get();
    resolve(Buffer.from('old'));
    expect(await early).toBe('old');
    expect([late, await get()]).toEqual(['page 1', 'page 1']);
  });

  it('are not kept when making them failed', async () => {
    const { get } = aCache();
    await expect(get(TEA, () => Promise.reject(new Error('away')))).rejects.toThrow('away');
    expect(await get()).toBe('page 1');
  });

  it('have a tag that changes with their bytes', async () => {
    const { pages, world, load } = aCache();
    const tagOf = async (made: () => Promise<Buffer>) => (await pages.get(TEA, () => world.now, made)).etag;
    const first = await tagOf(load);
    expect(await tagOf(load)).toBe(first);
    world.now = 2000;
    const second = await tagOf(load);
    expect(second).toMatch(/^"[\w-]{27}"$/);
    expect(second).not.toBe(first);
    world.now = 4000;
    expect(await tagOf(async () => Buffer.from('page 1'))).toBe(first);
  });

  it.each([
    ['"a"', true],
    ['W/"a"', true],
    ['"b", "a"', true],
    ['*', true],
    ['"b"', false],
    ['a', false],
    [undefined, false],
  ])('are known to who sends If-None-Match: %s (%s)', (given, known) => {
    expect(hasAlready(given, '"a"')).toBe(known);
  });

  it('make room for new ones', async () => {
    const { get, pages } = aCache(1);
    await get();
    await get(LIST);
    expect(pages.peek(TEA.url, 0)).toBeUndefined();
    expect(pages.peek(LIST.url, 0)).toBeDefined();
  });
});
