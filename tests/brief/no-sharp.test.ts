import { expect, test, vi } from 'vitest';
import { withBrief } from '../support/brief-forms.ts';

vi.mock('node:module', async (original) => {
  const real = await original<typeof import('node:module')>();
  const createRequire: typeof real.createRequire = (from) => {
    const load = real.createRequire(from);
    const without = (name: string): unknown => {
      if (name === 'sharp') throw new Error("Cannot find module 'sharp'");
      return load(name);
    };
    return Object.assign(without, load);
  };
  return { ...real, createRequire };
});

const pixel = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
const files = { 'a.md': '---\naccount: Northwind Grocers\n---\nText.\n', 'x.png': pixel };
const count = (vault: Record<string, string | Uint8Array>): Promise<number> =>
  withBrief(vault, 'Northwind Grocers', async ({ notes }) => notes.length);

test('without the library that draws pictures anew, a brief with pictures is not made; one without is', async () => {
  expect(await count(files)).toBe(1);
  await expect(count({ ...files, 'a.md': `${files['a.md']}![[x.png]]\n` })).rejects.toMatchObject({
    name: 'BriefError',
    message: expect.stringContaining('"sharp"'),
    hint: expect.stringContaining('npm install sharp'),
  });
});
