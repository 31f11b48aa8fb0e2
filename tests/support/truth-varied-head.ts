import { tagOf } from './truth-plain.ts';
import type { Dice, TrueMeeting, World } from './truth-world.ts';

/** What all notes of one vault share. */
export interface VaultHabits {
  /** The config names sections in other languages. */
  readonly foreign: boolean;
  /** Only tasks with `#task` are tasks. */
  readonly filtered: boolean;
  /** Folder of accounts. */
  readonly root: string;
}

/** The path of a meeting's note, all up to its first section, and the list of attendees when a section of its own is to name them. */
export function variedHead(
  meeting: TrueMeeting,
  world: World,
  { root }: VaultHabits,
): { readonly path: string; readonly top: string; readonly attendees: string | null } {
  const { dice } = world;
  const { account, title, date } = meeting;
  const dateBy = dice.pick(['yaml', 'yaml', 'name', 'line'] as const);
  const accountBy = dice.pick(['yaml', 'yaml', 'tag', 'body tag', 'line', 'folder'] as const);
  const peopleBy = dice.pick(['yaml', 'yaml', 'line', 'section'] as const);
  const named = account.path === null ? account.name : dice.pick([account.name, account.path.replace(/\.md$/u, '')]);
  const link = (target: string): string => dice.pick([`[[${target}]]`, `[[${target}|${dice.pick(['them', account.name])}]]`]);
  const people = shortNames(dice, meeting, world);
  // A tag finds an account that another note spells; one that no other note names is spelled by its tag.
  const yaml = [
    ...(dice.chance(0.6) ? [`type: ${dice.pick(['customer', 'meeting', 'call', 'partner', 'Customer'])}`] : []),
    ...(dice.chance(0.5) ? [`title: ${dice.pick([title, `"${title}"`])}`] : []),
    ...(dateBy === 'yaml' ? [yamlDate(dice, date)] : []),
    ...(accountBy === 'yaml'
      ? [
          dice.pick([
            `account: ${account.name}`,
            `account: "${link(named)}"`,
            `account: ['${account.name}']`,
            ...(account.path?.includes(`/${account.name}/`) !== false ? [] : [`account: ${account.alias}`]),
            `accounts:\n  - "[[${named}]]"`,
            `account: [[${account.name}]]`,
            ...(account.path === null ? [] : [`Account: '${account.name.toUpperCase()}'`]),
          ]),
        ]
      : []),
    ...(accountBy === 'tag'
      ? [
          `tags: ${dice.pick([`[generated, account/${tagOf(account.name)}]`, `account/${tagOf(account.name)}`, `\n  - Account/${tagOf(account.name)}`])}`,
        ]
      : []),
    ...(peopleBy === 'yaml' ? [yamlPeople(dice, people)] : []),
  ];
  const lines = [
    ...(dateBy === 'line'
      ? [field(dice, dice.pick(['Date', 'When', 'date']), dice.pick([date, `[[${date}]]`, `${date} 14:30`, date.replaceAll('-', '/')]))]
      : []),
    ...(accountBy === 'line'
      ? [
          field(
            dice,
            dice.pick(['Account', 'Customer', 'Accounts']),
            dice.pick([account.name, link(account.name), `${account.name} (EMEA team)`]),
          ),
        ]
      : []),
    ...(peopleBy === 'line' ? [field(dice, dice.pick(['Attendees', 'Participants', 'Present']), peopleLine(dice, people))] : []),
  ];
  // Frontmatter that cannot be read says nothing: the lines, the name and the folder are all there is.
  if (yaml.length === 0 && dice.chance(0.3)) yaml.push('source: call: recorded: yes', `account: ${world.accounts[0]?.name}`);
  const hasTitle = yaml.some((line) => line.startsWith('title'));
  // The frontmatter outranks the day in a file's name; the name outranks a line and a date that cannot be read.
  const dayOfName = dateBy === 'yaml' && dice.chance(0.2) ? '2024-12-31' : date;
  if (dateBy === 'name' && dice.chance(0.2)) yaml.push('date: 18/03/2026');
  const base = dateBy === 'name' || dice.chance(0.4) ? `${dayOfName}${dice.pick([' - ', ' ', ' – '])}${title}` : title;
  const folder =
    accountBy === 'folder' || dice.chance(0.4)
      ? `${root}/${account.name}/${dice.pick(['', 'Meetings/', '2025/'])}`
      : dice.pick(['Inbox/', 'Calls/2025/', '']);
  const name = `${dice.chance(0.15) ? base.normalize('NFD') : base}.md`;
  if (!hasTitle) (meeting as { title: string }).title = base;
  const bullet = dice.pick(['', '', '- ', '* ']);
  const top = [
    ...(yaml.length === 0 ? [] : [`---\n${dice.shuffled(yaml).join('\n')}\n---`]),
    ...(dice.chance(0.8) ? [`# ${hasTitle ? title : base}`] : []),
    ...(lines.length === 0
      ? []
      : [
          dice
            .shuffled(lines)
            .map((line) => bullet + line)
            .join('\n'),
        ]),
    ...(accountBy === 'body tag' ? [`#account/${tagOf(account.name)} #call`] : []),
  ];
  return {
    path: folder + name,
    top: `${top.join(dice.pick(['\n', '\n\n']))}\n`,
    attendees: peopleBy === 'section' ? peopleList(dice, people) : null,
  };
}

