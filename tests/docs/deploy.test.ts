import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { MANIFEST_NAME } from '../../src/output/manifest.ts';
import { codeBlocksOf, codeSpansOf, projectFile, readText, sectionOf, tableRows } from './documents.ts';

const page = readText('docs/deploy.md');
const policy = /default-src [^"]+/u.exec(readText('src/layouts/Base.astro'))?.[0] ?? '';

describe('docs/deploy.md', () => {
  test('gives the policy that pages carry', () => {
    expect(policy).toContain("form-action 'none'");
    expect(codeBlocksOf(sectionOf(page, '## The page policy'))[0]?.code.trim()).toBe(policy);
  });

  test.each(['## nginx', '## Caddy'])('%s sends the same policy, and who may frame', (heading) => {
    expect(sectionOf(page, heading)).toContain(`Content-Security-Policy "${policy}; frame-ancestors 'self'"`);
  });

  test('names every folder that has pages, and the manifest', () => {
    const named = new Set(tableRows(page, '').flatMap(([names = '']) => codeSpansOf(names)));
    const folders = readdirSync(projectFile('src/pages'), { withFileTypes: true }).flatMap((entry) =>
      entry.isDirectory() ? [entry.name] : [],
    );
    expect(folders.length).toBeGreaterThan(8);
    for (const name of [...folders, 'assets', 'files', 'pagefind'].map((folder) => `${folder}/`)) expect(named).toContain(name);
    expect(named).toContain(MANIFEST_NAME);
  });
});

describe('the package', () => {
  const { version, engines } = JSON.parse(readText('package.json'));

  test('has a chapter in the changelog', () => {
    const versions = [...readText('CHANGELOG.md').matchAll(/^## \[(.+)\]/gmu)].map(([, name]) => name);
    expect(versions[0]).toBe('Unreleased');
    expect(versions[1]).toBe(version);
  });

  test('needs the Node that the documents name', () => {
    const [needed = ''] = /\d+\.\d+/u.exec(engines.node) ?? [];
    for (const file of ['README.md', 'CONTRIBUTING.md']) expect(readText(file)).toContain(`Node ${needed} or newer`);
  });
});
