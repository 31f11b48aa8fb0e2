import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readVaultState } from '../../src/cli/read-site.ts';
import { buildSite } from '../../src/site.ts';
import { FORMS, partsOf, withBrief } from '../support/brief-forms.ts';
import { ACCOUNT, briefVault } from '../support/brief-vaults.ts';
import { type Find, scanFiles } from '../support/leak-scan.ts';
import { describeShared, sharedPath } from '../support/shared.ts';

/** `LEAK_VAULTS=200 npx vitest run --project site tests/brief/leaks.test.ts` scans them all. */
const ALL = process.env['LEAK_VAULTS'];
/** By itself: many of the folder, few of the forms that are made of it. */
const countOf = (form: string): number => Number(ALL ?? (form === 'folder' ? 6 : 2));
const FULL_RUN = 1_800_000;

/** What holds each channel of `leak-channels.json`: words planted in the vaults, or another test. */
const CHANNELS: Readonly<Record<string, readonly string[] | string>> = {
  'leak-title': ['title', 'body-title', 'index-title', 'draft-title'],
  'leak-filename': ['filename', 'draft-name'],
  'leak-folder': ['folder'],
  'leak-alias': ['alias', 'person-alias'],
  'leak-tag': ['tag', 'tag-nested', 'body-tag', 'task-tag', 'draft-tag'],
  'leak-tag-count': 'non-interference: tags are shared by both sides',
  'leak-participant': ['participant', 'participant-long', 'draft-person'],
  'leak-owner': ['owner', 'unreadable-owner'],
  'leak-body-heading': ['body-heading'],
  'leak-block-id': ['block-id'],
  'leak-outlink-bare': 'the account’s notes link to notes of others by names that both share; titles and aliases of those are planted',
  'leak-embed-image': ['embed-image', 'other-image-name'],
  'leak-orphan-image': ['orphan-image', 'orphan-name'],
  'leak-image-name': ['image-name'],
  'leak-png-text': ['png-text', 'png-exif'],
  'leak-fm-extra': ['fm-extra', 'fm-class', 'fm-link', 'fm-key', 'fm-value', 'own-alias'],
  'leak-fm-path': ['fm-path'],
  'leak-html-comment': ['html-comment', 'html-comment-item'],
  'leak-obs-comment': ['obs-comment', 'obs-comment-quote', 'obs-comment-cell', 'obs-comment-block', 'unclosed-comment', 'canvas-comment'],
  'leak-redacted-section': [
    'private-section',
    'private-callout',
    'private-callout-nested',
    'private-item',
    'withheld-section',
    'canvas-private',
    'private-row',
    'private-footnote',
    'formula-comment',
    'private-note',
  ],
  'leak-draft-flag': ['draft-flag'],
  'leak-sitemap': ['config-host', 'config-title'],
  'leak-og': ['body', 'index-text', 'daily'],
  'leak-js-json': ['task', 'decision', 'fact', 'topic'],
  'leak-abs-path': 'L8',
  'leak-mtime': 'L8',
  'leak-stale': 'L9',
  'leak-log': 'L8: no file of the brief is a report',
};

describe('R3: of words that only notes of others hold, or withheld parts,', () => {
  test.each(FORMS)(
    'none is in the $name of any random vault’s brief, in no encoding; and what is shown is found by the same scanner',
    { timeout: FULL_RUN },
    async ({ name, make }) => {
      let planted = 0;
      let controls = 0;
      const count = countOf(name);
      for (let seed = 0; seed < count; seed += 1) {
        const { files, hidden, shown } = await briefVault(seed);
        const output = await withBrief(files, ACCOUNT, make);
        const finds = scanFiles(output, [...hidden.values(), ...shown.values()]);
        expect({ seed, leaks: channelsOf(hidden, finds) }).toEqual({ seed, leaks: [] });
        const found = new Set(finds.map(({ canary }) => canary));
        expect({ seed, lost: [...shown].filter(([, word]) => !found.has(word)).map(([carrier]) => carrier) }).toEqual({ seed, lost: [] });
        planted += hidden.size;
        controls += shown.size;
      }
      process.stderr.write(`R3 ${name}: ${count} vaults, ${planted} words hidden, 0 found; ${controls} controls shown, all found\n`);
      expect(planted).toBeGreaterThan(100 * count);
    },
  );

  test('the controls stand in every kind of carrier', async () => {
    const { files, shown } = await briefVault(1);
    const output = await withBrief(files, ACCOUNT, (brief) => FORMS[0]?.make(brief) ?? Promise.reject(new Error('no form')));
    const places = scanFiles(output, [...shown.values()]).map(({ place }) => place);
    for (const carrier of [
      /^(?:notes|meetings)\/.+\.html$/u,
      /^name people\//u,
      /^name tags\//u,
      /^actions\.csv$/u,
      /\.ics$/u,
      /^files\/.+\.svg$/u,
      /^files\/.+\.txt$/u,
      /^files\/board\.html$/u,
      /pf_fragment > gunzip/u,
      /pf_index > gunzip/u,
    ])
      expect(
        places.some((place) => carrier.test(place)),
        String(carrier),
      ).toBe(true);
  });

  test('nearly all would be in a wiki of the same vault: they are where a leak would show them', async () => {
    const { files, hidden } = await briefVault(2);
    const wiki = await withBrief(files, ACCOUNT, async (_, dir) => {
      const { vault, config } = readVaultState(dir);
      return partsOf({ site: buildSite(vault, config) });
    });
    const live = channelsOf(hidden, scanFiles(wiki, [...hidden.values()]));
    expect(live.length).toBeGreaterThan(80);
  });
});

describeShared('the channels of leak-channels.json', () => {
  const ids: readonly string[] = JSON.parse(readFileSync(sharedPath('security/leak-channels.json'), 'utf8')).map(
    ({ id }: { id: string }) => id,
  );

  test('are all planted, or held by a test that is named', async () => {
    const { hidden } = await briefVault(0);
    expect(ids.filter((id) => CHANNELS[id] === undefined)).toEqual([]);
    expect(
      Object.values(CHANNELS)
        .flatMap((words) => (typeof words === 'string' ? [] : words))
        .filter((word) => !hidden.has(word)),
    ).toEqual([]);
  });
});

function channelsOf(hidden: ReadonlyMap<string, string>, finds: readonly Find[]): readonly string[] {
  const places = Map.groupBy(finds, ({ canary }) => canary);
  return [...hidden].flatMap(([channel, word]) => {
    const found = places.get(word);
    return found === undefined ? [] : [`${channel} in ${found[0]?.place}`];
  });
}
