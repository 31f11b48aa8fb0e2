import { describe, expect, test } from 'vitest';
import { defaultConfig } from '../../src/config/config.ts';
import { knownKeys } from '../../src/config/known-keys.ts';
import { ConfigError, parseConfig, readConfig } from '../../src/config/read-config.ts';
import { configSchema } from '../../src/config/schema.ts';
import { configTemplate } from '../../src/config/template.ts';
import { tempDir, writeFiles } from '../support/temp.ts';

function problemsOf(text: string): readonly string[] {
  try {
    parseConfig(text);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

describe('reading', () => {
  test('without a file everything has its default', () => {
    expect(readConfig(tempDir())).toEqual({ config: defaultConfig, file: null });
    expect(defaultConfig).toMatchObject({ title: null, locale: 'en', include: ['**'], ignore: [], kinds: { folders: {}, types: {} } });
  });

  test.each(['', '\n# only a comment\n', 'title:\nignore:\nkinds:\n  folders:\nbriefs:\n'])('empty keys mean their default: %j', (text) => {
    expect(parseConfig(text)).toEqual(defaultConfig);
  });

  test('the file in the vault is read, with line ends and byte order mark of any system', () => {
    const dir = tempDir();
    writeFiles(dir, { 'dossier.yaml': '\ufefftitle: Notes\r\nowner: Ines Okafor\r\n' });
    expect(readConfig(dir).config).toEqual({ ...defaultConfig, title: 'Notes', owner: 'Ines Okafor' });
  });

  test('a file with the other ending is not passed over', () => {
    const dir = tempDir();
    writeFiles(dir, { 'dossier.yml': 'title: Notes\n' });
    expect(() => readConfig(dir)).toThrow('dossier.yml: the file must be named dossier.yaml.');
  });

  test('values are brought into one form', () => {
    const config = parseConfig(`
site: {url: 'https://example.com/wiki'}
ignore: Templates
kinds: {folders: {./People/: person}, types: {Call: meeting}}
people: {Tomas Lindqvist: Tomas L.}
publish: {tags: ['#internal']}
briefs: {Acme: {since: 2025-01-01}, Bolt: }
check: {severity: {link-missing: off}}
`);
    expect(config.site.url).toBe('https://example.com/wiki/');
    expect(config.ignore).toEqual(['Templates']);
    expect(config.kinds).toEqual({ folders: { People: 'person' }, types: { call: 'meeting' } });
    expect(config.people).toEqual({ 'Tomas Lindqvist': ['Tomas L.'] });
    expect(config.publish.tags).toEqual(['internal']);
    expect(config.briefs.Acme).toMatchObject({ since: '2025-01-01', until: null, actions: 'all', attachments: [] });
    expect(config.check.severity).toEqual({ 'link-missing': 'off' });
    expect(config.kinds.types.constructor).toBeUndefined();
  });
});

describe('findings name the key, the line, what was expected and the nearest known name', () => {
  test.each([
    ['titel: X', ['dossier.yaml:1  **titel**: unknown key. Did you mean **title**?']],
    ['title: A\n\nglobalFilter: "#task"', ['dossier.yaml:3  **globalFilter**: unknown key. Did you mean **tasks.globalFilter**?']],
    ['url: x', ['dossier.yaml:1  **url**: unknown key. Did you mean **site.url**?']],
    ['completely: x', ['dossier.yaml:1  **completely**: unknown key.']],
    ['__proto__: {a: 1}', ['dossier.yaml:1  **__proto__**: unknown key.']],
    ['title: 3', ['dossier.yaml:1  **title**: expected text, received 3.']],
    ['ignore:\n  - a\n  - 3', ['dossier.yaml:3  **ignore.1**: expected text, received 3.']],
    ['locale: "no such"', ['dossier.yaml:1  **locale**: expected a language tag such as en-GB, received "no such".']],
    ['site: https://x', ['dossier.yaml:1  **site**: expected a mapping (`key: value` lines), received "https://x".']],
    [
      'site:\n  url: javascript:alert(1)',
      ['dossier.yaml:2  **site.url**: expected a web address such as https://example.com/wiki/, received "javascript:alert(1)".'],
    ],
    [
      'kinds:\n  folders:\n    People: persn',
      [
        'dossier.yaml:3  **kinds.folders.People**: expected one of account, meeting, person, project, daily, note, received "persn". Did you mean **person**?',
      ],
    ],
    [
      'check:\n  severity:\n    link-mising: off\n    link-missing: offf',
      [
        'dossier.yaml:3  **check.severity.link-mising**: unknown key. Did you mean **check.severity.link-missing**?',
        'dossier.yaml:4  **check.severity.link-missing**: expected one of error, warning, info, off, received "offf". Did you mean **off**?',
      ],
    ],
    [
      'briefs:\n  x:\n    since: 2025-02-30',
      ['dossier.yaml:3  **briefs.x.since**: expected a date written YYYY-MM-DD, received "2025-02-30".'],
    ],
    ['briefs:\n  x:\n    redacted: [a]', ['dossier.yaml:3  **briefs.x.redacted**: unknown key. Did you mean **briefs.x.redact**?']],
    [
      'briefs: {x: {since: 2025-02-02, until: 2025-01-01}}',
      ['dossier.yaml:1  **briefs.x.until**: expected a day not before `since`, received "2025-01-01".'],
    ],
    [
      'people:\n  Ann: [A.]\n  Bea: [a.]',
      ['dossier.yaml:3  **people.Bea.0**: expected a spelling of one person (it is listed for Ann too), received "a.".'],
    ],
    ['images:\n  remote: "yes"', ['dossier.yaml:2  **images.remote**: expected true or false, received "yes".']],
    ['- a', ['dossier.yaml:1  expected a mapping (`key: value` lines), received a list.']],
    ['title: a\ntitle: b', ['dossier.yaml:2  can not be read: Map keys must be unique.']],
  ])('%j', (text, problems) => {
    expect(problemsOf(text)).toEqual(problems);
  });
});

describe('the template', () => {
  const uncommented = configTemplate().replace(/^#(?=\S| {2})/gmu, '');

  test('changes nothing as it stands', () => {
    expect(parseConfig(configTemplate())).toEqual(defaultConfig);
  });

  test('is valid with every setting in use', () => {
    expect(problemsOf(uncommented)).toEqual([]);
    expect(parseConfig(uncommented)).not.toEqual(defaultConfig);
  });

  test('names every key there is', () => {
    const names = knownKeys(configSchema)
      .filter((key) => !key.startsWith('check.severity.'))
      .map((key) => key.split('.').at(-1) ?? key);
    expect(names.length).toBeGreaterThan(40);
    const written = new Set([...uncommented.matchAll(/^\s*([\w]+):/gmu)].map(([, key]) => key));
    expect(names.filter((name) => !written.has(name))).toEqual([]);
  });
});
