import { describe, expect, test } from 'vitest';
import { defaultConfig } from '../../src/config/config.ts';
import { SECTION_NAMES } from '../../src/config/names.ts';
import { CSS_CLASSES, cssClassesFrom } from '../../src/notes/css-classes.ts';
import { sectionNames } from '../../src/notes/sections.ts';
import { parseTaskLine } from '../../src/notes/tasks.ts';
import { memorySite } from '../support/memory-vault.ts';
import { codeBlocksOf, codeSpansOf, readText, tableRows } from './documents.ts';

const page = readText('docs/writing-notes.md');
const readme = readText('README.md');

function kindOf(type: string, more = ''): string | undefined {
  return [...memorySite({ 'Things/Acme.md': `---\ntype: ${type}\n${more}---\n` }).graph.notes.values()][0]?.kind;
}

describe('types', () => {
  const rows = tableRows(page, '`type`').flatMap(([types = '', kinds = '']) => codeSpansOf(types).map((type) => [type, kinds] as const));

  test.each(rows)('%s: %s', (type, kinds) => {
    const [alone, dated = alone] = kinds.split(', or ');
    expect(kindOf(type)).toBe(alone);
    expect(kindOf(type, 'date: 2026-01-10\naccount: Other\n')).toBe(dated);
  });

  test('are all there', () => {
    expect(rows.length).toBeGreaterThan(15);
    expect(kindOf('anything-else')).toBe('note');
  });
});

test('the layouts are those that are known', () => {
  const written = tableRows(page, 'class').flatMap((cells) => cells.flatMap(codeSpansOf));
  expect(cssClassesFrom({ cssclasses: written }).unknown).toEqual([]);
  const ranged = written.includes('cards-cols-1') && written.includes('cards-cols-8');
  const missing = CSS_CLASSES.filter(({ name }) => !written.includes(name) && !(ranged && name.startsWith('cards-cols-')));
  expect(missing).toEqual([]);
});

test('the headings of each section are those that are read', () => {
  const known = new Map(SECTION_NAMES.map((name) => [name as string, new Set<string>()]));
  for (const [heading, name] of sectionNames(defaultConfig)) known.get(name)?.add(heading);
  const written = tableRows(page, 'section').map(([name = '', headings = '']) => {
    const folded = headings.split(', ').map((heading) => heading.toLowerCase().replace(/[^\p{L}]+/gu, ' '));
    return [codeSpansOf(name)[0] ?? '', new Set(folded)] as const;
  });
  expect(new Map(written)).toEqual(known);
});

describe('tasks', () => {
  test.each(tableRows(page, 'box'))('%s is %s', (boxes = '', state = '') => {
    for (const box of codeSpansOf(boxes)) expect(parseTaskLine(`- ${box} Do it`).task?.state).toBe(state.replace(' ', '-'));
  });

  test.each(tableRows(page, 'field'))('%s: %s or %s', (field = '', signs = '', keys = '') => {
    const names: Readonly<Record<string, string>> = { repeats: 'recurrence', 'depends on': 'dependsOn' };
    const parts = field.split(', ');
    const emoji = signs.split(' ');
    parts.forEach((part, i) => {
      const name = (names[part] ?? part) as 'due';
      const key = codeSpansOf(keys)[i] ?? '';
      const value = / ([^\]]+)\]$/u.exec(key)?.[1] ?? '';
      const expected = part === 'depends on' ? [value] : value;
      expect(parseTaskLine(`- [ ] Do it ${key}`).task?.[name]).toEqual(expected);
      if (part !== 'priority') expect(parseTaskLine(`- [ ] Do it ${emoji[i]} ${value}`).task?.[name]).toEqual(expected);
    });
    if (field === 'priority') {
      const read = emoji.map((sign) => parseTaskLine(`- [ ] Do it ${sign}`).task?.priority);
      expect(read).toEqual(['highest', 'high', 'medium', 'low', 'lowest']);
    }
  });
});

describe('examples', () => {
  test('the lines under the title are read', () => {
    const text = codeBlocksOf(page).find(({ code }) => code.includes('**Attendees**'))?.code ?? '';
    const { graph } = memorySite({ 'Kickoff.md': text });
    const [note] = graph.notes.values();
    expect(note).toMatchObject({ kind: 'meeting', date: '2026-01-10', participants: ['Ada Byron', 'Tomas Lindqvist'] });
    expect(graph.accounts.map(({ name }) => name)).toEqual(['Acme']);
  });

  test('the tasks are read', () => {
    const code = codeBlocksOf(page).find((block) => block.code.startsWith('- [ ]'))?.code ?? '';
    const tasks = code
      .trimEnd()
      .split('\n')
      .map((line) => parseTaskLine(line).task);
    expect(tasks).toMatchObject([
      { text: 'Send the sizing sheet', owner: 'Tomas', due: '2026-02-01', priority: 'high' },
      { owner: 'Ada', due: '2026-02-14', state: 'in-progress' },
      { state: 'proposed' },
      { state: 'done', done: '2026-01-09' },
    ]);
  });

  test('the note of the README gives an account, a meeting, a decision and an action with its owner', () => {
    const path = /`(Customers\/.+\.md)`/u.exec(readme)?.[1] ?? '';
    const { graph } = memorySite({ [path]: codeBlocksOf(readme).find(({ lang }) => lang === 'markdown')?.code ?? '' });
    expect(graph.accounts).toMatchObject([{ name: 'Northwind Grocers', lastContact: '2026-03-18', meetings: [path] }]);
    expect(graph.decisions).toMatchObject([{ date: '2026-03-18', account: 'Northwind Grocers' }]);
    expect(graph.actions).toMatchObject([{ owner: 'Tomas Lindqvist', due: '2026-03-20' }]);
    expect(graph.diagnostics.filter(({ severity }) => severity !== 'info')).toEqual([]);
  });

  test('a note that keeps itself out is out', () => {
    const flags = ['private: true', 'private: yes', 'draft: 1', 'draft: on', 'publish: false', 'publish: no', 'private: perhaps'];
    const files = Object.fromEntries(flags.map((flag, i) => [`${i}.md`, `---\n${flag}\n---\n`]));
    expect(memorySite({ ...files, 'in.md': '---\nprivate: off\ndraft: 0\n---\n' }).scope.notes.map(({ path }) => path)).toEqual(['in.md']);
  });
});
