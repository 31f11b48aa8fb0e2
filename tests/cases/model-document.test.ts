import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { inspectFiles } from '../support/inspected.ts';
import { describeShared, sharedPath } from '../support/shared.ts';

/** A vault in which every list of the document has an entry. */
const FULL = {
  'Customers/Acme/Acme.md':
    '---\ntype: customer\naliases: [ACME]\n---\n# Acme\n\n## Key Facts\n- Uses the price file.\n\n## Topics\n- Prices\n\n- [ ] Send it @Ann 📅 2026-02-01 #x\n',
  'Meeting.md':
    '---\naccount: Acme\ndate: 2026-01-02\nparticipants: [Ann Lee]\nsource: transcript\nsource_ref: Inbox/a.md\ntags: [x/y]\n---\n## Summary\n' +
    'Weâ€™ll go.\n\n[[Acme#Key Facts|A]] [[Nowhere]] ![[a.png|10]] [k:: v]\n\n> [!info]- T\n> body ^b1\n\n## Decisions\n- Use the price file.\n',
  'Later.md': '---\naccount: Acme\ndate: 2026-01-03\n---\n## Decisions\n- Use the price file for all regions\n',
  'Private.md': '---\nprivate: true\n---\n[[Acme]]\n',
  'a.png': 'x',
  'unused.png': 'x',
};

type Json = null | string | number | boolean | readonly Json[] | { readonly [key: string]: Json };

/** The example of the documentation as data: comments, and what follows a value of `[…]`, taken out. */
function documented(): Json {
  const text = /```jsonc\n([\s\S]*?)```/u.exec(readFileSync(sharedPath('docs/model.md'), 'utf8'))?.[1] ?? '';
  const plain = text
    .split('\n')
    .map((line) => line.replace(/^((?:[^"]|"(?:[^"\\]|\\.)*")*?)\/\/.*$/u, '$1'))
    .join('\n');
  return JSON.parse(plain) as Json;
}

/** Every key with the type of its value, by path; `[]` stands for the entries of a list. Values that may be null have both types in the model. */
function shapeOf(value: Json, path = '', shape = new Map<string, Set<string>>()): Map<string, Set<string>> {
  const kind = value === null ? 'null' : Array.isArray(value) ? 'list' : typeof value;
  shape.set(path, (shape.get(path) ?? new Set()).add(kind));
  if (Array.isArray(value)) for (const entry of value as readonly Json[]) shapeOf(entry, `${path}[]`, shape);
  else if (value !== null && typeof value === 'object' && !path.endsWith('.properties'))
    for (const [key, entry] of Object.entries(value)) shapeOf(entry, `${path}.${key}`, shape);
  return shape;
}

describeShared('the document is the documented one', () => {
  const model = shapeOf(inspectFiles(FULL) as Json);

  test('every documented key is there, with the documented type', () => {
    const wrong = [...shapeOf(documented())].flatMap(([path, kinds]) => {
      const found = model.get(path);
      const isRight =
        found !== undefined && [...kinds].every((kind) => kind === 'null' || found.has(kind) || (found.size === 1 && found.has('null')));
      return isRight ? [] : [[path, [...kinds], found === undefined ? null : [...found]]];
    });
    expect(wrong).toEqual([]);
  });

  test('it has no key that is not documented', () => {
    const known = shapeOf(documented());
    expect([...model.keys()].filter((path) => !known.has(path) && !path.endsWith('[]'))).toEqual([]);
  });

  test('a key that one entry of a list has all have', () => {
    const missing: string[] = [];
    const visit = (value: Json, path: string): void => {
      if (Array.isArray(value)) {
        const list = value as readonly Json[];
        const keys = list.map((entry) => (entry !== null && typeof entry === 'object' ? Object.keys(entry).join() : ''));
        if (new Set(keys).size > 1) missing.push(path);
        for (const entry of list) visit(entry, `${path}[]`);
      } else if (value !== null && typeof value === 'object' && !path.endsWith('.properties'))
        for (const [key, entry] of Object.entries(value)) visit(entry, `${path}.${key}`);
    };
    visit(inspectFiles(FULL) as Json, '');
    expect(missing).toEqual([]);
  });
});
