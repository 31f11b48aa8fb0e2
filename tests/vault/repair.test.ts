import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { repairName, repairText } from '../../src/vault/repair.ts';
import { sharedCases } from '../support/cases.ts';
import { describeShared, sharedPath } from '../support/shared.ts';

interface Case {
  readonly name: string;
  readonly input: string;
  readonly expected: string;
  readonly kind: string;
}

describeShared('shared cases of damaged text', () => {
  const cases = sharedCases<Case>('mojibake');

  test.each(cases.filter(({ kind }) => kind === 'must repair'))('mends: $name', ({ input, expected }) => {
    const { text, damaged } = repairText(input);
    expect(text).toBe(expected);
    expect(damaged).toEqual([]);
  });

  test.each(cases.filter(({ kind }) => kind === 'must not change'))('leaves alone: $name', ({ input }) => {
    expect(repairText(input)).toMatchObject({ text: input, repairs: [] });
  });

  test.each(cases.filter(({ kind }) => kind.startsWith('reference')))(
    'mends fully, not at all, or says so: $name',
    ({ input, expected }) => {
      const { text, damaged } = repairText(input);
      if (text !== input && text !== expected) expect(damaged).not.toEqual([]);
    },
  );

  // The seeds are damaged; every other vault is sound.
  test.each(['obsidian-help-en', 'obsidian-help-zh', 'tasks-demo', 'kepano-obsidian', 'starlight-obsidian-fixtures'])(
    'changes no note of %s',
    (vault) => {
      const root = sharedPath(`vaults/${vault}`);
      const notes = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md'));
      expect(notes.length).toBeGreaterThan(50);
      for (const note of notes) {
        const text = readFileSync(join(root, note), 'utf8');
        expect(repairText(text)).toEqual({ text, repairs: [], damaged: [] });
      }
    },
  );
});

describe('what is mended', () => {
  test('each change is logged with its line and code page', () => {
    const { text, repairs } = repairText('# Plan\n\nNorthwindâ€™s plan\n- [ ] Ship ğŸ“… 2026-01-02 â«\n');
    expect(text).toBe('# Plan\n\nNorthwind’s plan\n- [ ] Ship 📅 2026-01-02 ⏫\n');
    expect(repairs).toEqual([
      { line: 3, from: 'â€™', to: '’', codepage: 'windows-1254', lossy: false },
      { line: 4, from: 'ğŸ“…', to: '📅', codepage: 'windows-1254', lossy: false },
      { line: 4, from: 'â«', to: '⏫', codepage: 'windows-1254', lossy: true },
    ]);
  });

  test('text damaged twice is mended and logged as a whole', () => {
    const { text, repairs } = repairText('Northwindâ€™s, then NorthwindÃ¢â‚¬â„¢s');
    expect(text).toBe('Northwind’s, then Northwind’s');
    expect(repairs).toEqual([
      { line: 1, from: 'â€™', to: '’', codepage: 'windows-1252', lossy: false },
      { line: 1, from: 'Ã¢â‚¬â„¢', to: '’', codepage: 'windows-1252', lossy: false },
    ]);
  });

  test('letters of two bytes only beside other evidence', () => {
    expect(repairText('cafÃ© â€“ thÃ©').text).toBe('café – thé');
    expect(repairText('cafÃ© thÃ©').text).toBe('cafÃ© thÃ©');
    expect(repairText('cafÃ© thÃ©').damaged).toHaveLength(2);
  });

  test('a closing quotation mark that lost its last byte, where one is open', () => {
    expect(repairText('the â€œedgeâ€ plan').text).toBe('the “edge” plan');
    expect(repairText('a dash â€“ and edgeâ€ alone').text).toBe('a dash – and edgeâ€ alone');
    expect(repairText('â€œoneâ€\nedgeâ€').text).toBe('“one”\nedgeâ€');
  });

  test('repairs the frontmatter, which is no code', () => {
    expect(repairText('---\ntitle: a\n    indented: Northwindâ€™s `x\n---\n').text).toContain('Northwind’s');
  });
});

