import { blurred } from './truth-damage.ts';
import { tagOf } from './truth-plain.ts';
import { type VaultHabits, variedHead } from './truth-varied-head.ts';
import { decoy, itemsOf, sectionOf, taskOf } from './truth-varied-parts.ts';
import { FOREIGN_HEADINGS, type Part } from './truth-words.ts';
import type { TrueAccount, TrueMeeting, World } from './truth-world.ts';

/** Writes a world down as many hands do over years: no two notes of one form. Gives the files and the config that the vault needs. */
export function writeVaried(world: World): { readonly files: Readonly<Record<string, string>>; readonly config: string } {
  const { dice } = world;
  const habits: VaultHabits = {
    foreign: dice.chance(0.4),
    filtered: dice.chance(0.25),
    root: dice.pick(['Customers', 'Accounts', 'Clients', 'CRM/Customers']),
  };
  const files: Record<string, string> = {};
  // Notes of accounts come first, so that meetings know how they may be named; the last account has none.
  world.accounts.slice(0, -1).forEach((account) => {
    const { path, text } = variedAccount(account, world, habits);
    account.path = path;
    files[path] = text;
  });
  for (const meeting of world.meetings) {
    const { path, text } = variedMeeting(meeting, world, habits);
    meeting.path = path;
    files[path] = text;
  }
  writeOthers(world);
  for (const [path, { text }] of world.others) files[path] = text;
  const headings = Object.entries(FOREIGN_HEADINGS).map(([part, names]) => `  ${part}: [${names.join(', ')}]\n`);
  const config = (habits.foreign ? `sections:\n${headings.join('')}` : '') + (habits.filtered ? `tasks:\n  globalFilter: '#task'\n` : '');
  return { files: Object.fromEntries(Object.entries(files).map(([path, text]) => [path, blurred(dice, text)])), config };
}

function variedMeeting(meeting: TrueMeeting, world: World, habits: VaultHabits): { readonly path: string; readonly text: string } {
  const { dice } = world;
  const { path, top, attendees } = variedHead(meeting, world, habits);
  const level = dice.pick([2, 2, 2, 3, 4]);
  const section = (part: Part, body: string): string => sectionOf(dice, part, level, body, habits.foreign);
  const tasks = meeting.actions.map((action) => taskOf(dice, action, meeting.account, meeting.people, habits.filtered)).join('');
  const parts = [
    section('summary', 'The teams met—they’d planned it long before. Gwendolyn Nobody was named, [[Google]] too.\n'),
    ...(meeting.actions.length === 0 ? [] : [section('actions', tasks)]),
    ...(meeting.decisions.length === 0 ? [] : [section('decisions', itemsOf(dice, meeting.decisions))]),
    ...(meeting.facts.length === 0 ? [] : [section('facts', itemsOf(dice, meeting.facts))]),
    ...(attendees === null ? [] : [section('attendees', attendees)]),
    `${'#'.repeat(level)} Open questions\n\n- Is this a decision? No, a question.\n\n**Decisions**\n\n- A bold line is no heading.\n`,
  ];
  const body = dice.shuffled(parts).map((part) => (dice.chance(0.25) ? `${part}\n${decoy(dice)}` : part));
  return { path, text: `${top}\n${body.join('\n')}` };
}

function variedAccount(account: TrueAccount, world: World, habits: VaultHabits): { readonly path: string; readonly text: string } {
  const { dice } = world;
  const { name } = account;
  const own = world.meetings.filter((meeting) => meeting.account === account);
  // A copy may leave open who and when, never say something else.
  const repeats = own.flatMap(({ actions }) => actions.filter((action) => action.repeated));
  const copies = repeats.map((action) => ({
    ...action,
    owner: dice.chance(0.3) ? null : action.owner,
    due: dice.chance(0.3) ? null : action.due,
    state: dice.chance(0.3) ? ('open' as const) : action.state,
  }));
  const inFolder = dice.chance(0.6);
  const type = dice.pick(['customer', 'partner', 'prospect', 'account', '"[[Customer]]"']);
  const yaml = [
    `type: ${type}`,
    ...(inFolder && dice.chance(0.5) ? [] : [`title: ${name}`]),
    ...(account.lastContact === null
      ? []
      : [`last_contact: ${dice.pick([account.lastContact, `'${account.lastContact}'`, account.lastContact.replaceAll('-', '/')])}`]),
    `aliases: ["${account.alias}"]`,
    ...(dice.chance(0.3) ? [`tags: [account/${tagOf(name)}]`] : []),
    ...(dice.chance(0.2) ? [`account: ${dice.pick([name, `"[[${name}]]"`])}`, 'date: 2025-01-01'] : []),
  ];
  // A note with its folder's name needs no word to be the account's.
  const bare = inFolder && account.lastContact === null && habits.root !== 'CRM/Customers' && dice.chance(0.4);
  const tasks = [...copies, ...account.actions].map((action) => taskOf(dice, action, account, [], habits.filtered)).join('');
  const parts = [
    sectionOf(dice, 'facts', 2, itemsOf(dice, account.facts), habits.foreign),
    ...(tasks === '' ? [] : [sectionOf(dice, 'actions', 2, tasks, habits.foreign)]),
    '## Related\n\n- [[Google]]\n- [[2025-10-02 - Never written up]]\n',
    decoy(dice),
  ];
  return {
    path: inFolder ? `${habits.root}/${name}/${name}.md` : `${dice.pick(['', 'Companies/', 'CRM/'])}${name}.md`,
    text: `${bare ? '' : `---\n${yaml.join('\n')}\n---\n\n`}# ${name}\n\n${dice.shuffled(parts).join('\n')}`,
  };
}

/** Notes that are none of the above, and look a little like them. */
function writeOthers({ dice, others, personNotes, accounts }: World): void {
  for (const name of personNotes) {
    const path = `People/${dice.chance(0.3) ? name.normalize('NFD') : name}.md`;
    others.set(path, { kind: 'person', text: `---\ntype: ${dice.pick(['person', 'people', 'contact'])}\n---\n# ${name}\n` });
  }
  const name = accounts[0]?.name ?? '';
  others.set('Projects/Cutover.md', { kind: 'project', text: `---\ntype: project\naccount: ${name}\n---\n\nNight of the cutover.\n` });
  others.set('2026-01-05.md', { kind: 'daily', text: `Spoke with [[${name}]].\n\n${decoy(dice)}` });
  others.set('Playbook.md', {
    kind: 'note',
    text: `# Playbook\n\nWrite it so:\n\n\`\`\`markdown\n## Decisions\n- [ ] One @Nobody 📅 2026-01-01\n\`\`\`\n`,
  });
  others.set(`Customers/Template.md`, { kind: 'note', text: '# {{title}}\n\n**Date**:\n**Account**:\n**Attendees**:\n\n## Decisions\n' });
}
