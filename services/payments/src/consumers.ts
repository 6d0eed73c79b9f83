import { DomainError } from '@social/contracts/errors';
import { RefundRequested } from '@social/contracts/events/orders';
import { type Handler, on } from '@social/messaging/consumer';
import type { Clock } from '@social/runtime/clock';
import { isDuplicateKey } from '@social/runtime/mongo';
import { traceparent } from '@social/runtime/telemetry';
import { requestRefund } from './refunds.ts';
import type { Intents } from './store.ts';

/** What the orders' facts cause here. A refund that does not fit its payment goes to the dead letters. */
export const handlers = ({ intents, clock }: { intents: Intents; clock: Clock }): Handler[] => [
  on(RefundRequested, async (wish) => {
    try {
      await intents.update(wish.paymentId, (intent) =>
        requestRefund(intent, { ...wish, traceparent: traceparent() }, clock.now()),
      );
    } catch (error) {
      if (isDuplicateKey(error)) throw new DomainError('refund-invalid', 'this refund id belongs to another payment');
      throw error;
    }
  }),
];
