import type { Express, Response } from 'express';
import { type Exchange, send } from './exchange.ts';

const sendText = (response: Response, status: number, lines: string[]): void =>
  send(response.locals.exchange as Exchange, status, 'text/plain', `${lines.join('\n')}\n`);

/** /healthz: the process lives. /readyz: it can serve; the reasons where it cannot. */
export function addHealth(app: Express, notReady: () => Promise<string[]>): void {
  app.get('/healthz', (_request, response) => sendText(response, 200, ['ok']));
  app.get('/readyz', async (_request, response) => {
    const reasons = await notReady();
    if (reasons.length === 0) sendText(response, 200, ['ready']);
    else sendText(response, 503, reasons);
  });
}
