/** Tells how a shop opens, sells and sends, on a running platform, through the public API, a line an event. */
import { apiAt, logIn } from '@social/catalog/api-client';
import { buyTogether, type Wish } from './shop-buying.ts';
import { openCounter, openShop } from './shop-opening.ts';
import { aGoodOf, aNewSeller, aShopper, type Stage, sampleSeller } from './shop-people.ts';
import { deliver } from './shop-sending.ts';
import { orderWithoutPaying, recount } from './shop-stock.ts';

/** Merchants of the sample data: one that sends, one with a counter. */
const SAMPLE_SENDER = 'tianye-farm';
const SAMPLE_COUNTER = 'jianan-home';

/** Errors: Refusal, when anything is not as told; what the API refuses that should not be. */
export async function tellShop(stage: Stage): Promise<void> {
  const { url, teller } = stage;
  const visitor = apiAt(url);
  const operator = await logIn(url, stage.operator.phone, stage.operator.password);
  const sender = await sampleSeller(stage, SAMPLE_SENDER);
  const counter = await sampleSeller(stage, SAMPLE_COUNTER);

  teller.chapter('1 · A merchant opens its shop');
  const seller = await aNewSeller(stage, operator);
  teller.tell('operator', `admits ${seller.name} (${seller.slug}) to the platform; what it sells will be reviewed`);
  const { gaiwan, mat } = await openShop(seller, { operator, visitor, url }, teller);

  teller.chapter('2 · Three merchants, one cart, one payment');
  const pickUpPoint = await openCounter(counter, teller);
  const newcomer = await aShopper(stage, '晚晴');
  const wishes: Wish[] = [
    { seller, good: gaiwan, quantity: 2 },
    { seller, good: mat, quantity: 1 },
    { seller: sender, good: await aGoodOf(visitor, sender), quantity: 1 },
    { seller: counter, good: await aGoodOf(visitor, counter), quantity: 1 },
  ];
  const { buyer, placed } = await buyTogether(stage, newcomer, { wishes, pickUpPoint });

  teller.chapter('3 · Parcels, and a counter');
  await deliver(stage, buyer, placed, mat);

  teller.chapter('4 · An order that nobody pays');
  await orderWithoutPaying(stage, await aShopper(stage, '阿舟'), { seller, good: mat, sold: 1 });

  teller.chapter('5 · The books');
  await recount(stage, operator);
  teller.chapter(`All as told, in ${teller.seconds().toFixed(1)} s.`);
}
