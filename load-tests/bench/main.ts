/** `make bench [r=NAME]`: measures the rows, prints them as a table, and writes `load-tests/results/bench.json`. */
import { createSteps, Refusal, runCommand } from '@social/local/steps';
import type { Bench } from './bench.ts';
import { checkout } from './checkout/checkout.ts';
import { csvImport } from './csv-import.ts';
import { csvImportMemory } from './csv-import-memory.ts';
import { deadlineSweep } from './deadline-sweep.ts';
import { eventLags } from './event-lag.ts';
import { gateRebuild } from './gate-rebuild.ts';
import { gatewayCpu } from './gateway-cpu.ts';
import { groupBytes } from './group-bytes.ts';
import { idleMemory } from './idle-memory.ts';
import { admission } from './join/admission.ts';
import { joins } from './join/join.ts';
import { openGroups } from './join/open-groups.ts';
import { overload } from './join/overload.ts';
import { refusalCpu } from './join/refusal-cpu.ts';
import { replicas } from './join/replicas.ts';
import { soldOut } from './join/sold-out.ts';
import { wholeFlow } from './join/whole-flow.ts';
import { orderList } from './order-list.ts';
import { priceFunction } from './price-function.ts';
import { productList } from './product-list.ts';
import { productPage } from './product-page.ts';
import { printReport, saveRows } from './report.ts';
import { type Row, rowOf } from './row.ts';
import { openStage, type Stage } from './stage.ts';

const BENCHES: readonly Bench[] = [
  joins,
  wholeFlow,
  soldOut,
  admission,
  overload,
  refusalCpu,
  replicas,
  openGroups,
  deadlineSweep,
  groupBytes,
  gateRebuild,
  productPage,
  productList,
  orderList,
  ...gatewayCpu,
  ...eventLags,
  idleMemory,
  checkout,
  priceFunction,
  csvImport,
  csvImportMemory,
];

const wanted = process.argv[2] ?? '';
/** A row's name, or the beginning that several share. */
const isWanted = (name: string): boolean => name.startsWith(wanted);

function chosen(): Bench[] {
  const found = BENCHES.filter(({ claims }) => claims.some(({ name }) => isWanted(name)));
  if (found.length > 0) return found;

  const names = BENCHES.flatMap(({ claims }) => claims.map(({ name }) => name));
  throw new Refusal(`There is no row ${wanted}. The rows are ${names.join(', ')}.`);
}

async function measureAll(stage: Stage, benches: Bench[]): Promise<Row[]> {
  const rows: Row[] = [];
  for (const { claims, measure } of benches) {
    stage.steps.say(`\n== ${claims.map(({ name }) => name).join(', ')}`);
    const rounds = await measure(stage);
    await stage.stopAll();
    rows.push(...claims.flatMap((claim, index) => (rounds[index] ? [rowOf(claim, rounds[index])] : [])));
  }
  return rows.filter(({ name }) => isWanted(name));
}

await runCommand(async () => {
  const benches = chosen();
  const steps = createSteps(process.stdout, Date.now);
  const stage = await openStage(steps);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => stage.close().finally(() => process.exit(1)));
  }
  try {
    const rows = await measureAll(stage, benches);
    const all = saveRows(rows);
    printReport(all, steps.say);
    if (rows.some(({ pass }) => !pass)) process.exitCode = 1;
  } finally {
    await stage.close();
  }
});
