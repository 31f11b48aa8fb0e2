import { expect, test } from 'vitest';
import { CATALOGUE } from '../../src/diagnostics/catalogue.ts';
import { projectFile } from './documents.ts';

/** The reference page of all findings. */
function diagnosticsPage(): string {
  return [
    '# Findings',
    '',
    'What `dossier check` and the health page of a site can say about your notes. Names of findings are permanent. An *error* lost or withheld',
    'content, a *warning* changed or guessed something, *info* is worth knowing. The config can [change how much one matters](configuration.md#findings).',
    '',
    'This page is made from the catalogue in `src/diagnostics/`: `npx vitest run tests/docs -u` writes it anew.',
    '',
    '| finding | severity | in short |',
    '| --- | --- | --- |',
    ...CATALOGUE.map(({ code, severity, title }) => `| [\`${code}\`](#${code}) | ${severity} | ${title} |`),
    ...CATALOGUE.flatMap(({ code, severity, title, about, hint }) => [
      '',
      `## ${code}`,
      '',
      `**${title}** (${severity}). ${about}`,
      '',
      `What to do: ${hint}`,
    ]),
    '',
  ].join('\n');
}

test('docs/diagnostics.md says what the catalogue says', async () => {
  await expect(diagnosticsPage()).toMatchFileSnapshot(projectFile('docs/diagnostics.md'));
});
