/** `make recount`: compares the books of stock with orders and group-buys, and says what differs. */
import { z } from 'zod';
import { ApiRefusal, logIn } from './api-client.ts';
import { draw, endOfDrawing, refuse, runSession } from './cli-session.ts';
import { linesOf } from './import-client.ts';

const environment = z.object({
  PUBLIC_URL: z.url().default('http://127.0.0.1:7080'),
  BOOTSTRAP_OPERATOR_PHONE: z.string().default(''),
  BOOTSTRAP_OPERATOR_PASSWORD: z.string().default(''),
});

const lineSchema = z.object({
  skus: z.number(),
  holders: z.number(),
  differences: z.array(
    z.object({
      kind: z.string(),
      skuId: z.string().optional(),
      holder: z.string().optional(),
      sides: z.array(z.object({ name: z.string(), says: z.string() })),
    }),
  ),
  done: z.boolean(),
  problem: z.object({ code: z.string(), status: z.number(), detail: z.string().optional() }).optional(),
});
type Line = z.output<typeof lineSchema>;

const countsOf = ({ skus, holders }: Line): string => `${skus} SKUs, ${holders} orders and activities`;

function sayDifference({ kind, skuId, holder, sides }: Line['differences'][number]): void {
  const about = [holder, skuId].filter((id) => id !== undefined).join(' ');
  const said = sides.map(({ name, says }) => `${name}: ${says}`).join('; ');
  process.stdout.write(`${endOfDrawing()}  ${kind} ${about}: ${said}\n`);
}

async function main(): Promise<void> {
  const { PUBLIC_URL, ...env } = environment.parse(process.env);
  const api = await logIn(PUBLIC_URL, env.BOOTSTRAP_OPERATOR_PHONE, env.BOOTSTRAP_OPERATOR_PASSWORD);
  const response = await api.download('/v1/stock/recount');
  let differing = 0;
  let last: Line | undefined;
  for await (const text of linesOf(response.body ?? new ReadableStream())) {
    last = lineSchema.parse(JSON.parse(text));
    if (last.problem) throw new ApiRefusal(last.problem.status, last.problem.code, last.problem.detail ?? '');
    differing += last.differences.length;
    last.differences.forEach(sayDifference);
    draw(`  ${countsOf(last)}`);
  }
  if (!last?.done) throw new ApiRefusal(response.status, 'internal', 'the answer broke off');
  if (differing > 0) refuse(`${endOfDrawing()}  ${differing} differ, of ${countsOf(last)}.`);
  process.stdout.write(`${endOfDrawing()}  ${countsOf(last)}: nothing differs\n`);
}

await runSession(main);
