import type { Href, PageUrl } from '../../src/graph/graph.ts';
import type { TaskState } from '../../src/notes/note.ts';
import type { BacklinkRow } from '../../src/views/backlink-row.ts';
import type { QuietRow } from '../../src/views/quiet.ts';
import type {
  AccountRow,
  ActionRow,
  DecisionRow,
  Heat,
  Html,
  LocalMap,
  MeetingRow,
  NoteBody,
  NoteListRow,
  PersonChip,
  PersonRow,
  Ref,
} from '../../src/views/row.ts';
import type { SectionId, SiteInfo } from '../../src/views/site-data.ts';
import type { Page, View } from '../../src/views/view.ts';

/** Pages of every kind, with the unevenness of real vaults: long and Chinese names, missing dates, empty lists. */

const asOf = '2026-03-20';
const html = (text: string) => text as Html;
const href = (text: string) => text as Href;
const ref = (text: string, to: string, ghost = false): Ref => (ghost ? { text, href: href(to), ghost } : { text, href: href(to) });

export const site: SiteInfo = {
  title: 'Brightmoor Field Notes',
  url: null,
  locale: 'en-GB',
  asOf,
  countsFrom: '2026-01-01',
  noteCount: 71,
  nav: [
    { text: 'Accounts', href: href('accounts.html'), section: 'accounts' },
    { text: 'Timeline', href: href('timeline.html'), section: 'timeline' },
    { text: 'Actions', href: href('actions.html'), section: 'actions' },
    { text: 'Decisions', href: href('decisions.html'), section: 'decisions' },
    { text: 'People', href: href('people.html'), section: 'people' },
    { text: 'Tags', href: href('tags.html'), section: 'tags' },
    { text: 'Browse', href: href('browse.html'), section: 'browse' },
    { text: 'Health', href: href('health.html'), section: 'health' },
  ],
  search: true,
  accent: null,
  brief: false,
  footer: null,
};

const northwind = ref('Northwind Grocers', 'accounts/northwind-grocers.html');
const halden = ref('Halden Rail', 'accounts/halden-rail.html');
const long = ref('Bundesanstalt für Landwirtschaft und Ernährung, Außenstelle Nordrhein-Westfalen', 'accounts/bundesanstalt.html');
const cjk = ref('株式会社 北風フーズ', 'accounts/北風.html');

const person = (name: string, ours: boolean): PersonChip => ({
  name,
  ours,
  href: href(`people/${name.toLowerCase().replaceAll(' ', '-')}.html`),
});
const tomas = person('Tomas Lindqvist', true);
const ines = person('Ines Okafor', true);
const marguerite = person('Marguerite Osei', false);
const caleb = person('Caleb Thorne', false);
const yuki = person('山田 由紀', false);
const wordy = person('Maria Magdalena von Hohenstein-Österreicher', false);

let actionCount = 0;
function action(
  text: string,
  state: TaskState,
  due: string | null,
  owner: PersonChip | null,
  account: Ref | null,
  more: Partial<ActionRow> = {},
): ActionRow {
  actionCount += 1;
  const closed = state === 'done' || state === 'cancelled';
  const days = due === null ? null : (Date.parse(due) - Date.parse(asOf)) / 86_400_000;
  return {
    id: `f${actionCount}`,
    html: html(text),
    state,
    owner: owner && ref(owner.name, owner.href),
    ownerText: owner?.name ?? null,
    ownerOurs: owner?.ours ?? false,
    ownerInferred: false,
    due,
    when: closed ? 'closed' : days === null ? 'none' : days < 0 ? 'overdue' : days <= 7 ? 'soon' : 'later',
    priority: null,
    account,
    sources: [{ ...ref('Cutover workshop, day one', 'meetings/2026-03-11.html'), date: '2026-03-11' }],
    ...more,
  };
}

export const actions: readonly ActionRow[] = [
  action(
    'Ask Hugh for the link logs from the January storms',
    'open',
    '2026-02-06',
    tomas,
    ref('Saltmarsh Energy', 'accounts/saltmarsh.html'),
  ),
  action('Confirm the rollback rehearsal slot with the store operations desk', 'open', '2026-03-17', tomas, northwind, {
    priority: 'highest',
  }),
  action(
    'Name an owner for the <a class="ghost" href="ghosts/price-file-feed.html" title="No note yet">price-file feed</a> during the freeze',
    'open',
    '2026-03-18',
    caleb,
    northwind,
    {
      priority: 'highest',
      sources: [
        { ...ref('Cutover workshop, day one', 'meetings/2026-03-11.html'), date: '2026-03-11' },
        { ...northwind, date: null },
      ],
    },
  ),
  action(
    'Send the replication sizing sheet for the 212 phase-one stores, with the three assumptions about Christmas traffic spelled out on a page of their own so that nobody has to read the formulas to find them',
    'in-progress',
    '2026-03-19',
    person('Priya Raman', true),
    northwind,
    { priority: 'high' },
  ),
  action('Rehearsal invitation with the rollback script attached', 'proposed', '2026-03-23', tomas, northwind, {
    priority: 'high',
    ownerInferred: true,
  }),
  action('Bring the list of axles whose vibration must be kept at 2 kHz', 'open', '2026-03-23', wordy, halden),
  action('配送センターの切替手順書を確認する', 'on-hold', '2026-03-24', yuki, cjk, { priority: 'low' }),
  action('Describe in writing how a hold survives a change of class', 'open', '2026-04-30', ines, long),
  action('Ask Marguerite for the names of the night-shift leads', 'proposed', null, ines, northwind),
  action('Book a technician', 'open', null, null, null, { sources: [] }),
  action('Summary of the two logging findings for the network team', 'done', '2026-01-16', person('Priya Raman', true), northwind, {
    priority: 'low',
  }),
  action('Rehearse the north region in the same night', 'cancelled', null, caleb, northwind),
];
const open = actions.filter((row) => row.when !== 'closed');
const closed = actions.filter((row) => row.when === 'closed');

