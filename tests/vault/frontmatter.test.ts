import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeText } from '../../src/vault/decode.ts';
import { parseFrontmatter } from '../../src/vault/frontmatter.ts';
import { sharedCases } from '../support/cases.ts';
import { describeShared, hasShared, sharedPath } from '../support/shared.ts';

const read = (text: string) => parseFrontmatter(text, 'a.md');
const codesOf = (text: string) => read(text).diagnostics.map(({ code }) => code);
const propertiesOf = (yaml: string) => read(`---\n${yaml}\n---\n`).properties;

interface Case {
  readonly name: string;
  readonly input: string;
  readonly expected: { readonly frontmatter?: object | null; readonly body?: string };
}

describeShared('shared cases of frontmatter', () => {
  // Rows without `frontmatter` are about aliases, which are read later.
  test.each(sharedCases<Case>('frontmatter').filter(({ expected }) => 'frontmatter' in expected))('$name', ({ input, expected }) => {
    const { properties, body } = read(input);
    expect(properties).toEqual(expected.frontmatter);
    if (expected.body !== undefined) expect(body).toBe(expected.body);
  });
});

describe('the block', () => {
  test('ends with the body and the line it starts on', () => {
    expect(read('---\na: 1\nb: 2\n---\nText\n')).toEqual({
      properties: { a: 1, b: 2 },
      frontmatter: 'read',
      withheld: false,
      propertyLines: { a: 2, b: 3 },
      body: 'Text\n',
      bodyLine: 5,
      diagnostics: [],
    });
  });

  test.each([
    ['no block', 'Text\n---\na: 1\n---\n', 'Text\n---\na: 1\n---\n', 1],
    ['an empty block', '---\n---\nText', 'Text', 3],
    ['a blank block', '---\n\n\n---\nText', 'Text', 5],
    ['a block up to the end', '---\na: 1\n---', '', 4],
    ['spaces behind the dashes', '--- \na: 1\n---\t\nText', 'Text', 4],
    ['a longer rule inside', '---\na: |\n  x\n----\nb: 1\n---\nText', 'Text', 7],
    ['a rule, prose, a rule', '---\n\nProse, not YAML.\n\n---\nText', '---\n\nProse, not YAML.\n\n---\nText', 1],
    ['a heading between rules', '---\n# Title\n---\nText', '---\n# Title\n---\nText', 1],
    ['a list between rules', '---\n- a\n- b\n---\nText', '---\n- a\n- b\n---\nText', 1],
    ['a rule alone', '---\n\nText', '---\n\nText', 1],
    ['a rule and a line of prose', '---\nRemember: call.\n\nText', '---\nRemember: call.\n\nText', 1],
    ['a rule of four', '----\nText', '----\nText', 1],
    ['a TOML block', '+++\ntitle = "x"\n+++\nText', '+++\ntitle = "x"\n+++\nText', 1],
  ])('%s', (_, text, body, bodyLine) => {
    expect(read(text)).toMatchObject({ body, bodyLine });
  });

  test('a block that can not be read is not shown, its body is', () => {
    expect(read('---\ntitle: a: b\n---\nText')).toMatchObject({ properties: null, frontmatter: 'unreadable', body: 'Text', bodyLine: 4 });
    expect(read('---\ntitle: a\ntags: [x]\nText')).toMatchObject({
      properties: null,
      frontmatter: 'unreadable',
      body: 'Text',
      bodyLine: 4,
    });
    expect(read('----\ntitle: a\n----\nText')).toMatchObject({ properties: null, frontmatter: 'unreadable', body: 'Text', bodyLine: 4 });
  });

  test('gives the same answer every time', () => {
    const text = '---\ntitle: "open\n---\nText';
    const [first, second] = [read(text), read(text)];
    expect(second).toEqual(first);
    expect(second.body).toBe('Text');
  });
});

describe('values', () => {
  test.each([
    ['dates stay text', 'a: 2025-11-14\nb: 2025-11-14T10:00:00', { a: '2025-11-14', b: '2025-11-14T10:00:00' }],
    [
      'numbers are numbers only when nothing is lost',
      'a: 3.14\nb: 1.10\nc: 007\nd: 123456789012345678901\ne: -2\nf: 1e3',
      { a: 3.14, b: '1.10', c: '007', d: '123456789012345678901', e: -2, f: '1e3' },
    ],
    ['yes and no are text', 'a: no\nb: yes\nc: on\nd: 12:30', { a: 'no', b: 'yes', c: 'on', d: '12:30' }],
    ['true, false, null', 'a: true\nb: False\nc: ~\nd:', { a: true, b: false, c: null, d: null }],
    ['an unquoted link', 'a: [[X]]', { a: [['X']] }],
    ['JSON', '{"a": [1, "x"], "b": {"c": null}}', { a: [1, 'x'], b: { c: null } }],
    ['folded text', 'a: one\n  two\nb:\n- x\n  y', { a: 'one two', b: ['x y'] }],
    ['references', 'a: &x [1]\nb: *x', { a: [1], b: [1] }],
    ['keys of other kinds', '1: a\ntrue: b\n日本 語: c', { 1: 'a', true: 'b', '日本 語': 'c' }],
  ])('%s', (_, yaml, expected) => {
    expect(propertiesOf(yaml)).toEqual(expected);
  });

  test('names of object methods are ordinary keys', () => {
    expect(propertiesOf('constructor: 1\ntoString: 2')).toEqual({ constructor: 1, toString: 2 });
    expect(propertiesOf('a: 1')?.constructor).toBeUndefined();
  });
});

