/** `make demo s=NAME`: tells a story on the running platform, through the public API, a line an event. */
import { codesFrom } from '../one-time-codes.ts';
import { logFile } from '../processes.ts';
import { RUN_DIR, serviceReplicas } from '../stack.ts';
import { Refusal, runCommand } from '../steps.ts';
import { tellGroupBuy } from './group-buy.ts';
import { tellShop } from './shop.ts';
import { env, teller } from './stage.ts';
import { notAsTold } from './telling.ts';

const shop = () => {
  const identityLogs = serviceReplicas('identity').map((name) => logFile(RUN_DIR, name));
  const operator = { phone: env.BOOTSTRAP_OPERATOR_PHONE, password: env.BOOTSTRAP_OPERATOR_PASSWORD };
  return tellShop({ url: env.PUBLIC_URL, operator, teller, codes: (phone) => codesFrom(identityLogs, phone) });
};

const STORIES = new Map([
  ['group-buy', tellGroupBuy],
  ['shop', shop],
]);

await runCommand(async () => {
  const story = STORIES.get(process.argv[2] ?? 'group-buy');
  if (!story) throw new Refusal(`There is no such story; say one of: ${[...STORIES.keys()].join(', ')}`);

  try {
    await story();
  } catch (error) {
    throw notAsTold(error, teller);
  }
});