const summary =
  'The west region goes first, on the night of 31 March, because its stores close at 22:00 and leave a five-hour window. Caleb wants a rehearsal with real traffic before anyone signs; Marguerite made the rollback time, 20 minutes, the only exit criterion.';

function meeting(date: string, title: string, account: Ref | null, more: Partial<MeetingRow> = {}): MeetingRow {
  return {
    date,
    title,
    href: href(`meetings/${date}.html`),
    ghost: false,
    account,
    summary,
    people: [marguerite, caleb, ines, tomas],
    actions: 5,
    decisions: 3,
    ...more,
  };
}

const meetings: readonly MeetingRow[] = [
  meeting('2026-03-19', 'Depot pilot: storage budget per trainset', halden, {
    people: [tomas, wordy, yuki, caleb, ines, marguerite, person('Dara Whelan', true)],
  }),
  meeting('2026-03-17', 'Cutover planning: order of the regions', northwind),
  meeting('2026-03-17', 'Rehearsal', northwind, { ghost: true, summary: '', people: [], actions: 0, decisions: 0 }),
  meeting('2026-03-11', '切替ワークショップ 初日', cjk, {
    summary: '凍結から最初の販売までの手順を確認した。価格ファイルの担当者が決まっていない。',
    people: [yuki],
    actions: 1,
    decisions: 0,
  }),
  meeting(
    '2026-03-03',
    'A meeting whose title is as long as only a transcript tool can make it, with the agenda, the room and the weather in it',
    long,
    { summary: '', actions: 0 },
  ),
  meeting('2025-12-04', 'Discovery: the two-site problem', northwind, { actions: 2, decisions: 0 }),
];
const months = [
  { month: '2026-03', meetings: meetings.slice(0, 5) },
  { month: '2025-12', meetings: meetings.slice(5) },
];

const decisions: readonly DecisionRow[] = [
  {
    date: '2026-03-17',
    account: northwind,
    meeting: ref('Cutover planning: order of the regions', 'meetings/2026-03-17.html'),
    rulings: [
      {
        html: html('West region first, in the night of 31 March.'),
        href: href('meetings/2026-03-17.html#decisions'),
        repeatedIn: [],
        touchedBy: [{ ...ref('Depot pilot', 'meetings/2026-03-19.html'), date: '2026-03-19' }],
      },
      {
        html: html('Rollback within <strong>20 minutes</strong> is the only exit criterion.'),
        href: href('meetings/2026-03-17.html#decisions'),
        repeatedIn: [],
        touchedBy: [],
      },
    ],
  },
  {
    date: '2025-12-04',
    account: long,
    meeting: ref('Discovery: the two-site problem', 'meetings/2025-12-04.html'),
    rulings: [
      {
        html: html(
          'Nothing is promised before the board has met, and the board meets when it meets: every date given before that is a wish and is written down as one.',
        ),
        href: href('meetings/2025-12-04.html#decisions'),
        repeatedIn: [],
        touchedBy: [],
      },
    ],
  },
  {
    date: null,
    account: null,
    meeting: ref('Ground rules', 'notes/ground-rules.html'),
    rulings: [{ html: html('One note a meeting.'), href: href('notes/ground-rules.html#decisions'), repeatedIn: [], touchedBy: [] }],
  },
];

function account(to: Ref, more: Partial<AccountRow> = {}): AccountRow {
  return {
    name: to.text,
    href: to.href,
    overdueAt: href('actions.html#due=overdue'),
    lastContact: '2026-03-17',
    age: 3,
    stale: false,
    rhythm: { usual: 7, quietAfter: 21 },
    next: { date: '2026-03-25', text: 'Rehearsal, west region', href: href('meetings/2026-03-25.html') },
    meetings: 9,
    open: 8,
    overdue: 3,
    people: 6,
    dues: ['2026-03-17', '2026-03-18', '2026-03-19', '2026-03-23', '2026-03-24'],
    tags: [ref('retail', 'tags/retail.html'), ref('relay', 'tags/relay.html'), ref('cutover/rollback', 'tags/cutover/rollback.html')],
    weeks: [1, 0, 1, 0, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 2, 3, 1],
    contacts: { met: [more.lastContact ?? '2026-03-17'], said: null },
    dated: [],
    ...more,
  };
}

const quietOne: QuietRow = {
  ...ref('Saltmarsh Energy', 'accounts/saltmarsh.html'),
  met: ['2025-11-22'],
  said: null,
  contact: '2025-11-22',
  from: '2026-01-07',
  usual: null,
  quiet: true,
  meetings: 2,
};

const accounts: readonly AccountRow[] = [
  account(halden, { lastContact: '2026-03-19', overdue: 0, dues: [], open: 4 }),
  account(northwind),
  account(cjk, {
    lastContact: '2026-03-13',
    next: { date: '2026-04-02', text: '概念実証の終わり、そしてその次の長い長い予定', href: href('meetings/x.html') },
  }),
  account(long, { lastContact: '2026-03-05', next: null, overdue: 12, dues: Array.from({ length: 12 }, () => '2026-03-01'), tags: [] }),
  account(ref('Saltmarsh Energy', 'accounts/saltmarsh.html'), {
    lastContact: '2025-11-22',
    stale: true,
    next: null,
    weeks: Array.from({ length: 17 }, () => 0),
  }),
  account(ref('Never Met Ltd', 'accounts/never-met.html'), {
    lastContact: null,
    age: null,
    next: null,
    meetings: 0,
    open: 0,
    overdue: 0,
    dues: [],
    people: 0,
    tags: [],
    weeks: Array.from({ length: 17 }, () => 0),
  }),
];

