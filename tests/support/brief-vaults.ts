import { spokenDrawing, spokenPicture } from './brief-pictures.ts';
import type { Canaries, Common } from './brief-vault-common.ts';
import { includedNotes, noteWithWrittenPicture } from './brief-vault-included.ts';
import { excludedNotes } from './brief-vault-others.ts';
import { randomFrom } from './random.ts';

/** The account that briefs of these vaults are about. */
export const ACCOUNT = 'Northwind Grocers';

type Files = Record<string, string | Uint8Array>;

/** A vault of several accounts that share names, links, files and words, with a word of its own in every channel by which a brief might tell too much. */
export interface BriefVault {
  readonly files: Readonly<Files>;
  /** The same without the notes that are left out, and without the files that only they show. */
  readonly without: Readonly<Files>;
  /** Words that must be nowhere in the brief, by channel. */
  readonly hidden: ReadonlyMap<string, string>;
  /** Words that must be in the brief, by what carries them. */
  readonly shown: ReadonlyMap<string, string>;
  /** Paths of the notes that are left out. */
  readonly excluded: readonly string[];
}

const NAMES = ['Kickoff plan', 'Cold chain', 'Runbook', 'Price file', 'Rollout', '2026-02-11 - Review', 'Weekly'];
const PEOPLE = ['Ann Lee', 'Ann Moss', 'Tomas Lindqvist', 'Ines Okafor', 'Bo'];
const TAGS = ['rollout', 'rollout/north', 'Risk', 'pricing'];

/** The vault of a seed. */
export async function briefVault(seed: number): Promise<BriefVault> {
  const random = randomFrom(seed);
  const hidden = new Map<string, string>();
  const shown = new Map<string, string>();
  const wordsOf =
    (words: Map<string, string>): Canaries =>
    (channel) => {
      const word = words.get(channel) ?? random.canary();
      words.set(channel, word);
      return word;
    };
  const common: Common = {
    random,
    hidden: wordsOf(hidden),
    shown: wordsOf(shown),
    names: random.shuffled(NAMES),
    people: random.shuffled(PEOPLE),
    tags: random.shuffled(TAGS),
  };
  const own: Files = { ...includedNotes(common), ...(await ownFiles(common)), 'dossier.yaml': configOf(common) };
  const notes = excludedNotes(common);
  const others: Files = { ...notes, ...(await otherFiles(common)) };
  // Notes and files of others come first or last in the folder as chance has it: names begin with any letter.
  return { files: { ...others, ...own }, without: own, hidden, shown, excluded: Object.keys(notes) };
}

function configOf({ hidden, people }: Common): string {
  return [
    `title: ${hidden('config-title')}`,
    `people:\n  ${hidden('config-person')} Berg: [${hidden('config-alias')}]\n  ${people[0]}: [Annie]`,
    `sections:\n  decisions: [${hidden('config-section')}]`,
    `kinds:\n  folders:\n    ${hidden('config-folder')}: project`,
    `publish:\n  exclude: ["Secret/**", "${hidden('config-glob')}/**"]`,
    'briefs:',
    '  customer:',
    `    sections: [Commercials, "${hidden('profile-section')}"]`,
    '    actions: open',
    '    since: 2026-01-01',
    '    until: 2026-12-31',
    `    redact: ["${hidden('redacted-word')}", "Project ${hidden('redacted-second')}"]`,
    '    attachments: ["*.txt", "*.canvas"]',
    '    properties: [stage]',
    'site:',
    `  url: https://${hidden('config-host')}.example`,
    '',
  ].join('\n');
}

/** Files that notes of the account show: all of them tell more than they show. */
async function ownFiles({ hidden, shown, random }: Common): Promise<Files> {
  const home = 'Customers/Northwind Grocers/';
  const named = `${home}img/${hidden('image-name')}.png`;
  return {
    'Notes/Written.md': await noteWithWrittenPicture(hidden('written-picture')),
    [named]: await spokenPicture('png', hidden('png-text'), random.int(90)),
    [`${home}logo.png`]: await spokenPicture('png', hidden('png-exif'), 100),
    'attachments/photo.jpg': await spokenPicture('jpeg', hidden('jpeg-exif'), 101),
    'attachments/moving.gif': await spokenPicture('gif', hidden('gif-comment'), 102),
    'attachments/sketch.webp': await spokenPicture('webp', hidden('webp-xmp'), 103),
    'attachments/plan.svg': await spokenDrawing(hidden('svg-metadata'), shown('svg-text')),
    'attachments/list.txt': `${shown('attached-text')}\n`,
    'attachments/contract.pdf': `%PDF-1.4 ${hidden('pdf-not-listed')}`,
    'attachments/board.canvas': JSON.stringify({
      nodes: [
        { id: 'a', type: 'text', text: `Card ${shown('canvas-text')} %%${hidden('canvas-comment')}%%`, x: 0, y: 0, width: 200, height: 80 },
        { id: 'b', type: 'file', file: named, x: 300, y: 0, width: 200, height: 80 },
        { id: 'c', type: 'text', text: `Of ${hidden('redacted-word')}`, x: 0, y: 200, width: 200, height: 80 },
        { id: 'd', type: 'text', text: `Card\n\n- ${hidden('canvas-private')} #private`, x: 0, y: 400, width: 200, height: 80 },
        { id: 'e', type: 'group', label: `${hidden('canvas-group')} #private`, x: 600, y: 600, width: 400, height: 400 },
        { id: 'f', type: 'text', text: hidden('canvas-in-group'), x: 700, y: 700, width: 200, height: 80 },
      ],
      edges: [],
    }),
    [`Orphans/${hidden('orphan-name')}.png`]: await spokenPicture('png', hidden('orphan-image'), 104),
  };
}

/** Files that only others show, many of them under names that the account's notes use. */
async function otherFiles({ hidden, random }: Common): Promise<Files> {
  const word = hidden('embed-image');
  const places = ['Customers/Halden Rail/', 'Customers/Halden Rail/img/', 'Accounts/Umber/', 'Zone/deep/below/', `${hidden('folder')}/x/`];
  const files: Files = {};
  for (const name of ['logo.png', 'photo.jpg', 'list.txt', 'plan.svg', 'board.canvas'])
    if (random.chance(0.7)) {
      const picture = /png|jpg/u.test(name);
      files[`${random.pick(places)}${name}`] = picture
        ? await spokenPicture(name.endsWith('png') ? 'png' : 'jpeg', word, 50)
        : name.endsWith('svg')
          ? await spokenDrawing(word, word)
          : name.endsWith('canvas')
            ? JSON.stringify({
                nodes: [{ id: 'a', type: 'text', text: hidden('canvas-other'), x: 0, y: 0, width: 9, height: 9 }],
                edges: [],
              })
            : word;
    }
  files[`Customers/Halden Rail/${hidden('other-image-name')}.png`] = await spokenPicture('png', word, 51);
  files['Customers/Halden Rail/offer.pdf'] = `%PDF-1.4 ${hidden('pdf-other')}`;
  files['Customers/Halden Rail/rows.base'] = `views:\n  - type: table\n    name: ${hidden('base-view')}\n`;
  return files;
}
