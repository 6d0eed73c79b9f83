import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { ERRORS, isErrorCode } from '@social/contracts/errors';
import express, { type Express, type RequestHandler } from 'express';
import { type Exchange, setSecurityHeaders } from './exchange.ts';
import { openApi } from './openapi.ts';
import type { Route } from './route.ts';

const PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Social commerce API</title>
<link rel="stylesheet" href="/docs/swagger-ui.css"><link rel="icon" href="/docs/favicon-32x32.png">
</head>
<body><div id="swagger-ui"></div>
<script src="/docs/swagger-ui-bundle.js"></script><script src="/docs/start.js"></script>
</body>
</html>
`;
const START = `SwaggerUIBundle({ url: '/openapi.json', dom_id: '#swagger-ui', deepLinking: true });\n`;

const SWAGGER_UI = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));

/** Everything from here, inline styles for the page's own drawing. */
const POLICY = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'";

const withPolicy =
  (policy: string): RequestHandler =>
  (_request, response, next) => {
    setSecurityHeaders(response.locals.exchange as Exchange);
    response.setHeader('content-security-policy', policy);
    next();
  };

/** The API's description, a page to read it, what each error code means, and the pictures of products. */
export function addDocs(app: Express, routes: readonly Route[], picturesDir: string | undefined): void {
  const description = JSON.stringify(openApi(routes));
  app.use(['/docs', '/openapi.json', '/problems'], withPolicy(POLICY));
  app.get('/openapi.json', (_request, response) => void response.type('json').send(description));
  app.get('/', (_request, response) => response.redirect('/docs'));
  app.get('/docs', (_request, response) => void response.type('html').send(PAGE));
  app.get('/docs/start.js', (_request, response) => void response.type('js').send(START));
  app.use('/docs', express.static(SWAGGER_UI, { index: false }));
  app.get('/problems/:code', (request, response, next) => {
    const { code } = request.params;
    if (!isErrorCode(code)) return next();
    const [status, meaning] = ERRORS[code];
    response.json({ code, status, meaning });
  });
  if (picturesDir) {
    const files = express.static(picturesDir, { index: false, maxAge: '1h', etag: true });
    app.use('/pictures', withPolicy("default-src 'none'; style-src 'unsafe-inline'"), files);
  }
}
