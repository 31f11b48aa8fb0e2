import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CSS_CLASSES, cssClassesFrom } from '../../src/notes/css-classes.ts';
import type { PropertyValue } from '../../src/vault/vault.ts';
import { memorySite } from '../support/memory-vault.ts';

describe('cssclasses', () => {
  test.each([
    [{ cssclasses: ['wide', 'img-grid'] }, ['img-grid', 'wide']],
    [{ cssclass: 'wide' }, ['wide']],
    [{ CSSClasses: 'Wide, TABLE-100' }, ['table-max', 'wide']],
    [{ cssclasses: '.cards cards-cols-3' }, ['cards', 'cards-cols-3']],
    [{ cssclasses: ['full-width', 'max'] }, ['max']],
    [{ cssclasses: null }, []],
    [{}, []],
  ])('%o', (properties, classes) => {
    expect(cssClassesFrom(properties as Record<string, PropertyValue>)).toEqual({ classes, unknown: [] });
  });

  test('nothing else comes through, whatever a note writes', () => {
    const names = new Set(CSS_CLASSES.map(({ name }) => name));
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string(), fc.constantFrom('wide', 'Max ', 'prose', 'hidden', '__proto__'))), (written) => {
        const { classes } = cssClassesFrom({ cssclasses: written });
        expect(classes.every((name) => names.has(name))).toBe(true);
      }),
    );
    expect(cssClassesFrom({ cssclasses: ['prose', 'constructor', 'wide" x'] }).classes).toEqual([]);
  });

  test('unknown ones are one finding a note, with the line of the key', () => {
    const site = memorySite({ 'a.md': '---\ntitle: A\ncssclasses:\n  - wide\n  - mine\n  - other\n---\ntext\n' });
    expect(site.diagnostics.filter(({ code }) => code === 'cssclass-unknown')).toMatchObject([
      { path: 'a.md', line: 3, severity: 'info', message: '"mine", "other": no layout of this site is called so.' },
    ]);
  });

  test('a page carries the layouts of its note under names of the site', () => {
    const site = memorySite({ 'a.md': '---\ncssclasses: [wide-page, mine]\n---\ntext\n', 'b.md': 'text\n' });
    const classes = site.plan.flatMap(({ url, note }) => {
      const view = note === null ? null : site.page(url)?.view;
      return view?.kind === 'note' ? [[note, view.body.classes]] : [];
    });
    expect(classes).toEqual([
      ['a.md', ['note-wide']],
      ['b.md', []],
    ]);
  });
});
