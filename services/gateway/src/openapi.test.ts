import { describe, expect, it } from 'vitest';
import { openApi } from './openapi.ts';
import { ROUTES } from './routes/table.ts';

describe('the description of the API', () => {
  it('is the one that is committed; `npx vitest run services/gateway/src/openapi.test.ts -u` writes it anew', async () => {
    await expect(`${JSON.stringify(openApi(ROUTES), null, 2)}\n`).toMatchFileSnapshot('../openapi.json');
  });

  it('lists every route once', () => {
    const { paths = {} } = openApi(ROUTES);
    const operations = Object.values(paths).flatMap((path) => Object.keys(path ?? {}));
    expect(operations).toHaveLength(ROUTES.length);
  });
});
