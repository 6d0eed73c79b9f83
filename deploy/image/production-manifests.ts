/**
 * Takes what is for development alone out of the manifests below a folder: `node production-manifests.ts FOLDER`. npm leaves
 * out what nobody needs in production, but installs what one workspace needs there and another in its tests only for both.
 */
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [folder = '.'] = process.argv.slice(2);
for (const path of globSync('**/package.json', { cwd: folder })) {
  const { devDependencies: _none, ...manifest } = JSON.parse(readFileSync(join(folder, path), 'utf8'));
  writeFileSync(join(folder, path), `${JSON.stringify(manifest, null, 2)}\n`);
}
