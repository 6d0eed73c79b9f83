import { openVersioned, type Versioned } from '@social/runtime/versioned';
import type { Collection } from 'mongodb';
import type { Envelope } from './envelope.ts';
import { OUTBOX_HAS_ROOM, type Relay, type WithOutbox } from './outbox.ts';

export type Aggregate = Versioned & WithOutbox;

/** What a rule decides: the aggregate as it is from now on, and what happened; undefined where nothing does. */
export type Ruling<T> = { next: T; envelopes: Envelope[] } | undefined;

export type Aggregates<T> = {
  find: (id: string) => Promise<T | undefined>;
  /** Takes note of aggregates that were just inserted, so that they need not be read before they are changed. */
  remember: (aggregates: T[]) => void;
  /**
   * Applies a rule: state and facts are one write, and the facts are published after it. See VersionedDocuments: many
   * at a time, decided anew when somebody else came first; undefined when there is no such aggregate.
   * Errors: the rule's; a duplicate key; service-unavailable while its outbox is full or too many change it at once.
   */
  update: (id: string, rule: (current: T) => Ruling<T>) => Promise<{ document: T; changed: boolean } | undefined>;
};

/** The aggregates of a collection, with the relay that publishes its outboxes. */
export function openAggregates<T extends Aggregate>(collection: Collection<T>, relay: Relay): Aggregates<T> {
  const documents = openVersioned(collection, OUTBOX_HAS_ROOM);
  return {
    find: documents.find,
    remember: documents.remember,
    update: async (id, rule) => {
      let facts: Envelope[] = [];
      const decided = await documents.update(id, (current) => {
        const ruling = rule(current);
        facts = ruling?.envelopes ?? [];
        return ruling && { next: ruling.next, append: facts.length > 0 ? { outbox: facts } : {} };
      });
      if (decided?.changed) relay.nudge(id, facts);
      return decided;
    },
  };
}
