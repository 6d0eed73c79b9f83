import { describe, expect, it } from 'vitest';
import { answerLength } from './crowd.ts';

const HEAD = 'HTTP/1.1 201 Created\r\ncontent-type: application/json\r\nContent-Length: 5\r\n\r\n';

describe('an answer of which a crowd receives a part at a time', () => {
  it('is whole when all of its body is there, whatever follows', () => {
    expect(answerLength(`${HEAD}hello`)).toBe(HEAD.length + 5);
    expect(answerLength(`${HEAD}helloHTTP/1.1 201`)).toBe(HEAD.length + 5);
  });

  it('is waited for while its head or body is torn', () => {
    expect(answerLength(HEAD.slice(0, -2))).toBeUndefined();
    expect(answerLength(`${HEAD}hell`)).toBeUndefined();
  });

  it('must tell its length', () => {
    expect(() => answerLength('HTTP/1.1 200 OK\r\n\r\n')).toThrow('without its length');
  });
});