const heat: Heat = {
  from: '2025-12-01',
  to: asOf,
  days: [
    { date: '2025-12-04', count: 1, href: href('timeline.html#d2025-12-04') },
    { date: '2026-02-04', count: 3, href: href('timeline.html#d2026-02-04') },
    { date: '2026-03-17', count: 2, href: href('timeline.html#d2026-03-17') },
    { date: '2026-03-19', count: 1, href: href('timeline.html#d2026-03-19') },
  ],
};

const map: LocalMap = {
  nodes: [
    { title: 'Cutover runbook, draft 3', href: href('notes/cutover-runbook.html'), shape: 'note', way: null },
    { title: 'Northwind Grocers', href: northwind.href, shape: 'account', way: 'both' },
    { title: '山田 由紀', href: yuki.href, shape: 'person', way: null },
    { title: '2026-03-17 - Cutover planning: order of the regions', href: href('meetings/2026-03-17.html'), shape: 'note', way: 'in' },
    { title: 'Price-file feed', href: href('ghosts/price-file-feed.html'), shape: 'ghost', way: 'out' },
  ],
  arcs: [
    [1, 4],
    [3, 4],
  ],
};

const backlinks: readonly BacklinkRow[] = [
  {
    title: 'Weekly: tunnel gaps and catch-up time',
    href: href('meetings/2026-03-10.html'),
    kind: 'meeting',
    date: '2026-03-10',
    account: 'Halden Rail',
    contexts: [
      {
        href: href('meetings/2026-03-10.html#summary'),
        property: null,
        runs: [
          { text: 'Jonas asked whether the catch-up curve from ', mark: false },
          { text: 'Northwind Grocers', mark: true },
          { text: ' holds for a link that drops every eleven minutes.', mark: false },
        ],
      },
    ],
  },
  {
    title: 'House style',
    href: href('notes/house-style.html'),
    kind: 'note',
    date: null,
    account: null,
    contexts: [{ href: href('notes/house-style.html'), property: 'Related', runs: [] }],
  },
];

const noteHtml = `<p>What happens between the freeze and the first sale, who does it, and how we get back. Agreed in <a class="healed" href="../meetings/2026-03-17.html" title="Mended link: found by its source">Cutover planning<span class="vh"> (mended link)</span></a>; numbers in <mark>yellow</mark> changed since draft 2.</p>
<div class="callout warning"><p class="title"><svg class="i" aria-hidden="true"><use href="#i-warn"/></svg>The feed has no owner <span class="kind">Warning</span></p><p>Nobody owns the <a class="ghost" href="../ghosts/price-file-feed.html" title="No note yet: 4 mentions">price-file feed<span class="vh"> (no note yet)</span></a> between 21:30 and 02:45.</p></div>
<h2 id="order">Order of the night</h2><p>Regions follow each other by closing time.</p>
<table><thead><tr><th>Region</th><th class="end">Stores</th><th>Last rollback call</th></tr></thead><tbody><tr><td>West</td><td class="end">84</td><td>02:00</td></tr><tr><td>East</td><td class="end">57</td><td>none: window too short</td></tr></tbody></table>
<h3 id="script">The script</h3><pre tabindex="0"><code class="language-sh"># stop writes on both sites, keep reads
relay freeze --region west --reads keep</code></pre>
<h2 id="open">Still open</h2><ul><li>One<ul><li>nested</li></ul></li><li>Two</li></ul><p class="hollow">No file called <b>store-network.png</b> in the vault.</p>`;

const body: NoteBody = {
  path: 'Customers/Northwind Grocers/Cutover runbook.md',
  kind: 'note',
  canvases: [ref('Store plan', 'files/store-plan.html')],
  html: html(noteHtml),
  outline: [
    { level: 2, html: html('Order of the <em>night</em>'), id: 'order' },
    { level: 3, html: html('The script'), id: 'script' },
    { level: 2, html: html('Still open'), id: 'open' },
  ],
  properties: [
    {
      key: 'owner',
      label: 'Owner',
      value: { kind: 'text', html: html('<a href="../people/ada.html">Ada</a>, <strong>on call</strong>'), short: true },
    },
    { key: 'reviewed', label: 'Reviewed', value: { kind: 'date', date: '2026-03-18', time: null, zone: '' } },
    { key: 'window', label: 'Window', value: { kind: 'date', date: '2026-03-21', time: '22:30', zone: '+01:00' } },
    { key: 'rehearsed', label: 'Rehearsed', value: { kind: 'flag', on: true } },
    {
      key: 'stores',
      label: 'Stores',
      value: {
        kind: 'list',
        items: ['London', 'Leeds', 'a store whose name is longer than what fits a chip'].map((text) => ({
          kind: 'text',
          html: html(text),
          short: text.length < 40,
        })),
      },
    },
    {
      key: 'limits',
      label: 'Limits',
      value: { kind: 'map', rows: [{ key: 'hours', label: 'Hours', value: { kind: 'text', html: html('4'), short: true } }] },
    },
    {
      key: 'link',
      label: 'Link',
      value: {
        kind: 'address',
        href: 'https://example.com/a/very/long/path/that/does/not/break',
        text: 'https://example.com/a/very/long/path/that/does/not/break',
      },
    },
    { key: 'empty', label: 'A property with a long name', value: { kind: 'empty' } },
  ],
  tags: [ref('cutover/rollback', 'tags/cutover/rollback.html'), ref('runbook', 'tags/runbook.html')],
  backlinks,
  backlinkTotal: 140,
  editHref: 'https://example.com/edit/Customers/Northwind%20Grocers/Cutover%20runbook.md',
  map,
  provenance: {
    kind: { text: 'transcript', html: html('transcript') },
    sources: [
      {
        name: '2026-03-17 - Planning call, order of the regions',
        written: 'Inbox/_archive/2026-03-17/2026-03-17 - Planning call, order of the regions.md',
        where: 'absent',
        href: null,
        title: null,
        why: null,
      },
    ],
    text: {
      name: 'notes of the day',
      written: 'Inbox/notes of the day.md',
      where: 'absent',
      href: null,
      title: null,
      why: null,
      differs: 'name',
    },
  },
  links: {
    sound: 7,
    healed: [{ ...ref('Cutover planning', 'meetings/2026-03-17.html'), why: 'found by its source' }],
    missing: [ref('price-file feed', 'ghosts/price-file-feed.html')],
  },
  repairs: 3,
  language: { lang: null, dir: null },
  classes: [],
  notices: [{ text: 'Line 4: A colon inside “title” ended the value early; the properties could not be read.', severity: 'warning' }],
};
const empty: NoteBody = {
  ...body,
  html: html(''),
  outline: [],
  properties: [],
  tags: [],
  backlinks: [],
  backlinkTotal: 0,
  editHref: null,
  map: null,
  canvases: [ref('Store plan', 'files/store-plan.html')],
  provenance: null,
  links: { sound: 0, healed: [], missing: [] },
  repairs: 0,
  notices: [],
};

