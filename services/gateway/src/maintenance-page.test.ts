import { createServer, type IncomingMessage } from 'node:http';
import { DomainError } from '@social/contracts/errors';
import { afterEach, describe, expect, it } from 'vitest';
import { sendMaintenancePage, wantsPage } from './maintenance-page.ts';

const CHROME = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';
const asking = (accept?: string) => ({ headers: { accept } }) as IncomingMessage;
const server = createServer();
afterEach(() => void server.close());

describe('the page of a maintenance', () => {
  it('is for browsers, not for programs', () => {
    expect(wantsPage(asking(CHROME))).toBe(true);
    for (const accept of [undefined, '*/*', 'application/json', 'application/json, text/html']) {
      expect(wantsPage(asking(accept)), accept).toBe(false);
    }
  });

  it('shows the notice as text, and says when to come again', async () => {
    const refusal = new DomainError('maintenance', 'back <b>soon</b> & well', { retryAfterMs: 60_000 });
    server.on('request', (request, response) => {
      const headers = ['vary', 'origin'];
      sendMaintenancePage(
        { request, response, requestId: 'req-12345678', address: '', startedAt: 0, headers },
        refusal,
      );
    });
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const page = await fetch(`http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`);

    expect(page.status).toBe(503);
    expect(Object.fromEntries(page.headers)).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'retry-after': '60',
      'cache-control': 'no-store',
      'x-request-id': 'req-12345678',
      vary: 'origin',
    });
    expect(page.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-/);
    expect(await page.text()).toContain('back &lt;b&gt;soon&lt;/b&gt; &amp; well');
  });
});
