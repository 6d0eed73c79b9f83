/**
 * The limit of a join: one process, express → EVALSHA → group-committed majority insertMany of the same document,
 * nothing else. As `gate-only` it stops after the script. Arguments: port, MongoDB, Redis, a file with the document,
 * `whole` or `gate-only`.
 */
import { readFileSync } from 'node:fs';
import { groupCommit } from '@social/runtime/batcher';
import { newId } from '@social/runtime/ids';
import { createLogger } from '@social/runtime/log';
import { openRedis, redisScript } from '@social/runtime/redis';
import express from 'express';
import { BSON, MongoClient } from 'mongodb';

const [port = '', mongoUrl = '', redisUrl = '', file = '', extent = 'whole'] = process.argv.slice(2);
const template = BSON.EJSON.parse(readFileSync(file, 'utf8'));
const redis = await openRedis(redisUrl, createLogger('one-process', 'warn'));
const mongo = await MongoClient.connect(mongoUrl, { writeConcern: { w: 'majority' } });
const orders = mongo.db('one_process').collection<{ _id: string }>('orders');

const hold = redisScript(`
local t = redis.call('TIME')
local now = t[1] * 1000 + math.floor(t[2] / 1000)
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now)
if redis.call('ZSCORE', KEYS[1], ARGV[1]) then return 'held' end
if redis.call('ZCARD', KEYS[1]) >= tonumber(ARGV[2]) then return 'full' end
redis.call('ZADD', KEYS[1], now + ARGV[3], ARGV[1])
return 'held'`);

const commits = groupCommit<{ _id: string }, undefined>(
  async (documents) => {
    await orders.insertMany(documents, { ordered: false });
    return documents.map(() => undefined);
  },
  { maxBatch: 200, maxQueue: 100_000 },
);

express()
  .post('/v1/groups/:group/members', async (request, response) => {
    const _id = newId('ord');
    await hold(redis, [`one:{${request.params.group}}:held`], [_id, '100', '900000']);
    if (extent === 'whole') await commits.add({ ...template, _id });
    response.status(201).json({ orderId: _id });
  })
  .get('/readyz', (_request, response) => {
    response.send('ready\n');
  })
  .listen(Number(port), '127.0.0.1');
