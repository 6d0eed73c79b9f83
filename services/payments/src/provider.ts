/** What payments needs of an outside payment provider. Every amount is in minor units. */
export type Provider = {
  name: string;
  /** Opens the payer's way to pay; the payment's id makes a repeat safe. Errors: provider-unavailable. */
  createCharge: (charge: ChargeRequest) => Promise<{ cashierUrl: string }>;
  /** Reads a notification. Errors: callback-signature-wrong, callback-malformed. */
  verifyCallback: (headers: Readonly<Record<string, string>>, body: Buffer, now: Date) => Capture;
  /** What became of a payment, for when no notification comes. Errors: provider-unavailable. */
  queryCharge: (paymentId: string) => Promise<ChargeStatus>;
  /** Gives money back; the refund's id makes a repeat safe. Errors: provider-unavailable (the outcome is unknown). */
  refund: (refund: RefundOrder) => Promise<RefundAnswer>;
  /** What became of a refund. Errors: provider-unavailable. */
  queryRefund: (refundId: string) => Promise<RefundStatus>;
};

export type ChargeRequest = {
  paymentId: string;
  amount: number;
  currency: string;
  description: string;
  /** Where the payer's browser goes afterwards; empty: nowhere. */
  returnUrl: string;
  payBy: Date;
};

/** The provider's word that a payer paid. */
export type Capture = {
  paymentId: string;
  transactionId: string;
  amount: number;
  currency: string;
  /** By the provider's clock; this is what counts against deadlines. */
  paidAt: Date;
};

/** `absent`: never heard of. `expired`: it can no longer be paid. */
export type ChargeStatus = { state: 'absent' | 'open' | 'expired' } | { state: 'captured'; capture: Capture };

export type RefundOrder = { refundId: string; paymentId: string; amount: number; reason: string };

/** `refused` is final: this refund will never be made. */
export type RefundAnswer = { state: 'succeeded'; refundedAt: Date } | { state: 'refused'; reason: string };

export type RefundStatus = { state: 'succeeded'; refundedAt: Date } | { state: 'absent' };