describe('findings', () => {
  test.each([
    ['frontmatter-invalid', '---\na: [1\n---\n'],
    ['frontmatter-invalid', '---\na: !!js/function x\n---\n'],
    ['frontmatter-invalid', '---\n__proto__: {polluted: 1}\n---\n'],
    ['frontmatter-invalid', '---\na: 1\n? [a]\n: 1\n---\n'],
    ['frontmatter-duplicate-key', '---\na: 1\na: 2\n---\n'],
    ['frontmatter-not-a-mapping', '---\n- a\n---\n'],
    ['frontmatter-unclosed', '---\ntitle: a\n\nText'],
    ['frontmatter-language', '---js\n{a: 1}\n---\n'],
    ['frontmatter-language', '+++\na = 1\n+++\n'],
    ['frontmatter-misplaced', '\n---\na: 1\n---\n'],
    ['frontmatter-too-large', `---\na: "${'x'.repeat(70_000)}"\n---\n`],
    ['frontmatter-too-large', `---\na: ${'['.repeat(30)}${']'.repeat(30)}\n---\n`],
    ['frontmatter-too-large', `---\na: &a [${'x,'.repeat(500)}]\nb: &b [${'*a,'.repeat(500)}]\nc: [${'*b,'.repeat(500)}]\n---\n`],
  ])('%s: %j', (code, text) => {
    expect(codesOf(text)).toEqual([code]);
  });

  test('name the line in the file', () => {
    expect(read('---\na: 1\nb: x: y\nc: 2\n---\n').diagnostics[0]?.line).toBe(3);
    expect(read('---\na: 1\nb: 2\na: 3\n---\n').diagnostics[0]?.line).toBe(4);
  });
});

describe('privacy', () => {
  test.each([
    ['invalid', '---\ntitle: [x\nprivate: true\n---\nText'],
    ['twice the same key', '---\nPublish: false\nPublish: true\n---\nText'],
    ['not closed', '---\ntitle: x\ndraft: true\nText'],
    ['not closed, flag further down', '---\ntitle: x\n\nprivate: true\nText'],
    ['in another language', '---toml\nprivate = true\n---\nText'],
    ['between plus signs', '+++\nprivate = true\n+++\nText'],
    ['below an empty line', '\n---\nprivate: true\n---\nText'],
    ['between four dashes', '----\nprivate: true\n----\nText'],
    ['as a list', '---\n- private\n---\nText'],
    ['too large', `---\nprivate: true\na: "${'x'.repeat(70_000)}"\n---\nText`],
  ])('a block that may say so withholds the note: %s', (_, text) => {
    const { withheld, properties, frontmatter, body, diagnostics } = read(text);
    expect({ withheld, properties, frontmatter }).toEqual({ withheld: true, properties: null, frontmatter: 'unreadable' });
    expect(body).not.toMatch(/^(?:-{3,}|\+{3})/u);
    expect(diagnostics.map(({ code }) => code)).toContain('frontmatter-withheld');
  });

  test('a readable block, or an unreadable one about other things, does not', () => {
    expect(read('---\nprivate: true\n---\n').withheld).toBe(false);
    expect(read('---\ntitle: [x\n---\nThis is private.').withheld).toBe(false);
  });
});

describeShared('shared hostile frontmatter', () => {
  const rows: readonly { readonly id: string; readonly vector: string; readonly expect: string }[] = hasShared
    ? JSON.parse(readFileSync(sharedPath('security/frontmatter-hostile.json'), 'utf8'))
    : [];

  test.each(rows)('$id', ({ vector, expect: wanted }) => {
    const decoded = decodeText(new TextEncoder().encode(vector));
    if (decoded.kind !== 'text') throw new Error(decoded.reason);
    const result = read(decoded.text);
    expect(Object.hasOwn(globalThis, 'PWNED')).toBe(false);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
    expect(JSON.stringify(result.properties).length).toBeLessThan(100_000);
    const isPrivate = result.withheld || result.properties?.private !== undefined;
    if (/fail closed|private|never shown/u.test(wanted) && /private/u.test(vector)) expect(isPrivate).toBe(true);
    if (/^(?:must not execute|reject)/u.test(wanted) && !wanted.includes('or')) expect(result.properties).toBeNull();
  });
});

describe('properties', () => {
  const line = fc.oneof(
    fc.constantFrom(
      '---',
      '----',
      '---js',
      '+++',
      '',
      '- a',
      '  - b',
      'a: 1',
      'b: [x',
      'private: true',
      '# c',
      '{',
      '? x',
      '*a',
      '&a b',
      '\t',
      '...',
      '%YAML 1.1',
    ),
    fc.string({ unit: 'binary' }),
  );

  test('never throws, and the body is always an end of the text', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const text = lines.join('\n').replace(/[\r\0]/gu, '');
        const { body, bodyLine, properties, frontmatter } = read(text);
        expect(text.endsWith(body)).toBe(true);
        expect(text.slice(0, text.length - body.length).split('\n')).toHaveLength(
          body === '' && !text.endsWith('\n') && text !== '' ? bodyLine - (bodyLine > 1 ? 1 : 0) : bodyLine,
        );
        expect(properties !== null).toBe(frontmatter === 'read');
      }),
      { numRuns: 2000 },
    );
  });
});
