import { DomainError } from '@social/contracts/errors';
import type { Caller } from '@social/runtime/caller';
import type { Store } from '../store.ts';
import { rolesOn } from '../view.ts';

const isNotFound = (error: unknown): boolean => error instanceof DomainError && error.code === 'order-not-found';

/**
 * Does what a caller asks of an order. Of one that lies in the archive, who might see it is told so; to everybody else it
 * is not there. Errors: order-archived, and those of the work.
 */
export async function unlessArchived<T>(
  store: Pick<Store, 'archived'>,
  orderId: string,
  caller: Caller,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const archived = isNotFound(error) ? await store.archived(orderId) : undefined;
    if (!archived || archived.state === 'abandoned' || rolesOn(archived, caller).length === 0) throw error;
    throw new DomainError('order-archived');
  }
}

/** Does what news causes; news of an order that lies in the archive is old, and causes nothing. */
export async function unlessLongOver<T>(
  store: Pick<Store, 'archived'>,
  orderId: string,
  work: () => Promise<T>,
): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    if (isNotFound(error) && (await store.archived(orderId))) return undefined;
    throw error;
  }
}
