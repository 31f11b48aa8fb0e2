import { PRIORITY_SIGNS, STATE_SIGNS } from './truth-plain.ts';
import { FOREIGN_HEADINGS, HEADINGS, type Part } from './truth-words.ts';
import type { Dice, TrueAccount, TrueAction } from './truth-world.ts';

/** A section under one of its names, in one of the ways to write a heading. */
export function sectionOf(dice: Dice, part: Part, level: number, body: string, foreign: boolean): string {
  const name = dice.pick<string>(foreign && dice.chance(0.5) ? FOREIGN_HEADINGS[part] : HEADINGS[part]);
  const marks = '#'.repeat(level);
  const plain = `${marks} ${name}`;
  const heading = dice.pick([
    plain,
    plain,
    `${plain}:`,
    `${marks} ✅ ${name}`,
    `${marks} ${name} 📌`,
    `${marks} **${name}**`,
    `${plain} ${marks}`,
    `${marks} ${name.toUpperCase()}`,
    ...(level === 2 ? [`${name}\n-----`] : []),
  ]);
  // Groups under headings of their own, or one that says the same again.
  const inner = body.startsWith('- ') && level < 5 && dice.chance(0.12) ? `${marks}# ${dice.pick(['Commercial', name])}\n${body}` : body;
  return `${heading}\n${dice.pick(['', '\n'])}${inner}`;
}

/** List items, each saying one of the texts; some hold more below, are broken over lines, or are sorted into groups. */
export function itemsOf(dice: Dice, texts: readonly string[]): string {
  const bullet = dice.pick(['-', '-', '*', '+', '1.', '2)']);
  const indent = ' '.repeat(bullet.length + 1);
  if (texts.length > 1 && dice.chance(0.15))
    return `- ${dice.pick(['Storage:', '**Network:**'])}\n${texts.map((text) => `\t- ${text}\n`).join('')}`;
  return texts
    .map((text) => {
      const end = dice.pick(['', '', '', ` ^b${dice.int(1_000_000)}`, ' %%ask again%%', ' <!-- - [ ] not for all -->']);
      const below = dice.chance(0.12)
        ? `${indent}- because of the racks\n`
        : dice.chance(0.06)
          ? `${indent}\`\`\`\n${indent}- [ ] fake @Nobody\n${indent}\`\`\`\n`
          : '';
      const words = text.split(' ');
      if (end === '' && below === '' && dice.chance(0.12))
        return `${bullet} ${words.slice(0, 3).join(' ')}\n${dice.pick(['', indent])}${words.slice(3).join(' ')}\n`;
      if (end === '' && below === '' && dice.chance(0.06)) return `${bullet} ${text}\n\n${indent}More of it, in a paragraph of its own.\n`;
      return `${bullet}${below === '' ? dice.pick([' ', ' ', '  ']) : ' '}${text}${end}\n${below}`;
    })
    .join(dice.pick(['', '', '\n']));
}