function personRow(chip: PersonChip, more: Partial<PersonRow> = {}): PersonRow {
  return {
    ...chip,
    role: 'Storage lead',
    lastMet: '2026-03-17',
    meetings: 6,
    open: 1,
    accounts: [northwind],
    met: ['2026-03-17'],
    ...more,
  };
}
const people: readonly PersonRow[] = [
  personRow(marguerite, { role: 'Head of data platform', open: 0 }),
  personRow(caleb),
  personRow(yuki, { role: null, accounts: [cjk] }),
  personRow(wordy, { role: null, lastMet: null, met: [], meetings: 0, accounts: [] }),
  personRow(tomas, { role: null, accounts: [northwind, halden, cjk, long, ref('Saltmarsh Energy', 'accounts/saltmarsh.html')] }),
];

const notes: readonly NoteListRow[] = [
  {
    title: 'Cutover runbook, draft 3',
    href: href('notes/cutover-runbook.html'),
    kind: 'note',
    date: '2026-03-18',
    account: northwind,
    excerpt: 'What happens between the freeze and the first sale, who does it, and how we get back.',
  },
  { title: '東リージョンの時間枠', href: href('notes/東.html'), kind: 'project', date: null, account: null, excerpt: '' },
];
const undated: readonly NoteListRow[] = ['Start here', 'Link notes', 'Embed files', 'Callouts'].map((title) => ({
  title,
  href: href(`notes/${title}.html`),
  kind: 'note',
  date: null,
  account: null,
  excerpt: 'Learn how to connect ideas: a link is two brackets and a name, nothing more.',
}));

function page<V extends View>(url: string, title: string, section: SectionId, view: V, more: Partial<Page> = {}): Page {
  return {
    url: url as PageUrl,
    root: '../'.repeat(url.split('/').length - 1),
    title,
    description: 'A page.',
    section,
    crumbs: [],
    lang: 'en',
    site,
    view,
    ...more,
  };
}

const counted = (to: Ref, count: number) => ({ ...to, count });
const bareSite: SiteInfo = {
  ...site,
  title: 'Obsidian Help',
  url: 'https://example.com/help/',
  asOf: null,
  noteCount: 171,
  search: false,
  nav: site.nav.filter((entry) => entry.section === 'tags' || entry.section === 'browse' || entry.section === 'health'),
};
const noHome = {
  accounts: [],
  accountTotal: 0,
  overdue: [],
  ahead: [],
  overdueTotal: 0,
  soonTotal: 0,
  dues: [],
  meetings: [],
  decisions: [],
  quiet: [],
  quietTotal: 0,
  quietSpans: { starts: [], ends: [] },
  changes: null,
  tags: [],
  folders: [],
  linked: [],
  heat: null,
  intro: null,
} as const;
const noAccount = {
  lead: '',
  disputed: null,
  facts: { rows: [], total: 0, elsewhere: null, fromMeetings: false },
  lastMeeting: null,
  factsId: 'key-facts',
  topics: [],
  topicsId: 'topics',
  actionsId: 'actions',
  decisionsId: 'decisions',
  relatedId: 'related',
  peopleTotal: { all: 0, theirs: 0 },
  relatedTotal: 0,
  noteTotal: 0,
  all: null,
  timeline: { years: [], total: 0, since: null, periods: [], marks: [], elsewhere: null, weeks: null },
  meetingTotal: 0,
  actions: { open: [], later: [], openTotal: 0, closed: [], closedTotal: { done: 0, cancelled: 0 } },
  files: null,
  decisions: { rows: [], left: 0 },
  people: [],
  related: [],
  notes: [],
  heat: null,
  body: null,
  backlinks: [],
  backlinkTotal: 0,
  unlinked: { rows: [], total: 0 },
  map: null,
} as const;

