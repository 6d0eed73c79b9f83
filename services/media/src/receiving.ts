import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { DomainError, ERRORS } from '@social/contracts/errors';
import type { Clock } from '@social/runtime/clock';
import type { Logger } from '@social/runtime/log';
import { observe } from '@social/runtime/metrics';
import type { DirectoryStore } from './directory-store.ts';
import { type LinkSigner, OBJECTS_PATH } from './upload-link.ts';

export type ReceivingDeps = { store: DirectoryStore; signer: LinkSigner; clock: Clock; log: Logger };

/** The link itself is the permission, so pages from anywhere may use it. */
const OPEN_TO_ALL = { 'access-control-allow-origin': '*', 'x-content-type-options': 'nosniff' };
const PREFLIGHT = {
  ...OPEN_TO_ALL,
  'access-control-allow-methods': 'PUT',
  'access-control-allow-headers': 'content-type',
  'access-control-max-age': '600',
};

/** Whether a request is about a file, not about this service's health. */
export const isForObjects = ({ url = '' }: IncomingMessage): boolean => url.startsWith(OBJECTS_PATH);

/** Takes one file in by its link. Errors: method-not-allowed, upload-link-invalid, request-invalid, request-too-large. */
async function receive({ store, signer, clock }: ReceivingDeps, request: IncomingMessage): Promise<void> {
  if (request.method !== 'PUT') throw new DomainError('method-not-allowed', 'this takes PUT');
  const { key, bytes, contentType } = signer.verify(request.url ?? '', clock.now());
  if (request.headers['content-type'] !== contentType) {
    throw new DomainError('upload-link-invalid', `the link is for ${contentType}`);
  }
  const announced = Number(request.headers['content-length'] ?? bytes);
  if (announced > bytes) throw new DomainError('request-too-large', `the link is for ${bytes} bytes`);

  const whole = announced === bytes && (await store.receive(key, request, bytes));
  if (!whole) throw new DomainError('request-invalid', `the link is for ${bytes} bytes`);
}

/** Takes files in, as an S3-compatible store would; refusals are problem documents. */
export const receiver =
  (deps: ReceivingDeps): RequestListener =>
  async (request, response) => {
    if (request.method === 'OPTIONS') {
      response.writeHead(204, PREFLIGHT).end();
      return;
    }
    const started = performance.now();
    let outcome = 'ok';
    try {
      await receive(deps, request);
      response.writeHead(200, OPEN_TO_ALL).end();
    } catch (error) {
      const refusal = error instanceof DomainError ? error : new DomainError('internal');
      outcome = refusal.code;
      // A caller who went away in the middle is no fault of ours.
      if (outcome === 'internal' && !request.destroyed) deps.log.error({ err: error }, 'file not taken');
      refuse(response, refusal);
    } finally {
      observe('http', `PUT ${OBJECTS_PATH}:key`, outcome, (performance.now() - started) / 1000);
    }
  };

/** The rest of the body is not waited for: the connection ends with the answer. */
function refuse(response: ServerResponse, { code, message }: DomainError): void {
  const [status, title] = ERRORS[code];
  response.writeHead(status, { ...OPEN_TO_ALL, 'content-type': 'application/problem+json', connection: 'close' });
  response.end(JSON.stringify({ type: `/problems/${code}`, title, status, detail: message, code }));
}
