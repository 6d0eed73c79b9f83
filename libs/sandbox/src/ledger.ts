import { openVersioned } from '@social/runtime/versioned';
import type { Collection, Filter, IndexDescription } from 'mongodb';
import type { Owing } from './callbacks.ts';
import type { SandboxError } from './sandbox-error.ts';

/** A document that owes callbacks to an address. */
export type Debtor = Owing & {
  _id: string;
  notify_url: string;
  /** The trace in which the merchant asked for it; its notifications go on in it (W3C Trace Context). */
  traceparent?: string;
};

export type Ledger<T> = {
  /** Errors: the ledger's own of a document that is not there. */
  get: (id: string) => Promise<T>;
  /** Answers the document as it is then, changed or not. Errors: as `get`, and the decision's own. */
  change: (id: string, decide: (current: T) => T | undefined) => Promise<{ document: T; changed: boolean }>;
  withDueCallbacks: (now: Date) => Promise<T[]>;
};

/** Typed as any path, for the driver does not know the fields of every debtor. */
const DUE_AT: string = 'callbacks.due_at';

/** By which the callbacks that are due are found. */
export const CALLBACKS_DUE_INDEX: IndexDescription = {
  key: { [DUE_AT]: 1 },
  name: 'callbacks_due',
  partialFilterExpression: { [DUE_AT]: { $exists: true } },
};

/** A simulator's books: a change is decided on the newest state of a document, many at a time. */
export function openLedger<T extends Debtor>(collection: Collection<T>, notFound: () => SandboxError): Ledger<T> {
  const documents = openVersioned(collection);
  const found = (document: T | undefined): T => {
    if (!document) throw notFound();
    return document;
  };
  return {
    get: async (id) => found(await documents.find(id)),
    change: async (id, decide) => {
      const decided = await documents.update(id, (current) => {
        const next = decide(current);
        return next && { next };
      });
      return { document: found(decided?.document), changed: decided?.changed === true };
    },
    withDueCallbacks: (now) =>
      collection
        .find<T>({ [DUE_AT]: { $lte: now } } as Filter<T>)
        .sort({ [DUE_AT]: 1 })
        .limit(50)
        .toArray(),
  };
}