/** Every view kind at least once; keys are the file names under which the tests store them. */
export const fixtures: readonly Page[] = [
  page('index.html', 'Brightmoor Field Notes', 'home', {
    kind: 'home',
    intro: {
      html: html('<p>One note a meeting, on the day. See <a href="notes/house-style.html">the house style</a>.</p>'),
      language: { lang: null, dir: null },
      classes: [],
    },
    accounts,
    accountTotal: 48,
    overdue: open.filter((row) => row.when === 'overdue').reverse(),
    ahead: open.filter((row) => row.when === 'soon' || row.when === 'later'),
    overdueTotal: 4,
    soonTotal: 3,
    dues: open.flatMap((row) => row.due ?? []).sort(),
    meetings,
    decisions,
    quiet: [
      {
        ...halden,
        met: ['2026-03-19'],
        said: null,
        contact: '2026-03-19',
        from: '2026-04-10',
        usual: 7,
        quiet: false,
        meetings: 9,
      },
      quietOne,
    ],
    quietTotal: 1,
    quietSpans: { starts: ['2026-01-07', '2026-04-10'], ends: [] },
    changes: null,
    tags: ['cutover', 'relay', 'hold', 'latency', '北'].map((tag) => counted(ref(tag, `tags/${tag}.html`), 4)),
    folders: [],
    linked: [],
    heat,
  }),
  page(
    'notes/home-bare.html',
    'Obsidian Help',
    'home',
    {
      kind: 'home',
      ...noHome,
      intro: {
        html: html('<h2 id="hi">Hi</h2><p>Welcome to the help site. Start anywhere.</p>'),
        language: { lang: null, dir: null },
        classes: [],
      },
      tags: [counted(ref('help', 'tags/help.html'), 3)],
      folders: [
        counted(ref('Getting started', 'browse/getting-started.html'), 12),
        counted(ref('Linking notes and files', 'browse/linking.html'), 9),
      ],
      linked: undated.map((row) => ({ ...row, count: 12 })),
    },
    { site: bareSite },
  ),
  page('notes/home-empty.html', 'Nothing', 'home', { kind: 'home', ...noHome }, { site: { ...bareSite, noteCount: 0, nav: [] } }),
  page('accounts.html', 'Accounts', 'accounts', { kind: 'accounts', rows: accounts }),
  page('accounts/northwind-grocers.html', 'Northwind Grocers', 'accounts', {
    kind: 'account',
    ...noAccount,
    name: 'Northwind Grocers',
    row: account(northwind),
    lead: 'Customer since December. 412 stores move to two sites; the first region cuts over in the night of 31 March.',
    disputed: { note: '2026-03-12', meeting: '2026-03-17' },
    facts: {
      rows: [
        {
          html: html('The west region closes at 22:00 and leaves a five-hour window; the east has three and a half.'),
          label: null,
          under: null,
          id: 'fact-1',
          from: { ...ref('Cutover planning: order of the regions', 'meetings/2026-03-17.html'), date: '2026-03-17' },
          match: 'exact',
        },
        {
          html: html(
            'The <a class="ghost" href="../ghosts/price-file-feed.html" title="No note yet">price-file feed</a> has no owner between freeze and first sale.',
          ),
          id: 'fact-2',
          from: { ...ref('Cutover workshop, day one', 'meetings/2026-03-11.html'), date: '2026-03-11' },
          label: null,
          under: null,
          match: 'near',
        },
        {
          html: html('A fact nobody can place.'),
          label: html('Storage:'),
          under: html('<ul><li>With a detail.</li></ul>'),
          id: '',
          from: null,
          match: 'none',
        },
      ],
      total: 45,
      elsewhere: null,
      fromMeetings: false,
    },
    topics: ['Two-site replication', 'Rollback rehearsal', 'A topic with quite a few words in it that wraps'],
    timeline: {
      years: [
        {
          year: '2026',
          at: 0,
          folded: false,
          rows: meetings.length,
          meetings: meetings.length,
          decisions: 3,
          months: months.map(({ month, meetings }) => ({
            month,
            meetings: meetings.map((row) => ({ ...row, marks: ['meeting'], recent: true })),
          })),
        },
        {
          year: '2025',
          at: 1,
          folded: true,
          rows: 1,
          meetings: 0,
          decisions: 0,
          months: [{ month: '2025-01', meetings: meetings.slice(0, 1) }],
        },
      ],
      total: meetings.length + 1,
      since: { date: '2025-12-17', count: 4 },
      periods: [
        { at: 0, text: '2026', older: false, count: meetings.length },
        { at: 1, text: '2025', older: true, count: 1 },
      ],
      marks: [
        { mark: 'note', count: 1 },
        { mark: 'decisions', count: 3 },
      ],
      elsewhere: { count: 80, pages: [ref('2024', 'timeline/2024.html'), ref('2023-11', 'timeline/2023-11.html')] },
      weeks: {
        years: [
          {
            year: '2026',
            meetings: 3,
            linked: true,
            weeks: [
              { week: 3, count: 1 },
              { week: 10, count: 2 },
            ],
          },
          { year: '2024', meetings: 5, linked: false, weeks: [{ week: 52, count: 5 }] },
        ],
      },
    },
    meetingTotal: meetings.length,
    actions: {
      open: [
        { owner: tomas, ownerText: tomas.name, rows: open.filter((row) => row.owner?.text === tomas.name) },
        { owner: wordy, ownerText: wordy.name, rows: open.slice(3, 4) },
        { owner: null, ownerText: '', rows: open.slice(8) },
      ],
      later: open.slice(0, 2),
      openTotal: 300,
      closed,
      closedTotal: { done: 200, cancelled: 1 },
    },
    files: { table: href('accounts/northwind-grocers.actions.csv'), calendar: null },
    decisions: { rows: decisions, left: 12 },
    people,
    related: [
      { ...counted(ref('Cutover runbook, draft 3', 'notes/cutover-runbook.html'), 4), detail: 'note', context: null },
      {
        ...counted(ref('Price-file feed', 'ghosts/price-file-feed.html', true), 4),
        detail: 'no note yet',
        context: {
          runs: [
            { text: 'Nobody owns the ', mark: false },
            { text: 'Price-file feed', mark: true },
          ],
          href: href('meetings/2026-03-11.html'),
          note: 'Cutover workshop, day one',
          date: '2026-03-11',
        },
      },
    ],
    notes,
    heat,
    body: { ...body, notices: [] },
    backlinks,
    backlinkTotal: backlinks.length,
    unlinked: { rows: backlinks, total: 80 },
    map,
  }),
  page('accounts/株式会社.html', '株式会社 北風フーズ', 'accounts', {
    kind: 'account',
    ...noAccount,
    name: '株式会社 北風フーズ',
    row: account(cjk, { lastContact: null, next: null, meetings: 0, open: 0, overdue: 0, tags: [] }),
  }),
  page('meetings/2026-03-17.html', 'Cutover planning: order of the regions', 'timeline', {
    kind: 'meeting',
    name: 'Cutover planning: order of the regions',
    date: '2026-03-17',
    account: northwind,
    accounts: [northwind, halden],
    people: [marguerite, caleb, yuki, wordy, ines, tomas],
    peopleTotal: { all: 6, theirs: 4 },
    body: { ...body, kind: 'meeting', notices: [] },
    actions: { total: 4, open: 3 },
    decisions: { total: 2, anchor: 'decisions' },
    previous: { ...ref('Cutover workshop, day one', 'meetings/2026-03-11.html'), date: '2026-03-11' },
    next: { ...ref('Rehearsal, west region', 'meetings/2026-03-25.html'), date: '2026-03-25' },
    rail: meetings
      .slice(0, 5)
      .map((row) => ({ ...ref(row.title, row.href), date: row.date, here: row.date === '2026-03-17' && !row.ghost })),
  }),
  page('meetings/bare.html', 'Call', 'timeline', {
    kind: 'meeting',
    name: 'Call',
    date: '2025-03-17',
    account: null,
    accounts: [],
    people: [],
    body: empty,
    actions: { total: 0, open: 0 },
    decisions: { total: 0, anchor: '' },
    previous: null,
    next: null,
    rail: [],
  }),
  page(
    'notes/cutover-runbook.html',
    'Cutover runbook, draft 3',
    'browse',
    { kind: 'note', name: 'Cutover runbook, draft 3', noteKind: 'note', type: null, date: null, account: northwind, body },
    {
      crumbs: [
        ref('Browse', 'browse.html'),
        ref('Customers', 'browse/customers.html'),
        ref('Northwind Grocers', 'browse/customers/northwind-grocers.html'),
      ],
    },
  ),
  page('notes/empty.html', 'Pneumonoultramicroscopicsilicovolcanoconiosis_and_other_words_without_a_single_space_in_them', 'browse', {
    kind: 'note',
    name: 'Pneumonoultramicroscopicsilicovolcanoconiosis_and_other_words_without_a_single_space_in_them',
    noteKind: 'project',
    type: 'topic',
    date: '2024-02-29',
    account: null,
    body: empty,
  }),
  page('people.html', 'People', 'people', {
    kind: 'people',
    rows: people,
    others: [
      { ...wordy, meetings: 1 },
      { ...caleb, meetings: 0 },
    ],
    oursTotal: 2,
    theirsTotal: 0,
    matrix: {
      accounts: [northwind, halden, cjk, long],
      rows: [
        { person: tomas, cells: [6, 5, 0, 1].map((count) => ({ count, last: count > 1 ? '2026-03-17' : null })), total: 14 },
        { person: wordy, cells: [0, 1, 0, 0].map((count) => ({ count, last: null })), total: 1 },
      ],
      ours: true,
      peopleTotal: 9,
      accountTotal: 48,
    },
    lastMet: {
      accounts: [
        {
          account: northwind,
          rows: [
            { person: caleb, date: '2026-03-17', meeting: ref('Cutover planning', 'meetings/2026-03-17.html'), by: [tomas, ines] },
            { person: wordy, date: '2025-12-04', meeting: ref('Discovery', 'meetings/2026-03-11.html'), by: [] },
          ],
          left: 3,
        },
      ],
      accountTotal: 12,
    },
  }),
  page('people/tomas-lindqvist.html', 'Tomas Lindqvist', 'people', {
    kind: 'person',
    name: 'Tomas Lindqvist',
    side: 'theirs',
    row: personRow(tomas, { role: 'Field engineer', accounts: [northwind, halden] }),
    spellings: [
      { text: 'Tomas', reason: 'inferred, the only one by that name at the meeting or account', inferred: true },
      { text: 'T. Lindqvist', reason: 'stated as alias', inferred: false },
      { text: 'Tomas L.', reason: 'stated as alias', inferred: false },
    ],
    years: [{ year: '2026', at: 0, folded: false, rows: 6, meetings: 5, decisions: 3, months }],
    olderMeetings: 12,
    open: open.slice(0, 3),
    later: open.slice(3, 4),
    openTotal: 20,
    table: null,
    closed,
    closedTotal: { done: 80, cancelled: 0 },
    withs: [
      { ...caleb, count: 5, last: '2026-03-17' },
      { ...wordy, count: 1, last: null },
    ],
    withsLeft: 4,
    mentions: backlinks,
    mentionTotal: backlinks.length,
    unlinked: { rows: backlinks, total: backlinks.length },
    body: null,
  }),
  page('people/ghost.html', 'Anneke Roos', 'people', {
    kind: 'person',
    name: 'Anneke Roos',
    side: 'theirs',
    row: personRow(person('Anneke Roos', false), { role: null, lastMet: null, meetings: 0, accounts: [] }),
    spellings: [],
    years: [],
    olderMeetings: 0,
    open: [],
    later: [],
    openTotal: 0,
    table: null,
    closed: [],
    closedTotal: { done: 0, cancelled: 0 },
    withs: [],
    withsLeft: 0,
    mentions: [],
    mentionTotal: 0,
    unlinked: { rows: [], total: 0 },
    body: { ...body, kind: 'person' },
  }),
  page('actions.html', 'Actions', 'actions', {
    kind: 'actions',
    buckets: (['overdue', 'soon', 'later', 'none', 'closed'] as const).map((id) => ({
      id,
      rows: actions.filter((row) => row.when === id),
    })),
    total: actions.length,
    counts: { overdue: 4, soon: 3, later: 1, none: 2, closed: 2, open: 10, proposed: 2, done: 1 },
    files: null,
    left: { owners: 3, accounts: 0 },
    owners: [counted(ref(tomas.name, tomas.href), 3), counted(ref(wordy.name, wordy.href), 1)],
    accounts: [counted(northwind, 6), counted(long, 1)],
    paging: null,
    spread: null,
  }),
  page('actions/2.html', 'Actions', 'actions', {
    kind: 'actions',
    buckets: [],
    total: 0,
    counts: { overdue: 0, soon: 0, later: 0, none: 0, closed: 0, open: 0, proposed: 0, done: 0 },
    files: null,
    left: { owners: 0, accounts: 0 },
    owners: [],
    accounts: [],
    paging: { current: 2, pages: [ref('1', 'actions.html'), ref('2', 'actions/2.html')] },
    spread: { dues: [], starts: [], lasts: [] },
  }),
  page('decisions.html', 'Decisions', 'decisions', {
    kind: 'decisions',
    months: [
      { month: '2026-03', count: 2, rows: decisions.slice(0, 1) },
      { month: '2025-12', count: 1, rows: decisions.slice(1, 2) },
      { month: '', count: 1, rows: decisions.slice(2) },
    ],
    period: null,
    accounts: [counted(northwind, 2), counted(long, 1)],
    years: ['2026', '2025'].map((year) => ({ year, count: 1, page: null, months: [] })),
    total: 4,
  }),
  page('decisions/2025-12.html', 'Decisions', 'decisions', {
    kind: 'decisions',
    months: [{ month: '2025-12', count: 1, rows: decisions.slice(1, 2) }],
    period: '2025-12',
    accounts: [counted(northwind, 800), counted(long, 1)],
    years: [
      {
        year: '2025',
        count: 799,
        page: null,
        months: ['2025-12', '2025-11'].map((text) => ({
          ...counted(ref(text, `decisions/${text}.html`), 400),
          current: text === '2025-12',
        })),
      },
      { year: '2024', count: 2, page: { ...counted(ref('2024', 'decisions/2024.html'), 2), current: false }, months: [] },
    ],
    total: 801,
  }),
  page('timeline.html', 'Timeline', 'timeline', {
    kind: 'timeline',
    year: null,
    years: [
      { ...counted(ref('2026', 'timeline/2026.html'), 5), current: false },
      { ...counted(ref('2025', 'timeline/2025.html'), 1), current: true },
    ],
    monthsOfYear: [
      { ...counted(ref('2025-12', 'timeline/2025-12.html'), 1), current: true },
      { ...counted(ref('2025-11', 'timeline/2025-11.html'), 4), current: false },
    ],
    months,
    total: 6,
    calendar: [
      { ...counted(ref('2026', 'timeline/2026.html'), 6), days: heat.days.slice(1), linked: true },
      { ...counted(ref('2025', 'timeline/2025.html'), 1), days: heat.days.slice(0, 1), linked: false },
    ],
  }),
  page('tags.html', 'Tags', 'tags', {
    kind: 'tags',
    total: 9,
    roots: ['account', 'cutover', '北', 'latency', 'runbook', 'a-tag-with-a-remarkably-long-name'].map((name, index) => ({
      name,
      tag: name,
      href: href(`tags/${name}.html`),
      count: 3,
      total: 9,
      children:
        index < 2
          ? ['freeze', 'rollback'].map((child) => ({
              name: child,
              tag: `${name}/${child}`,
              href: href(`tags/${name}/${child}.html`),
              count: 2,
              total: 2,
              children:
                child === 'rollback'
                  ? [{ name: 'script', tag: `${name}/rollback/script`, href: href('tags/x.html'), count: 1, total: 1, children: [] }]
                  : [],
            }))
          : [],
    })),
  }),
  page('tags/cutover/rollback.html', '#cutover/rollback', 'tags', {
    kind: 'tag',
    node: {
      name: 'rollback',
      tag: 'cutover/rollback',
      href: href('tags/cutover/rollback.html'),
      count: 2,
      total: 3,
      children: [
        {
          name: 'script',
          tag: 'cutover/rollback/script',
          href: href('tags/cutover/rollback/script.html'),
          count: 1,
          total: 1,
          children: [],
        },
      ],
    },
    parents: [ref('cutover', 'tags/cutover.html')],
    notes,
    paging: null,
  }),
  page('browse.html', 'Browse', 'browse', {
    kind: 'browse',
    folder: '',
    folders: [counted(ref('Customers', 'browse/customers.html'), 40), counted(ref('链接笔记与文件', 'browse/链接.html'), 9)],
    notes: undated,
    documents: [
      { ...ref('Store plan', 'files/store-plan.html'), kind: 'canvas', detail: '4 cards' },
      { ...ref('Books', 'files/books.html'), kind: 'base', detail: '2 views' },
    ],
    kinds: [counted(ref('Projects', 'kinds/projects.html'), 3), counted(ref('Topics', 'kinds/topics.html'), 5)],
    paging: null,
  }),
  page('accounts/northwind-grocers.notes.html', 'Notes of Northwind Grocers', 'accounts', {
    kind: 'account-notes',
    account: northwind,
    own: { total: 412, rows: notes },
    outside: { total: 2, rows: notes },
    paging: {
      current: 1,
      pages: [ref('1', 'accounts/northwind-grocers.notes.html'), ref('2', 'accounts/northwind-grocers.notes.2.html')],
    },
  }),
  page('kinds/projects.html', 'Projects', 'browse', {
    kind: 'kind',
    label: 'Projects',
    notes,
    paging: { current: 1, pages: [ref('1', 'kinds/projects.html'), ref('2', 'kinds/projects/2.html')] },
  }),
  page('files/store-plan.html', 'Store plan', 'browse', {
    kind: 'canvas',
    path: 'Maps/Store plan.canvas',
    editHref: null,
    backlinks,
    backlinkTotal: 2,
    problem: null,
    drawing: html(
      '<div class="canvas" tabindex="0" role="group" aria-label="Drawing: Store plan"><svg class="plane" viewBox="0 0 1600 400" width="1240" height="310">' +
        '<g class="item group toned tone-4"><rect x="20" y="40" width="700" height="340" rx="8"/></g>' +
        '<g class="line"><path d="M300 100C400 100 500 100 600 100"/></g>' +
        '<g class="item text"><rect x="40" y="60" width="260" height="80" rx="8"/><foreignObject x="40" y="60" width="260" height="80"><div class="card prose"><p>First <a href="../notes/a.html">store</a></p></div></foreignObject></g>' +
        '<text class="said" text-anchor="middle"><tspan x="450" y="90">then</tspan></text></svg></div>',
    ),
    list: html('<ul class="on-canvas"><li id="card-1" class="text"><div class="prose"><p>First store</p></div></li></ul>'),
    counts: { cards: 2, groups: 1, lines: 1 },
    notes: [ref('Ground rules', 'notes/ground-rules.html')],
    source: null,
  }),
  page('files/books.html', 'Books', 'browse', {
    kind: 'base',
    path: 'Books.base',
    editHref: null,
    backlinks: [],
    backlinkTotal: 0,
    problem: null,
    filters: {
      kind: 'all',
      of: [
        { kind: 'words', text: 'Categories contains “Books”' },
        { kind: 'none', of: [{ kind: 'code', text: 'file.name.length > 3' }] },
      ],
    },
    views: [
      {
        name: 'Top rated',
        id: 'view-top-rated',
        type: 'table',
        filters: { kind: 'words', text: 'Rating is more than 6' },
        columns: [{ label: 'Name', property: 'file.name' }],
        sort: [{ label: 'Rating', property: 'note.rating', descending: true }],
        group: null,
        limit: 20,
        summaries: [{ label: 'Rating', summary: 'Average' }],
      },
    ],
    formulas: [{ name: 'age', code: 'today() - year' }],
    summaries: [],
    source: 'views:\n  - type: table\n',
  }),
  page('ghosts/price-file-feed.html', 'Price-file feed', 'note', {
    kind: 'ghost',
    name: 'Price-file feed',
    mentions: backlinks,
    mentionTotal: 2,
    unlinked: { rows: backlinks.slice(0, 1), total: 1 },
    title: 'Price-file feed',
    date: null,
    missing: 'note',
    accounts: [northwind, long],
    first: '2025-11-06',
    last: '2026-03-10',
    near: [{ ...ref('Price file', 'notes/price-file.html'), reason: 'shorter' }],
    made: [],
    candidates: [],
    file: 'Customers/Northwind Grocers/Price-file feed.md',
  }),
  page('ghosts/plan.html', '2026-03-25 - Plan', 'note', {
    kind: 'ghost',
    name: '2026-03-25 - Plan',
    title: 'Plan',
    date: '2026-03-25',
    missing: 'choice',
    mentions: backlinks.slice(0, 1),
    mentionTotal: 1,
    unlinked: { rows: [], total: 0 },
    accounts: [],
    first: '2026-03-10',
    last: '2026-03-10',
    near: [],
    made: [],
    candidates: ['a', 'b'].map((folder) => ({ ...ref('Plan', `notes/plan-${folder}.html`), path: `${folder}/Plan.md`, date: null })),
    file: null,
  }),
  page('search.html', 'Search', 'search', {
    kind: 'search',
    indexes: [ref('Accounts', 'accounts.html'), ref('Browse', 'browse.html')],
    excerpts: true,
  }),
  page('health.html', 'Health', 'health', {
    kind: 'health',
    sums: { healed: 9, ghosts: 6, repaired: 2 },
    parts: [
      {
        severity: 'error',
        total: 1,
        groups: [
          {
            code: 'frontmatter-unreadable',
            title: 'Unreadable properties',
            hint: null,
            total: 1,
            left: 0,
            subjects: [
              {
                message: 'A colon inside `title` ends the value early.',
                page: null,
                hint: 'Put the title in quotes.',
                total: 1,
                places: [{ path: null, editHref: null, lines: [{ line: null, href: null, message: null }] }],
              },
            ],
          },
        ],
      },
      {
        severity: 'info',
        total: 240,
        groups: [
          {
            code: 'link-missing',
            title: 'Link to no note',
            hint: 'Write the note, or correct the name.',
            total: 240,
            left: 30,
            subjects: [
              {
                message: '[[Price-file feed]] leads to no note.',
                page: href('ghosts/price-file-feed.html'),
                hint: null,
                total: 210,
                places: [
                  {
                    path: 'Customers/Northwind Grocers/2026-03-17 - Cutover planning, order of the regions.md',
                    editHref: 'https://example.com/edit/Cutover.md',
                    lines: [
                      { line: 14, href: href('meetings/2026-03-17.html#summary'), message: null },
                      { line: 31, href: href('meetings/2026-03-17.html'), message: '[[Price-file feed|the feed]] leads to no note.' },
                    ],
                  },
                  ...Array.from({ length: 7 }, (_, i) => ({
                    path: `Daily/2026-03-0${i + 1}.md`,
                    editHref: null,
                    lines: [{ line: 2, href: null, message: null }],
                  })),
                ],
              },
            ],
          },
        ],
      },
    ],
    quiet: [quietOne],
    orphans: [ref('Ground rules', 'notes/ground-rules.html')],
    orphanTotal: 1,
    files: { notes: 71, documents: 2, used: 4, failed: 1 },
  }),
  page('404.html', 'Not found', 'note', { kind: 'not-found' }),
];
