/**
 * Every refusal the platform gives: its stable code, the HTTP status it has at the gateway, and what it means.
 * The README's table of error codes is checked against this one.
 */
export const ERRORS = {
  // The request itself
  'request-invalid': [400, 'The body, query or path does not fit the schema; `errors` names each field.'],
  'request-too-large': [413, 'The body is larger than this route takes.'],
  'media-type-unsupported': [415, 'The body is not of the content type that this route takes.'],
  'route-not-found': [404, 'There is no such route.'],
  'method-not-allowed': [405, 'The route exists, but not with this method.'],
  'cursor-invalid': [400, 'The page cursor was not given out by this list.'],
  'idempotency-key-required': [400, 'A POST with an effect needs an Idempotency-Key header of 8 to 128 characters.'],
  'idempotency-key-reused': [422, 'This Idempotency-Key came before with another body.'],
  'request-in-progress': [409, 'A request with this Idempotency-Key is being worked on; ask again shortly.'],
  'rate-limited': [429, 'Too many requests; wait for Retry-After.'],
  'service-unavailable': [503, 'A part of the platform is not reachable; wait for Retry-After.'],
  maintenance: [503, 'No changes are taken for now, only reading goes on; `detail` says why, wait for Retry-After.'],
  'deadline-exceeded': [504, 'The answer took too long; it is safe to repeat with the same Idempotency-Key.'],
  internal: [500, 'Something broke on our side; quote the request id.'],
  // Who is asking
  unauthenticated: [401, 'The access token is missing, expired or not ours.'],
  forbidden: [403, 'The caller may not do this.'],
  'csrf-refused': [403, 'A cookie-borne request needs an allowed Origin and the X-CSRF header.'],
  'ticket-invalid': [401, 'The WebSocket ticket is unknown, used or older than 30 seconds.'],
  // identity
  'phone-invalid': [422, 'Not a phone number of mainland China.'],
  'phone-taken': [409, 'Another account has this phone.'],
  'code-wrong': [422, 'The one-time code is wrong, used or expired.'],
  'code-too-often': [429, 'A code was sent a moment ago; wait for Retry-After.'],
  'password-weak': [422, 'A password needs 8 to 128 characters and must not be among the commonest.'],
  'credentials-wrong': [401, 'Phone and password do not fit.'],
  'log-in-busy': [503, 'Too many log-ins at this moment; wait for Retry-After.'],
  'refresh-token-invalid': [401, 'The refresh token is unknown or expired.'],
  'refresh-token-reused': [401, 'The refresh token was used before; every session of its family has been ended.'],
  'user-not-found': [404, 'There is no such user.'],
  'address-not-found': [404, 'The caller has no such address.'],
  'address-limit': [422, 'An account keeps at most 20 addresses.'],
  'region-unknown': [422, 'No district has this code.'],
  // catalog
  'merchant-not-found': [404, 'There is no such merchant.'],
  'merchant-slug-taken': [409, 'Another merchant has this slug.'],
  'category-not-found': [404, 'There is no such category.'],
  'category-slug-taken': [409, 'Another category has this slug.'],
  'brand-not-found': [404, 'There is no such brand.'],
  'brand-slug-taken': [409, 'Another brand has this slug.'],
  'product-not-found': [404, 'There is no such product on sale.'],
  'product-invalid': [422, 'The product contradicts itself: its options and SKUs do not fit together.'],
  'publication-refused': [409, 'The product is in a state of its publication in which this cannot be done.'],
  'handle-taken': [409, 'The merchant has another product with this handle.'],
  'version-conflict': [409, 'It was changed in the meantime; read it again.'],
  'sku-not-found': [404, 'There is no such SKU on sale.'],
  'out-of-stock': [409, 'Not as many left as asked for.'],
  'stock-holder-closed': [409, 'This order or activity has given its stock back already.'],
  'import-invalid': [422, 'The file cannot be imported at all: wrong encoding, missing columns, or not a CSV.'],
  // orders
  'order-not-found': [404, 'The caller has no such order.'],
  'order-archived': [410, 'The order was over so long ago that it lies in the archive; ask support for it.'],
  'order-transition-refused': [409, 'The order is in a state in which this cannot be done.'],
  'order-not-payable': [409, 'The order is paid, cancelled or past its time to pay.'],
  'quantity-invalid': [422, 'A quantity is from 1 to 999.'],
  'currency-mixed': [422, 'The lines of one checkout must have one currency.'],
  'price-changed': [409, 'The cart no longer costs what the caller was shown; preview it again.'],
  'freight-invalid': [422, 'The freight rules contradict themselves; `errors` names each.'],
  'area-not-served': [422, 'A merchant of the cart does not send there.'],
  'freight-differs': [409, 'Sending there costs another amount; cancel the order and place another.'],
  'parcel-invalid': [422, 'The parcel holds what is not in the order, or more than is left to send.'],
  'carrier-unknown': [422, 'The platform knows no such carrier: a tracking number is needed.'],
  'pick-up-invalid': [422, 'The pick-up points contradict themselves; `errors` names each.'],
  'pick-up-point-unknown': [422, 'The merchant has no such pick-up point.'],
  'pick-up-code-wrong': [422, 'This is not the code of this order.'],
  'pick-up-code-locked': [409, 'Too many wrong codes were shown; the buyer gets another one.'],
  'cart-line-not-found': [404, 'The cart has no such line.'],
  'cart-full': [422, 'A cart holds at most 100 lines.'],
  'selection-invalid': [422, 'A checkout takes 1 to 50 selected lines of the cart.'],
  'checkout-in-progress': [409, 'Another checkout of this cart is being worked on; ask again shortly.'],
  'guest-token-invalid': [401, 'The guest token is not ours; without one you are given another.'],
  // payments
  'payment-not-found': [404, 'The caller has no such payment.'],
  'provider-unknown': [422, 'There is no such payment provider.'],
  'provider-unavailable': [503, 'The payment provider does not answer; wait for Retry-After.'],
  'callback-signature-wrong': [401, 'The notification is not signed by its provider.'],
  'callback-malformed': [400, 'The notification cannot be read.'],
  'callback-amount-wrong': [422, 'The notified amount is not the amount of the payment.'],
  'refund-invalid': [422, 'The refund does not fit its payment: more than was captured, or not of this payment.'],
  // media
  'upload-not-found': [404, 'The caller has no such upload, or its time is over.'],
  'upload-incomplete': [409, 'No file has come for this upload yet.'],
  'upload-limit': [409, 'An account has at most 100 unfinished uploads.'],
  'upload-link-invalid': [403, 'The upload link is not ours, expired, or for another file.'],
  'picture-invalid': [422, 'The file is no picture of a type that is taken, is broken, or hides something else.'],
  'picture-too-large': [422, 'The picture has more bytes or pixels than are taken.'],
  'picture-not-found': [404, 'There is no such picture, or not in this size.'],
  // group-buy
  'activity-not-found': [404, 'There is no such activity.'],
  'activity-invalid': [422, 'The activity contradicts itself, or its price is not below the list price.'],
  'activity-not-open': [409, 'The activity has not started yet.'],
  'activity-ended': [409, 'The activity has ended.'],
  'group-not-found': [404, 'There is no such group.'],
  'group-full': [409, 'Every seat is taken. With Retry-After, a seat may come free then; without, all are paid.'],
  'group-closed': [409, 'The group has succeeded or failed already.'],
  'group-expired': [409, 'The time to fill the group is over.'],
  'already-joined': [409, 'The caller has a paid seat in this group.'],
  'purchase-limit': [409, 'More than one person may buy in this activity, or in one order.'],
  'sold-out': [409, 'What is left of the activity does not make a whole group.'],
  'seats-rebuilding': [503, 'The seats are being counted again; wait for Retry-After.'],
  'seat-paid': [409, 'A paid seat cannot be left.'],
  'seat-not-found': [404, 'The caller holds no seat in this group.'],
  // The waiting room of an activity
  'waiting-room-not-found': [404, 'The activity has no waiting room.'],
  'waiting-room-ticket-required': [403, 'This takes a place in the waiting room: an X-Waiting-Room-Ticket header.'],
  'waiting-room-ticket-invalid': [403, 'The waiting-room ticket is not ours, or of another person or activity.'],
  'not-your-turn': [429, 'Your turn in the waiting room has not come; wait for Retry-After.'],
  'challenge-required': [403, 'A new place in the waiting room takes the answer to a challenge.'],
  'challenge-failed': [403, 'The answer to the challenge is wrong, too late, or of another person or activity.'],
} as const satisfies Record<string, readonly [status: number, meaning: string]>;

export type ErrorCode = keyof typeof ERRORS;

/** Extra facts of a refusal: when to come back, and which fields are wrong. */
export type ErrorDetails = {
  /** Milliseconds after which it makes sense to ask again. */
  retryAfterMs?: number;
  errors?: { path: string; message: string }[];
};

/** A refusal that the caller can understand and act on; anything else that is thrown is a fault of ours. */
export class DomainError extends Error {
  readonly code: ErrorCode;
  readonly details: ErrorDetails;

  constructor(code: ErrorCode, message?: string, details: ErrorDetails = {}) {
    // In a rush most answers are refusals: where one was made interests nobody, and finding it out takes 14 µs.
    const { stackTraceLimit } = Error;
    if (code !== 'internal') Error.stackTraceLimit = 0;
    super(message ?? ERRORS[code][1]);
    Error.stackTraceLimit = stackTraceLimit;
    this.name = 'DomainError';
    this.code = code;
    this.details = details;
  }
}

/** Whether a string received from elsewhere is one of our codes. */
export const isErrorCode = (code: string): code is ErrorCode => Object.hasOwn(ERRORS, code);
