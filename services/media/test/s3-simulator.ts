/**
 * An S3-compatible store of the tests' own. It lets in nobody whose signature it cannot compute itself, by AWS's
 * description of Signature Version 4 (header and query form), and keeps objects in memory.
 */
import { createHash, createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';

const BUCKET = 'pictures';
const REGION = 'eu-test-1';
const ACCOUNT = { accessKeyId: 'TESTKEYOFNOBODY', secretAccessKey: 'a secret only the tests know' };
const ALGORITHM = 'AWS4-HMAC-SHA256';
const MOST_SKEW_MS = 15 * 60_000;

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest();

/** Every byte but letters, digits, `-`, `.`, `_` and `~` as `%XX`. */
const encode = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`);

type Claim = { credential: string; date: string; signedHeaders: string[]; signature: string; payload: string };

class Refused extends Error {}

/** What a request says of its own signature. Errors: Refused. */
function claimOf(request: IncomingMessage, query: URLSearchParams): Claim {
  const { authorization, 'x-amz-date': date, 'x-amz-content-sha256': payload } = request.headers;
  if (authorization) {
    const [, credential = '', headers = '', signature = ''] =
      /^AWS4-HMAC-SHA256 Credential=(\S+?), ?SignedHeaders=(\S+?), ?Signature=([0-9a-f]{64})$/.exec(authorization) ??
      [];
    return { credential, signedHeaders: headers.split(';'), signature, date: String(date), payload: String(payload) };
  }
  if (query.get('X-Amz-Algorithm') !== ALGORITHM) throw new Refused('AccessDenied');
  return {
    credential: query.get('X-Amz-Credential') ?? '',
    date: query.get('X-Amz-Date') ?? '',
    signedHeaders: (query.get('X-Amz-SignedHeaders') ?? '').split(';'),
    signature: query.get('X-Amz-Signature') ?? '',
    payload: 'UNSIGNED-PAYLOAD',
  };
}

function requireInTime({ date }: Claim, query: URLSearchParams): void {
  const [, year, month, day, hour, minute, second] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(date) ?? [];
  const signedAt = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  if (!(Math.abs(Date.now() - signedAt) < MOST_SKEW_MS)) throw new Refused('RequestTimeTooSkewed');
  const expires = query.get('X-Amz-Expires');
  if (expires !== null && Date.now() > signedAt + Number(expires) * 1000) throw new Refused('AccessDenied');
}

function canonicalRequest(request: IncomingMessage, url: URL, claim: Claim): string {
  const query = [...url.searchParams]
    .filter(([name]) => name !== 'X-Amz-Signature')
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .sort();
  const headers = claim.signedHeaders.map((name) => {
    const value = request.headers[name];
    if (value === undefined) throw new Refused('AccessDenied');
    return `${name}:${String(value).trim()}\n`;
  });
  const path = url.pathname.split('/').map((part) => encode(decodeURIComponent(part)));
  return [
    request.method,
    path.join('/'),
    query.join('&'),
    headers.join(''),
    claim.signedHeaders.join(';'),
    claim.payload,
  ].join('\n');
}

/** Errors: Refused, unless the request is signed with the account's secret, in time, host and amz headers included. */
function requireSigned(request: IncomingMessage, url: URL): void {
  const claim = claimOf(request, url.searchParams);
  requireInTime(claim, url.searchParams);
  const day = claim.date.slice(0, 8);
  const scope = `${day}/${REGION}/s3/aws4_request`;
  const needed = ['host', ...Object.keys(request.headers).filter((name) => name.startsWith('x-amz-'))];
  if (claim.credential !== `${ACCOUNT.accessKeyId}/${scope}`) throw new Refused('InvalidAccessKeyId');
  if (!needed.every((name) => claim.signedHeaders.includes(name))) throw new Refused('AccessDenied');

  const key = [REGION, 's3', 'aws4_request'].reduce(hmac, hmac(`AWS4${ACCOUNT.secretAccessKey}`, day));
  const toSign = [ALGORITHM, claim.date, scope, sha256(canonicalRequest(request, url, claim))].join('\n');
  if (hmac(key, toSign).toString('hex') !== claim.signature) throw new Refused('SignatureDoesNotMatch');
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
}

type Reply = { status: number; body?: string | Buffer; headers?: Record<string, string> };

const xml = (name: string, content: string): Reply => ({
  status: 200,
  body: `<?xml version="1.0"?><${name}>${content}</${name}>`,
  headers: { 'content-type': 'application/xml' },
});

/** The objects of a bucket, and uploads that are made of parts. */
function bucket() {
  const objects = new Map<string, Buffer>();
  const uploads = new Map<string, Map<number, Buffer>>();

  const list = (query: URLSearchParams): Reply => {
    const keys = [...objects.keys()].filter((key) => key.startsWith(query.get('prefix') ?? '')).sort();
    const contents = keys.map(
      (key) => `<Contents><Key>${key}</Key><Size>${objects.get(key)?.length}</Size></Contents>`,
    );
    return xml('ListBucketResult', `<IsTruncated>false</IsTruncated>${contents.join('')}`);
  };
  const multipart = (method: string, key: string, query: URLSearchParams, body: Buffer): Reply | undefined => {
    if (method === 'POST' && query.has('uploads')) {
      const id = `upload-${uploads.size + 1}`;
      uploads.set(id, new Map());
      return xml('InitiateMultipartUploadResult', `<Key>${key}</Key><UploadId>${id}</UploadId>`);
    }
    const id = query.get('uploadId') ?? '';
    const parts = uploads.get(id);
    if (!parts) return id === '' ? undefined : { status: 404 };
    if (method === 'PUT') {
      parts.set(Number(query.get('partNumber')), body);
      return { status: 200, headers: { etag: `"${createHash('md5').update(body).digest('hex')}"` } };
    }
    uploads.delete(id);
    if (method === 'DELETE') return { status: 204 };

    const inOrder = [...parts].sort(([a], [b]) => a - b).map(([, part]) => part);
    objects.set(key, Buffer.concat(inOrder));
    return xml('CompleteMultipartUploadResult', `<Key>${key}</Key><ETag>"whole"</ETag>`);
  };
  const plain = (method: string, key: string, body: Buffer, range: string | undefined): Reply => {
    const found = objects.get(key);
    if (method === 'PUT') objects.set(key, body);
    if (method === 'DELETE') objects.delete(key);
    if (method === 'DELETE') return { status: 204 };
    if (method !== 'PUT' && key !== '' && !found) return { status: 404 };
    if (method === 'HEAD' && found) return { status: 200, headers: { 'content-length': `${found.length}` } };
    if (method !== 'GET') return { status: 200 };

    const [, from = '0', to = ''] = /^bytes=(\d+)-(\d*)$/.exec(range ?? '') ?? [];
    const part = found?.subarray(Number(from), to === '' ? undefined : Number(to) + 1);
    return { status: range ? 206 : 200, body: part };
  };
  return {
    objects,
    uploads,
    answer: (request: IncomingMessage, url: URL, key: string, body: Buffer): Reply => {
      const { method = '' } = request;
      if (url.searchParams.has('list-type')) return list(url.searchParams);
      const { range } = request.headers;
      return multipart(method, key, url.searchParams, body) ?? plain(method, key, body, range);
    },
  };
}

export type S3 = Awaited<ReturnType<typeof startS3>>;

export async function startS3() {
  const { objects, uploads, answer } = bucket();
  const refused: string[] = [];
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '', `http://${request.headers.host}`);
    const body = await bodyOf(request);
    try {
      requireSigned(request, url);
      const [, bucket, ...key] = decodeURIComponent(url.pathname).split('/');
      if (bucket !== BUCKET) throw new Refused('NoSuchBucket');
      const reply = answer(request, url, key.join('/'), body);
      response.writeHead(reply.status, reply.headers).end(reply.body);
    } catch (error) {
      const code = error instanceof Refused ? error.message : String(error);
      refused.push(code);
      response.writeHead(403, { 'content-type': 'application/xml' });
      response.end(`<?xml version="1.0"?><Error><Code>${code}</Code></Error>`);
    }
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    bucketUrl: `http://127.0.0.1:${port}/${BUCKET}`,
    region: REGION,
    ...ACCOUNT,
    objects,
    /** Uploads in parts that were neither completed nor given up. */
    uploads,
    /** Codes of what was not let in. */
    refused,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