/** A task line in one of the forms of the Tasks plugin. */
export function taskOf(dice: Dice, action: TrueAction, account: TrueAccount, present: readonly string[], filtered: boolean): string {
  const { text, owner, due, state, priority, id } = action;
  const proposedByTag = state === 'proposed' && dice.chance(0.3);
  const sign = proposedByTag
    ? ' '
    : state === 'open'
      ? dice.pick([' ', ' ', '!', '>', '<', 'b'])
      : state === 'done'
        ? dice.pick(['x', 'X'])
        : STATE_SIGNS[state];
  const dataview = dice.chance(0.3);
  const brackets = dice.pick(['[]', '()']);
  const key = (name: string, value: string): string => `${brackets[0]}${name}::${dice.pick([' ', ' ', ''])}${value}${brackets[1]}`;
  const emoji = (mark: string, value: string): string => `${mark}${dice.pick([' ', ' ', '', '\u00a0', '\ufe0f '])}${value}`;
  const fields = [
    ...(due === null ? [] : [dataview ? key('due', due) : emoji(dice.pick(['📅', '📅', '📆', '🗓']), due)]),
    ...(priority === null ? [] : [dataview ? key('priority', priority) : PRIORITY_SIGNS[priority]]),
    ...(dice.chance(0.1) ? [dataview ? key('scheduled', '2025-10-10') : '⏳ 2025-10-10'] : []),
    ...(dice.chance(0.1) ? [dataview ? key('created', '2025-10-01') : '➕ 2025-10-01'] : []),
    ...(state === 'done' && dice.chance(0.5) ? [dataview ? key('completion', '2026-01-09') : '✅ 2026-01-09'] : []),
    ...(dice.chance(0.05) ? [dataview ? key('repeat', 'every week') : '🔁 every week'] : []),
    ...(id === null ? [] : [dataview ? key('id', id) : `🆔 ${id}`]),
    ...(proposedByTag || (state === 'proposed' && dice.chance(0.5)) ? ['#proposed'] : []),
  ];
  const who = owner === null ? null : ownerAs(dice, owner, account, present);
  const said = who === null ? text : dice.pick([`${text} ${who}`, `${text} ${who}`, `${who} ${text}`, `${who}: ${text}`]);
  const bullet = dice.pick(['-', '-', '*', '+', '1.']);
  const block = dice.chance(0.05) ? ` ^t${dice.int(1_000_000)}` : '';
  const tag = filtered || dice.chance(0.5) ? '#task' : null;
  const isFirst = dice.chance(0.3);
  const words =
    tag === null
      ? [said, ...dice.shuffled(fields)]
      : isFirst
        ? [tag, said, ...dice.shuffled(fields)]
        : [said, ...dice.shuffled([...fields, tag])];
  const line = `${bullet} [${sign}] ${words.join(' ')}${block}${dice.pick(['', '', '  '])}\n`;
  const before = dice.pick([
    '',
    '',
    '',
    '',
    '',
    '> ',
    '> [!todo] For us\n> ',
    `${bullet} For later, no task\n${' '.repeat(bullet.length + 1)}`,
  ]);
  const fake = filtered && dice.chance(0.2) ? `- [ ] Buy milk ${dice.int(1000)}\n` : '';
  return `${before}${line}${before.startsWith('>') ? '\n' : ''}${fake}`;
}

/** `@Tomas`, `@Tomas.Lindqvist`: first names are there once. */
function ownerAs(dice: Dice, owner: string, account: TrueAccount, present: readonly string[]): string {
  if (owner === 'Myself') return dice.pick(['@Myself', '@myself', '@me']);
  const [first = '', ...rest] = owner.split(' ');
  const last = rest.at(-1) ?? '';
  const fits = (names: readonly string[]): readonly string[] => names.filter((name) => name.startsWith(`${first} `));
  const isClear = fits(present).length === 1 ? fits(present)[0] === owner : fits(present).length === 0 && fits(account.people).length === 1;
  const full = `@${owner.replaceAll(' ', '_')}`;
  if (!isClear) return rest.length === 1 ? dice.pick([full, `@${first}.${last}`]) : full;
  const isPlain = rest.length === 1 && /^\p{L}+$/u.test(last) && account.people.includes(owner);
  return dice.pick([
    `@${first}`,
    `@${first}`,
    `@${first.normalize('NFD')}`,
    ...(isPlain ? [`@${first}.${last}`, `@${first}_${last}`, `@${first}.${last[0]}`] : []),
  ]);
}

/** What looks like tasks, decisions and facts, and is code, comment or quotation of form. */
export function decoy(dice: Dice): string {
  const fake = '## Decisions\n- Fake decision\n## Key Facts\n- Fake fact\n- [ ] Fake task @Nobody 📅 2026-01-01 #task\n';
  return dice.pick([
    `\`\`\`\n${fake}\`\`\`\n`,
    `~~~md\n${fake}~~~\n`,
    `%%\n${fake}%%\n`,
    `%%\n${fake}\nmore\n\n- [ ] Fake too #task\n%%\n`,
    `<!--\n${fake}\n- [ ] Fake behind a blank line #task\n-->\n`,
    '\n```tasks\nnot done\n```\n',
    `Text first.\n\n    - [ ] Fake task in indented code #task\n`,
    '`- [ ] Fake task in a line of code #task`\n',
    `<pre>\n${fake}</pre>\n`,
    `$$\n- [ ] fake #task\n$$\n`,
    `\\- [ ] no task either #task\n`,
    '-[ ] no item @Nobody #task\n',
    '**Decisions**\n\nNothing under a bold line is one: 1, 2.\n',
  ]);
}
