/** Topics that were kept while documents are restored: whether they are the backup's own, and what in them is void. */
import type { Bus } from '@social/messaging/bus';
import { type Recorded, readHistory, type TopicState, topicsOf } from '@social/messaging/history';
import { mergeVoids, type VoidRange, voidsIn } from '@social/messaging/voids';
import { Refusal } from '../local/steps.ts';
import { SERVICE_NAMES } from '../local/system.ts';
import { factId, readFact } from './facts.ts';
import type { Header, Part } from './header.ts';

/** The last fact that a backup has of each partition, by `topic/partition`. */
export type LastFacts = ReadonlyMap<string, { offset: number; id: string }>;

/** What kept topics hold beyond a backup. */
export interface Survey {
  /** All that is void once the documents are the backup's. */
  voids: VoidRange[];
  /** Where to look for facts that came after the backup: from these offsets on, those that are void. */
  later: TopicState[];
}

const WAY_OUT = 'Restore with KAFKA=replace: the topics are filled from the backup then.';

const placeOf = ({ topic, partition }: { topic: string; partition: number }) => `${topic}/${partition}`;

/** Notes the last facts of a backup while it is read. */
export function noteLastFacts() {
  const last = new Map<string, { offset: number; id: string }>();
  const note = ({ kind }: Part, documents: Buffer[]): void => {
    if (kind !== 'facts') return;
    for (const fact of documents.map(readFact)) last.set(placeOf(fact), { offset: fact.offset, id: factId(fact) });
  };
  return { last, note };
}

type Cut = { topic: string; partition: number; from: number; to: number };

/** Errors: Refusal, for a backup that was taken before it was kept. */
function cutsOf({ topics }: Header): Cut[] {
  return topics.flatMap(({ name: topic, cut }) => {
    if (!cut) throw new Refusal(`The backup is of a version that does not tell where its facts end. ${WAY_OUT}`);
    return cut.map((places) => ({ topic, ...places }));
  });
}

/**
 * Compares the topics with the backup, and finds what in them came after it. Touches nothing. Errors: Refusal, when they
 * are not those that the backup was taken of, or have lost what it has.
 */
export async function surveyKept(bus: Bus, header: Header, last: LastFacts): Promise<Survey> {
  const cuts = cutsOf(header);
  const topics = await topicsOf(bus, SERVICE_NAMES);
  const now = new Map(
    topics.flatMap(({ name: topic, partitions }) => partitions.map((one) => [placeOf({ topic, ...one }), one])),
  );
  for (const cut of cuts) {
    const high = now.get(placeOf(cut))?.high ?? 0;
    if (high < cut.to)
      throw new Refusal(`${placeOf(cut)} ends at ${high}, the backup’s ended at ${cut.to}. ${WAY_OUT}`);
  }

  const between = await laterBetween(bus, cuts, { last, later: new Set(header.later) });
  const ends = new Map(cuts.map((cut) => [placeOf(cut), cut.to]));
  const after = [...now].map(([place, { partition, high }]) => {
    const topic = place.slice(0, place.lastIndexOf('/'));
    return { topic, partition, from: ends.get(place) ?? 0, to: high };
  });
  const begins = new Map(cuts.map((cut) => [placeOf(cut), cut.from]));
  const later = topics.map(({ name, partitions }) => ({
    name,
    partitions: partitions.map(({ partition, low, high }) => {
      const from = begins.get(placeOf({ topic: name, partition })) ?? low;
      return { partition, low: Math.max(low, from), high };
    }),
  }));
  return { voids: mergeVoids([...header.voids, ...between, ...after]), later };
}

type Known = { last: LastFacts; later: ReadonlySet<string> };

/** The later ones among the facts up to the cut's end. Errors: Refusal, when the backup's last facts are not there. */
async function laterBetween(bus: Bus, cuts: Cut[], { last, later }: Known): Promise<VoidRange[]> {
  const wanted = new Map(last);
  const found: VoidRange[] = [];
  const states = Map.groupBy(cuts, ({ topic }) => topic);
  const ranges = [...states].map(([name, places]): TopicState => {
    const partitions = places.map((cut) => {
      const low = Math.min(cut.from, last.get(placeOf(cut))?.offset ?? cut.from);
      return { partition: cut.partition, low, high: cut.to };
    });
    return { name, partitions };
  });
  await readHistory(bus, ranges, async (fact) => {
    const { topic, partition, offset } = fact;
    const known = last.get(placeOf(fact));
    if (known?.offset === offset && known.id === factId(fact)) wanted.delete(placeOf(fact));
    if (later.has(factId(fact))) found.push({ topic, partition, from: offset, to: offset + 1 });
  });
  const [lost] = wanted.keys();
  if (lost) throw new Refusal(`${lost} does not hold the backup’s last fact: it was filled anew since. ${WAY_OUT}`);
  return found;
}

/** Reads the void facts of some of the surveyed topics, in each partition's order. */
export async function readLater(
  bus: Bus,
  { later, voids }: Survey,
  ofTopics: (name: string) => boolean,
  visit: (fact: Recorded) => Promise<void>,
): Promise<void> {
  const isVoid = voidsIn(voids);
  const some = later.filter(({ name }) => ofTopics(name));
  await readHistory(bus, some, async (fact) => {
    if (isVoid(fact)) await visit(fact);
  });
}
