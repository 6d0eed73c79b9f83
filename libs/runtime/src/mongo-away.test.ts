import {
  type BulkWriteResult,
  MongoBulkWriteError,
  MongoNetworkError,
  MongoServerError,
  MongoServerSelectionError,
  type TopologyDescription,
} from 'mongodb';
import { describe, expect, it } from 'vitest';
import { whileMongoIsAway } from './mongo-away.ts';

const AWAY = expect.objectContaining({ code: 'service-unavailable', details: { retryAfterMs: 1000 } });
const NO_RESULT = {} as BulkWriteResult;
const ofServer = (code: number) => new MongoServerError({ message: 'said by the server', code });

describe('an error while MongoDB is away', () => {
  it.each([
    ['a connection that broke', new MongoNetworkError('closed')],
    ['a bulk write whose connection broke', new MongoBulkWriteError(new MongoNetworkError('closed'), NO_RESULT)],
    ['no server to be found', new MongoServerSelectionError('none', {} as TopologyDescription)],
    ['a server that is going', ofServer(11600)],
    ['a primary that stepped down', ofServer(10107)],
    ['a write that was not confirmed in time', ofServer(64)],
  ])('is worth asking again: %s', (_, error) => {
    expect(whileMongoIsAway(error)).toEqual(AWAY);
  });

  it('is left as it is when it is something else', () => {
    for (const error of [
      ofServer(11000),
      new MongoBulkWriteError(new TypeError('no'), NO_RESULT),
      new Error('MongoNetworkError'),
    ]) {
      expect(whileMongoIsAway(error)).toBe(error);
    }
  });
});
