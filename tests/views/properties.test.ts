import { describe, expect, test } from 'vitest';
import type { PropertyRow, ShownValue } from '../../src/views/property-row.ts';
import type { NoteBody } from '../../src/views/row.ts';
import { memorySite } from '../support/memory-vault.ts';

function bodyOf(files: Readonly<Record<string, string>>, path: string): NoteBody {
  const site = memorySite(files);
  const page = site.plan.find((planned) => planned.note === path);
  const view = page && site.page(page.url)?.view;
  if (view === undefined || !('body' in view) || view.body === null) throw new Error(`no body of ${path}`);
  return view.body;
}

/** Rows in one line each: what a reader sees, tags left in. */
function wordsOf(rows: readonly PropertyRow[]): Readonly<Record<string, string>> {
  return Object.fromEntries(rows.map((row) => [row.label, textOf(row.value)]));
}

function textOf(value: ShownValue): string {
  switch (value.kind) {
    case 'empty':
      return '(empty)';
    case 'flag':
      return value.on ? 'yes' : 'no';
    case 'date':
      return [`date ${value.date}`, value.time, value.zone].filter(Boolean).join(' ');
    case 'text':
      return value.html;
    case 'address':
      return `→ ${value.href}`;
    case 'list':
      return `[${value.items.map(textOf).join(' | ')}]`;
    case 'map':
      return `{${value.rows.map((row) => `${row.label}: ${textOf(row.value)}`).join(', ')}}`;
  }
}

const note = (frontmatter: string, text = 'Text.\n'): string => `---\n${frontmatter}\n---\n${text}`;

describe('values', () => {
  const rows = bodyOf(
    {
      'a.md': note(
        [
          'plain: some text',
          'bold: "**bold**, `code`, ==mark== and 5 * 3"',
          'number: 12.5',
          'year: 2024',
          'yes_no: true',
          'not_yet: false',
          'day: 2026-03-18',
          'moment: 2026-03-18T22:30:00+02:00',
          'no_day: 2026-02-31',
          'nothing:',
          'blank: ""',
          'none: []',
          'site: https://example.com/a?b=1&c=<d>',
          'mail: dana@example.com',
          'script: javascript:alert(1)',
          'html: "<b>b</b><script>x</script>"',
          'list: [one, 2, true]',
          'nested: {city: London, rooms: {a: 1}}',
          'colour: "#ff0000"',
          'hidden: "shown %%not%%"',
          'ключ: значение',
        ].join('\n'),
      ),
    },
    'a.md',
  ).properties;

  test('are shown as what they are', () => {
    expect(wordsOf(rows)).toEqual({
      Plain: 'some text',
      Bold: '<strong>bold</strong>, <code>code</code>, <mark>mark</mark> and 5 * 3',
      Number: '12.5',
      Year: '2024',
      'Yes no': 'yes',
      'Not yet': 'no',
      Day: 'date 2026-03-18',
      Moment: 'date 2026-03-18 22:30 +02:00',
      'No day': '2026-02-31',
      Nothing: '(empty)',
      Blank: '(empty)',
      None: '(empty)',
      Site: '→ https://example.com/a?b=1&c=<d>',
      Mail: expect.stringMatching(/^<a href="mailto:dana@example.com"[^>]*>dana@example.com<\/a>$/u),
      Script: 'javascript:alert(1)',
      Html: '<b>b</b>',
      List: '[one | 2 | yes]',
      Nested: '{City: London, Rooms: {A: 1}}',
      Colour: '#ff0000',
      Hidden: expect.stringMatching(/^shown\s*$/u),
      Ключ: 'значение',
    });
  });

  test('links lead where links of the text lead, and look like them', () => {
    const files = {
      'a.md': note(
        [
          'whole: "[[b]]"',
          'named: "[[b|the b]]"',
          'unquoted: [[b]]',
          'unquoted_list:\n  - [[b]]\n  - [[Nobody]]',
          'within: see [[b#H]] and [c](c.md)',
          'missing: about [[Nobody]]',
          'healed: "[[x/y/b]]"',
          'ambiguous: "[[twin]]"',
          'tagged: "about #known and #unknown"',
        ].join('\n'),
      ),
      'b.md': '# H\n#known\n',
      'c.md': 'c',
      'one.md': note('aliases: [twin]'),
      'two.md': note('aliases: [twin]'),
    };
    const words = wordsOf(bodyOf(files, 'a.md').properties);
    expect(words).toMatchObject({
      Whole: '<a href="b.html">b</a>',
      Named: '<a href="b.html">the b</a>',
      Unquoted: '<a href="b.html">b</a>',
      Within: 'see <a href="b.html#h">b &gt; H</a> and <a href="c.html">c</a>',
      Tagged: 'about <a class="tag" href="../tags/known.html">known</a> and #unknown',
    });
    expect(words['Unquoted list']).toContain('[<a href="b.html">b</a> | <a href="../ghosts/nobody.html" class="ghost"');
    expect(words['Missing']).toContain('(no note yet)');
    expect(words['Healed']).toContain('(mended link)');
    expect(words['Ambiguous']).toContain('(several notes carry this name)');
  });

  test('what is linked within a property counts as a link of the note', () => {
    const site = memorySite({ 'a.md': note('lead: ask [[b]] or [[Nobody]]'), 'b.md': 'b' });
    expect(site.graph.backlinks.get('b.md' as never)).toHaveLength(1);
    expect(site.graph.ghosts.map((ghost) => ghost.name)).toEqual(['Nobody']);
  });

  test('a picture in a property goes along with the page', () => {
    const site = memorySite({ 'a.md': note('cover: "![[p.png]]"'), 'p.png': 'x' });
    expect([...site.graph.assets.keys()]).toEqual(['p.png']);
  });
});

describe('what the page shows elsewhere', () => {
  test('is not shown twice, and what it shows in part stays', () => {
    const files = {
      'Customers/Acme/Acme.md': note('type: customer\nlast_contact: 2026-01-01'),
      'm.md': note(
        'title: Sync\ntype: customer\ndate: 2026-02-01\naccount: "[[Acme]]"\nparticipants: [Ada Byron, "[[Bo Li]]"]\ntags: [ok, 12]\naliases: [Other]\npublish: true\nsource: transcript\ncssclasses: [mine]\ncreated: 2026-02-02',
      ),
      'n.md': note('type: recipe\nkind: note\ndate: 2026-02-01T10:00\nparticipants: [Ada Byron]\naccount: Acme'),
    };
    expect(wordsOf(bodyOf(files, 'm.md').properties)).toEqual({
      Type: 'customer',
      Tags: '[12]',
      Aliases: '[Other]',
      Created: 'date 2026-02-02',
    });
    expect(wordsOf(bodyOf(files, 'n.md').properties)).toMatchObject({ Kind: 'note', Date: 'date 2026-02-01 10:00' });
  });

  test('frontmatter that cannot be read is said with its line', () => {
    const body = bodyOf({ 'a.md': '---\ntitle: a: b: c\n---\nText.\n' }, 'a.md');
    expect(body.properties).toEqual([]);
    expect(body.notices).toMatchObject([{ severity: 'error', text: expect.stringMatching(/^Line 2: /u) }]);
  });
});

test('the outline shows headings with their form, without links and pictures', () => {
  const body = bodyOf({ 'a.md': '# a\n\n## The *hot* `tier` of [[b|B]] ![[p.png]]\n\n## Two\n', 'b.md': 'b', 'p.png': 'x' }, 'a.md');
  expect(body.outline.map(({ html }) => html.trim())).toEqual(['The <em>hot</em> <code>tier</code> of B', 'Two']);
});
