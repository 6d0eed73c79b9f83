import { mkdirSync, writeFileSync } from 'node:fs';
import { drawPicture } from './draw-picture.ts';
import { merchantFiles, pictureSubject, productRows, readMerchantRows, SAMPLE_DIR } from './read-sample.ts';

// Draws every product's picture again: node services/catalog/sample/generate-pictures.ts

const subjects = merchantFiles().flatMap((slug) => productRows(readMerchantRows(slug)).map(pictureSubject));
mkdirSync(`${SAMPLE_DIR}/pictures`, { recursive: true });
for (const subject of subjects) writeFileSync(`${SAMPLE_DIR}/pictures/${subject.handle}.svg`, drawPicture(subject));
console.log(`${subjects.length} pictures drawn`);
