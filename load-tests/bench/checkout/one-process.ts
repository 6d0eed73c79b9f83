/**
 * The limit of a checkout: one process, express → the same documents by group-committed majority `bulkWrite`, nothing
 * else. Arguments: port, MongoDB, a file with the documents of one checkout.
 */
import { readFileSync } from 'node:fs';
import { groupCommit } from '@social/runtime/batcher';
import { newId } from '@social/runtime/ids';
import express from 'express';
import { type AnyBulkWriteOperation, BSON, type Document, MongoClient } from 'mongodb';

type Doc = Document & { _id: string };
/** What one checkout leaves behind: by collection the documents that it inserts, and the pieces that it takes. */
type Template = { inserted: Record<string, Doc[]>; taken: { sku: string; quantity: number }[] };

const [port = '', mongoUrl = '', file = ''] = process.argv.slice(2);
const template: Template = BSON.EJSON.parse(readFileSync(file, 'utf8'));
const mongo = await MongoClient.connect(mongoUrl, { writeConcern: { w: 'majority' } });
const db = mongo.db(`one_process_${port}`);
const stock = db.collection<Doc>('skus_stock');
await stock.insertMany(template.taken.map(({ sku }) => ({ _id: sku, stock: 1_000_000_000 })));

/** The stock of a batch: what is taken of one SKU is one update. */
const takes = (checkouts: number): AnyBulkWriteOperation<Doc>[] =>
  template.taken.map(({ sku, quantity }) => ({
    updateOne: {
      filter: { _id: sku, stock: { $gte: checkouts * quantity } },
      update: { $inc: { stock: -checkouts * quantity } },
    },
  }));

const commits = groupCommit<string, undefined>(
  async (ids) => {
    const inserts = Object.entries(template.inserted).map(([name, documents]) =>
      db.collection<Doc>(name).bulkWrite(
        ids.flatMap((id) =>
          documents.map((document, index) => ({ insertOne: { document: { ...document, _id: `${id}:${index}` } } })),
        ),
        { ordered: false },
      ),
    );
    await Promise.all([...inserts, stock.bulkWrite(takes(ids.length), { ordered: false })]);
    return ids.map(() => undefined);
  },
  { maxBatch: 200, maxQueue: 100_000 },
);

express()
  .use(express.json())
  .post('/v1/orders', async (_request, response) => {
    const id = newId('chk');
    await commits.add(id);
    response.status(201).json({ checkoutId: id });
  })
  .get('/readyz', (_request, response) => {
    response.send('ready\n');
  })
  .listen(Number(port), '127.0.0.1');
