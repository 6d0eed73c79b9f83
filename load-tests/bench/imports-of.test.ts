import { expect, it } from 'vitest';
import { importsOf } from './imports-of.ts';

it('keeps what a service loads and leaves out what it does', () => {
  const source = `import { a } from 'a';\nimport type {\n  B,\n} from './b.ts';\nimport './c.ts';\n\nconst d = await a();\n`;
  expect(importsOf(source)).toBe(`import { a } from 'a';\nimport type {\n  B,\n} from './b.ts';\nimport './c.ts';`);
});
