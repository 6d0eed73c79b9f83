/** The limit of an HTTP service: express as it comes, with one route that answers the bytes of a file as JSON. */
import { readFileSync } from 'node:fs';
import express from 'express';

const [port = '', file = ''] = process.argv.slice(2);
const body: unknown = JSON.parse(readFileSync(file, 'utf8'));

express()
  .get('/', (_request, response) => {
    response.json(body);
  })
  .get('/readyz', (_request, response) => {
    response.send('ready\n');
  })
  .listen(Number(port), '127.0.0.1');