/** Some people by their first names, where nobody else of the account has it; its first meeting names everybody in full. */
function shortNames(dice: Dice, { account, people }: TrueMeeting, world: World): readonly string[] {
  if (people.length === account.people.length) return people;
  return people.map((name) => {
    const [first = '', last = '', ...more] = name.split(' ');
    const isOnly = account.people.filter((other) => other.startsWith(`${first} `)).length === 1;
    const isFree = more.length === 0 && isOnly && !world.personNotes.includes(name);
    return isFree && dice.chance(0.15) ? dice.pick([first, `${first} ${last[0]}`, `${first} ${last[0]}.`]) : name;
  });
}

function yamlDate(dice: Dice, date: string): string {
  return `date: ${dice.pick([date, `'${date}'`, `"[[${date}]]"`, date.replaceAll('-', '/'), `${date}T09:30:00`, `${date} 14:00`, date.replaceAll('-', '.')])}`;
}

function yamlPeople(dice: Dice, people: readonly string[]): string {
  const key = dice.pick(['participants', 'attendees', 'Participants', 'people']);
  const list = (form: (name: string) => string): string => `${key}:\n${people.map((name) => `  - ${form(name)}\n`).join('')}`.trimEnd();
  return dice.pick([
    list((name) => name),
    list((name) => `"[[${name}]]"`),
    list((name) => `"[[People/${name}|${name.split(' ')[0]}]]"`),
    list((name) => `'${name} (remote)'`),
    list((name) => `"@${name}"`),
    `${key}: ${people.join(', ')}`,
    `${key}: [${people.join(', ')}]`,
    `${key}: "${people.map((name) => `[[${name}]]`).join(', ')}"`,
  ]);
}

function field(dice: Dice, label: string, value: string): string {
  return dice.pick([`**${label}**: ${value}`, `**${label}:** ${value}`, `**${label}** : ${value}`]);
}

function peopleLine(dice: Dice, people: readonly string[]): string {
  const last = people.at(-1) ?? '';
  const form = dice.pick<(name: string) => string>([
    (name) => name,
    (name) => `[[${name}]]`,
    (name) => `${name} (SE, remote)`,
    (name) => `@${name}`,
    (name) => `${name} <${mailOf(name)}>`,
  ]);
  if (people.length > 1 && dice.chance(0.3)) return `${people.slice(0, -1).map(form).join(', ')} ${dice.pick(['and', '&'])} ${form(last)}`;
  return people.map(form).join(dice.pick([', ', '; ']));
}

/** Attendees one a line, with what people write behind a name; grouped by side at times. */
function peopleList(dice: Dice, people: readonly string[]): string {
  const form = dice.pick<(name: string) => string>([
    (name) => name,
    (name) => `[[${name}]] (CTO)`,
    (name) => `**${name}**, storage lead`,
    (name) => `${name} – SE`,
    (name) => `${name} - account manager`,
    (name) => `${name}: product owner, late`,
    (name) => `${name} <${mailOf(name)}>`,
    (name) => `${name} ${mailOf(name)}`,
    (name) => `${name} (${mailOf(name)})`,
    (name) => `[${name}](mailto:${mailOf(name)})`,
    (name) => `@${name}`,
    (name) => `${name} (owns the [[Runbook]])`,
    (name) => `Guest: [[${name}]]`,
  ]);
  const bullet = dice.pick(['-', '*', '+', '1.']);
  const indent = dice.pick(['  ', '\t']);
  if (people.length > 2 && dice.chance(0.3)) {
    const side = (label: string, names: readonly string[]): string =>
      `- ${label}\n${names.map((name) => `${indent}- ${form(name)}\n`).join('')}`;
    return side(dice.pick(['Customer:', '**Their side:**']), people.slice(0, 1)) + side('Us:', people.slice(1));
  }
  return people.map((name) => `${bullet} ${form(name)}\n`).join('');
}

function mailOf(name: string): string {
  return `${name
    .normalize('NFD')
    .replace(/[^A-Za-z]+/gu, '.')
    .toLowerCase()}@example.org`;
}