describe('what is left alone', () => {
  test.each([
    ['a fence', '```\nNorthwindâ€™s\n```\n\nNorthwindâ€™s', '```\nNorthwindâ€™s\n```\n\nNorthwind’s'],
    ['a fence in a list', '- a\n\n  ~~~\n  â€™\n  ~~~\n- â€™', '- a\n\n  ~~~\n  â€™\n  ~~~\n- ’'],
    ['a fence without end', 'â€™\n```\nâ€™\n', '’\n```\nâ€™\n'],
    ['a span', 'the bytes `â€™` are â€™', 'the bytes `â€™` are ’'],
    ['a span over two lines', 'x ``â€™\nâ€™`` â€™', 'x ``â€™\nâ€™`` ’'],
    ['indented code', 'text\n\n    â€™\n\nâ€™', 'text\n\n    â€™\n\n’'],
  ])('%s', (_, input, expected) => {
    expect(repairText(input).text).toBe(expected);
  });

  test('a nested task is no indented code', () => {
    expect(repairText('- [ ] a\n\n    - [ ] Northwindâ€™s').text).toBe('- [ ] a\n\n    - [ ] Northwind’s');
  });

  test('a stray backtick in one item hides nothing in the next', () => {
    expect(repairText('- a ` b\n- â€™\n- c ` d').text).toBe('- a ` b\n- ’\n- c ` d');
  });

  test('an emoji that lost a byte stays where its field would not be read', () => {
    const evidence = 'x â€™\n';
    expect(repairText(`${evidence}- [ ] â«not`).text).toContain('â«not');
    expect(repairText(`${evidence}â« `).text).toContain('â«');
    expect(repairText(`${evidence}- [ ] a â³ soon`).text).toContain('â³ soon');
  });
});

describe('names', () => {
  test('are mended like text, or with the code page of the note around them', () => {
    expect(repairName('Northwindâ€™s plan.md')).toBe('Northwind’s plan.md');
    expect(repairName('CafÃ©')).toBe('CafÃ©');
    expect(repairName('CafÃ©', 'windows-1252')).toBe('Café');
    expect(repairName('Plan')).toBe('Plan');
  });
});

describe('properties', () => {
  const damage = fc.constantFrom(
    'â€™',
    'â€œ',
    'â€',
    'ğŸ“…',
    'ðŸš€',
    'â«',
    'Ã©',
    'Ã¢â‚¬â„¢',
    'ÃƒÂ¢',
    'ï¸',
    'âš',
    '\u009d',
    'É®',
    '`',
    '```',
    '\n',
    '\n\n',
    '    ',
    '- [ ] ',
    ' 2026-01-02',
    'x',
    ' ',
  );
  const text = fc
    .array(fc.oneof(damage, fc.string({ unit: 'binary', maxLength: 4 }), fc.string({ maxLength: 4 })), { maxLength: 30 })
    .map((parts) => parts.join(''));

  test('a mark put back that completes the sequence before it is followed up', () => {
    const once = repairText('â€œâ€â€').text;
    expect(repairText(once).text).toBe(once);
  });

  test('mending mended text changes nothing', () => {
    fc.assert(
      fc.property(text, (input) => {
        const once = repairText(input).text;
        expect(repairText(once).text).toBe(once);
      }),
      { numRuns: 2000 },
    );
  });

  test('ASCII is never touched, nor are line ends', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary-ascii' }), (input) => {
        expect(repairText(input)).toEqual({ text: input, repairs: [], damaged: [] });
      }),
    );
    fc.assert(
      fc.property(text, (input) => {
        const ascii = (value: string): string => value.replace(/[^\0-\x7f]/gu, '');
        expect(ascii(repairText(input).text)).toBe(ascii(input));
      }),
    );
  });

  test('what was damaged by one code page comes back, if it has evidence', () => {
    const sound = fc
      .array(fc.constantFrom('’', '—', '📅', '⏫', '✅', 'é', 'ü', 'ş', 'a', ' ', '日', '★', '\n'), { minLength: 1 })
      .map((parts) => `${parts.join('')} …`);
    const decoder = new TextDecoder('windows-1252');
    fc.assert(
      fc.property(sound, (input) => {
        expect(repairText(decoder.decode(new TextEncoder().encode(input))).text).toBe(input);
      }),
    );
  });
});
