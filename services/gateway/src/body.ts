import type { IncomingMessage } from 'node:http';
import { DomainError } from '@social/contracts/errors';

/** Most bytes of a JSON body. */
export const JSON_LIMIT = 100 * 1024;

/** Whether a request carries a body at all. */
export const hasBody = ({ headers }: IncomingMessage): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;

/** Errors: media-type-unsupported, unless the body is of the type and not compressed. */
export function requireMediaType({ headers }: IncomingMessage, type: string): void {
  const given = headers['content-type']?.split(';', 1)[0]?.trim().toLowerCase();
  const encoding = headers['content-encoding'] ?? 'identity';
  if (given !== type) throw new DomainError('media-type-unsupported', `send ${type}`);
  if (encoding !== 'identity') throw new DomainError('media-type-unsupported', 'send it uncompressed');
}

/** The whole body, byte for byte. Errors: request-too-large. */
export async function readBytes(request: IncomingMessage, limit: number): Promise<Buffer> {
  if (Number(request.headers['content-length'] ?? 0) > limit) throw new DomainError('request-too-large');

  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > limit) reject(new DomainError('request-too-large'));
      else chunks.push(chunk);
    });
    request.on('end', () => resolve(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks)));
    request.on('error', reject);
    request.on('close', () => {
      if (!request.complete) reject(new DomainError('request-invalid', 'the body ended early'));
    });
  });
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** The JSON body; no body counts as an empty object. Errors: media-type-unsupported, request-too-large, request-invalid. */
export async function readJson(request: IncomingMessage, limit = JSON_LIMIT): Promise<unknown> {
  if (!hasBody(request)) return {};

  requireMediaType(request, 'application/json');
  const bytes = await readBytes(request, limit);
  if (bytes.length === 0) return {};
  try {
    return JSON.parse(utf8.decode(bytes));
  } catch {
    throw new DomainError('request-invalid', 'the body is not JSON in UTF-8');
  }
}
