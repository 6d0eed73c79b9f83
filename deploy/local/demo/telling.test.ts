import { ApiRefusal } from '@social/catalog/api-client';
import { describe, expect, it } from 'vitest';
import { createTeller, expectThat, mustBeRefused, notAsTold, yuan } from './telling.ts';

const refuse = (code: string) => async () => {
  throw new ApiRefusal(409, code, 'No.');
};

describe('a teller', () => {
  it('writes a line an event, with its seconds, columns aligned under Chinese names', () => {
    const lines: string[] = [];
    let now = 1000;
    const { tell, chapter, proved, seconds } = createTeller(
      (text) => lines.push(text),
      () => now,
    );
    chapter('1 · A shop');
    tell('山岚', 'opens');
    now += 12_340;
    tell('operator', 'looks');
    proved('it is open');
    expect(lines).toEqual([
      '\n1 · A shop\n',
      '  0.0 s  山岚      opens\n',
      ' 12.3 s  operator  looks\n',
      '         ✓ it is open\n',
    ]);
    expect(seconds()).toBe(12.34);
  });

  it('says in one sentence where a story went wrong, and why', () => {
    const teller = createTeller(
      () => {},
      () => 0,
    );
    expect(notAsTold(new TypeError('fetch failed'), teller).message).toBe(
      'After “the beginning” it did not go as told: fetch failed',
    );
    teller.tell('晚晴', 'pays');
    expect(notAsTold(new ApiRefusal(409, 'out-of-stock', 'None left.'), teller).message).toBe(
      'After “晚晴 pays” it did not go as told: None left. (out-of-stock)',
    );
  });
});

describe('a story', () => {
  it('ends when something is not as told', () => {
    expect(() => expectThat(true, 'never')).not.toThrow();
    expect(() => expectThat(false, 'three are left, not four')).toThrow('three are left, not four');
  });

  it('goes on only when what must be refused is refused, with its code', async () => {
    await mustBeRefused('code-wrong', 'a wrong code', refuse('code-wrong'));
    await expect(mustBeRefused('code-wrong', 'a wrong code', refuse('internal'))).rejects.toThrow('No.');
    await expect(mustBeRefused('code-wrong', 'a wrong code', async () => 1)).rejects.toThrow(
      'a wrong code was not refused',
    );
  });

  it('tells money as people read it', () => {
    expect([0, 5, 1990, 100_000].map(yuan)).toEqual(['¥0.00', '¥0.05', '¥19.90', '¥1000.00']);
  });
});
