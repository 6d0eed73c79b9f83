/** A shop in which people join groups: what a join needs, made ready beforehand. */

import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { emptyBook } from '@social/identity/address-book';
import { type AddressBookDoc, addressMapping } from '@social/identity/address-store';
import { newShopper } from '@social/identity/domain';
import { createAccessTokens } from '@social/identity/tokens';
import { fieldCipher } from '@social/runtime/field-cipher';
import { newId } from '@social/runtime/ids';
import { keyRing } from '@social/runtime/key-ring';
import { newOwnedId } from '@social/runtime/owned-id';
import { MongoClient } from 'mongodb';
import { openShop } from '../shop.ts';
import type { Platform, Stage } from '../stage.ts';
import type { CrowdOrder } from './crowd.ts';

/** Somebody who has never been here: a token that was not seen before, and where the parcel goes. */
export type Person = { token: string; addressId: string };

/** Members of a group in the rush, its opener among them. */
export const GROUP_SIZE = 10;
const STOCK = 5_000_000;
const PEOPLE_AT_ONCE = 1000;

export type RushShop = Awaited<ReturnType<typeof openRushShop>>;

/** Opens an activity; with more stock than a benchmark sells if it is not told otherwise. */
export async function openRushShop(stage: Stage, platform: Platform, stock = STOCK) {
  const shop = openShop(platform);
  const { activityId } = await shop.anActivity({ groupSize: GROUP_SIZE, stock });
  const mongo = await MongoClient.connect(stage.urls.mongoUrl);
  const database = (name: string) => mongo.db(`${platform.namespace}${name}`);
  const people = peopleOf(platform, database('identity').collection<AddressBookDoc>('address_books'));
  const groups = database('group_buy').collection<{ _id: string; activity_id: string; opened_at: Date }>('groups');
  const orders = database('orders').collection<{ _id: string; outbox?: unknown }>('orders');
  const port = Number(new URL(platform.url).port);

  return {
    activityId,
    orders,
    /** So many people with addresses; a line of progress for each thousand. */
    people: async (count: number): Promise<Person[]> => {
      const made: Person[] = [];
      while (made.length < count) {
        made.push(...(await people(Math.min(PEOPLE_AT_ONCE, count - made.length))));
        if (count > PEOPLE_AT_ONCE) stage.steps.say(`    ${made.length} of ${count} people are on their way`);
      }
      return made;
    },
    /** The groups of the activity that were opened since. */
    groupsSince: async (since: Date): Promise<string[]> =>
      (
        await groups.find({ activity_id: activityId, opened_at: { $gte: since } }, { projection: { _id: 1 } }).toArray()
      ).map(({ _id }) => _id),
    opening: (who: Person[]) =>
      order(
        'open',
        who.map((one) => requestOf(one, `/v1/activities/${activityId}/groups`, port)),
      ),
    /** Fills groups up: each is joined by as many as it lacks. */
    joining: (who: Person[], into: string[]) =>
      order(
        'join',
        who.map((one, index) => requestOf(one, `/v1/groups/${into[index % into.length]}/members`, port)),
      ),
    /** Waits until what was written is published and cleared. */
    settled: async () => {
      while ((await orders.countDocuments({ outbox: { $exists: true } })) > 0)
        await new Promise((resolve) => setTimeout(resolve, 50));
    },
    close: () => mongo.close(),
  };

  function order(name: string, requests: Buffer[]): Omit<CrowdOrder, 'connections'> {
    return { port, file: fileOf(stage, name, requests) };
  }
}

/** Requests as the driver reads them. */
export function fileOf(stage: Stage, name: string, requests: Buffer[]): string {
  const file = join(stage.folder, `${name}-${randomUUID()}.http`);
  writeFileSync(file, Buffer.concat(requests.flatMap((request) => [Buffer.from(`${request.length}\n`), request])));
  return file;
}

/** Somebody's POST with a key of its own, as it goes over the wire; `more` is added to the body. */
export function requestOf({ token, addressId }: Person, path: string, port: number, more: object = {}): Buffer {
  const body = JSON.stringify({ addressId, ...more });
  const head = [
    `POST ${path} HTTP/1.1`,
    `host: 127.0.0.1:${port}`,
    `authorization: Bearer ${token}`,
    'content-type: application/json',
    `idempotency-key: ${randomUUID()}`,
    `content-length: ${body.length}`,
  ];
  return Buffer.from(`${head.join('\r\n')}\r\n\r\n${body}`);
}

type Books = { insertMany: (documents: AddressBookDoc[]) => Promise<unknown> };

/** Writes people's addresses as identity keeps them and signs their tokens with its key, so that nobody registers. */
export function peopleOf({ secrets }: Platform, books: Books): (count: number) => Promise<Person[]> {
  const { toDoc } = addressMapping(fieldCipher(secrets.identityEncryptionKeys));
  const tokenKey = keyRing(secrets.internalTokenKey);
  const tokens = createAccessTokens(JSON.parse(secrets.identitySigningKeys));
  const home = {
    recipient: '林小满',
    phone: '+8613900000000',
    districtCode: '330106',
    detail: '文三路 90 号 3 幢 201',
  };
  return async (count) => {
    const people = Array.from({ length: count }, () => {
      const userId = newId('usr');
      return { userId, addressId: newOwnedId('adr', userId, tokenKey) };
    });
    await books.insertMany(
      people.map(({ userId, addressId }) => {
        const book = { ...emptyBook(userId), addresses: [{ addressId, ...home }], defaultId: addressId };
        return { _id: userId, ...toDoc(book), version: 1 };
      }),
    );
    const now = new Date();
    return people.map(({ userId, addressId }) => {
      const person = newShopper({ userId, phone: '', name: '', passwordHash: '' }, now);
      return { token: tokens.sign({ ...person, role: 'shopper' }, now).token, addressId };
    });
  };
}
