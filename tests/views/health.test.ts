import { expect, test } from 'vitest';
import { readSite } from '../../src/cli/read-site.ts';
import { defaultConfig } from '../../src/config/config.ts';
import { diagnostic } from '../../src/diagnostics/catalogue.ts';
import { placeOf } from '../../src/diagnostics/group.ts';
import { visibleText } from '../../src/diagnostics/visible.ts';
import { buildSite, type Site } from '../../src/site.ts';
import type { HealthView } from '../../src/views/health-view.ts';
import { memorySite, memoryVault } from '../support/memory-vault.ts';
import { describeShared, sharedPath } from '../support/shared.ts';

const healthOf = (site: Site): HealthView => {
  const view = site.page('health.html' as never)?.view;
  if (view?.kind !== 'health') throw new Error('no health page');
  return view;
};
/** What the page lists, as `dossier check` would print it. */
const listed = (view: HealthView): readonly string[] =>
  view.parts.flatMap(({ severity, groups }) =>
    groups.flatMap(({ code, subjects }) =>
      subjects.flatMap(({ message, places }) =>
        places.flatMap(({ path, lines }) =>
          lines.map((one) => `${severity} ${code} ${placeOf({ path, line: one.line })}  ${one.message ?? message}`),
        ),
      ),
    ),
  );
const checked = ({ diagnostics }: Site): readonly string[] =>
  diagnostics.map((finding) => `${finding.severity} ${finding.code} ${visibleText(placeOf(finding))}  ${visibleText(finding.message)}`);

const MANY = {
  'Acme.md': '---\ntype: customer\nlast_contact: 2026-02-01\ntags: a, b\n---\n# Acme\n[[Plan|the plan]] [[plan#Dates]] ![[gone.png]]',
  'a/Twin.md': '---\naliases: [Both]\n---\nx',
  'b/Twin.md': '---\naliases: [Both]\n---\n[[Both]] [[Acme#No such heading]]',
  '2026-03-01 - Call.md':
    '---\naccount: Acme\nparticipants: [Ann Lee]\n---\n## Actions\n- [ ] Do it @Ann\n- [ ] Twice @Ann\n- [ ] Late 📅 2026-02-30\n\n[[Plan]]',
  'broken.md': '---\na: [\n---\n%%\nhidden \u202e',
};

test('the page has what check prints, by severity and kind, each thing once', () => {
  const site = memorySite(MANY);
  const view = healthOf(site);
  expect(listed(view).toSorted()).toEqual(checked(site).toSorted());
  expect(new Set(site.diagnostics.map(({ code }) => code)).size).toBeGreaterThan(8);
  expect(view.parts.map(({ severity }) => severity)).toEqual(['error', 'warning', 'info']);
  const remarks = view.parts.at(-1)?.groups ?? [];
  expect(remarks.map(({ code }) => code).indexOf('link-missing')).toBeLessThan(remarks.map(({ code }) => code).indexOf('owner-inferred'));
  const [plan] = remarks.find(({ code }) => code === 'link-missing')?.subjects ?? [];
  expect(plan?.message).toMatch(/^\[\[plan\]\] /iu);
  expect(plan?.page).toBe('ghosts/plan.html');
});

test('a place leads to its line, and to the editor where config says how', () => {
  const site = memorySite(MANY, { links: { ...defaultConfig.links, editUrl: 'https://example.com/edit/{path}' } });
  const owners = healthOf(site).parts.flatMap(({ groups }) => groups.filter(({ code }) => code === 'owner-inferred'));
  expect(owners[0]?.subjects).toHaveLength(1);
  const [place] = owners[0]?.subjects[0]?.places ?? [];
  expect(place?.editHref).toBe('https://example.com/edit/2026-03-01%20-%20Call.md');
  expect(place?.lines.map(({ line, href }) => [line, href])).toEqual([
    [6, 'meetings/2026-03-01-call.html#l-6'],
    [7, 'meetings/2026-03-01-call.html#l-7'],
  ]);
});

test('of a great many findings the page lists some of each kind and counts the rest', () => {
  const lines = Array.from({ length: 2_000 }, (_, i) => `- [[Gone ${i % 700}]]\n- [[Often]]`).join('\n');
  const view = healthOf(memorySite(Object.fromEntries(Array.from({ length: 5 }, (_, i) => [`Note ${i}.md`, lines]))));
  const group = view.parts[0]?.groups[0];
  expect(group?.total).toBe(20_000);
  const told = group?.subjects.reduce((sum, subject) => sum + subject.total, 0) ?? 0;
  expect((group?.left ?? 0) + told).toBe(20_000);
  expect(listed(view)).toHaveLength(300);
  expect(group?.subjects[0]?.total).toBe(10_000);
  expect(JSON.stringify(view).length).toBeLessThan(200_000);
});

test('files that are kept out are named on no page, nor is what is said of their names', () => {
  const vault = memoryVault({ 'Plan.md': 'x', 'plan.md': 'y', 'Secret.md': '---\nprivate: true\n---\n', 'secret.md': 'z' });
  const twin = (path: string, other: string) =>
    diagnostic('name-case-duplicate', { path, line: null, message: `${other} is the same name in another case.` });
  const refused = diagnostic('file-unreadable', { path: 'locked.md', line: null, message: 'Not read: no permission.' });
  const site = buildSite({ ...vault, diagnostics: [twin('plan.md', 'Plan.md'), twin('secret.md', 'Secret.md'), refused] }, defaultConfig);
  expect(checked(site)).toHaveLength(4);
  expect(listed(healthOf(site))).toEqual(['warning name-case-duplicate plan.md  Plan.md is the same name in another case.']);
});

describeShared('the shared vaults', () => {
  test.each(['seeds', 'obsidian-help-en', 'tasks-demo', 'kepano-obsidian'])('%s: the page has what check prints of pages', (name) => {
    const site = readSite(sharedPath(`vaults/${name}`), {});
    const view = healthOf(site);
    const pages = new Set<string>([...site.graph.notes.keys(), ...site.graph.documents.keys()]);
    const told = site.diagnostics.filter(({ path }) => path !== null && pages.has(path));
    expect(view.parts.reduce((sum, part) => sum + part.total, 0)).toBe(told.length);
    expect(new Set(checked({ ...site, diagnostics: told }))).toEqual(new Set(listed(view)));
  });
});
