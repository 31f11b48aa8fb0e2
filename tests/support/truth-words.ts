/** Accounts whose names look alike stand together. */
export const ACCOUNT_FAMILIES = [
  ['Northwind', 'Northwind Canada', 'Northwind Grocers'],
  ['Halden Rail', 'Halden', 'Halden-Rail Cargo'],
  ['Société Orage', 'Société', 'Orage'],
  ['Orrery Labs', 'Orrery Labs EMEA', 'Orrery'],
  ['Müller Energie', 'Müller', 'Energie'],
  ['Acme, Inc.', 'Acme', 'Acme Ltd'],
  ['O’Hara & Sons', 'O’Hara', 'Sons'],
] as const;

export const OUR_PEOPLE = ['Ines Okafor', 'Tomas Lindqvist', 'Jürgen Vogel', 'Ada Byron', 'Anne-Marie Dubois'] as const;

/** First names are there once, here and above. */
export const THEIR_PEOPLE = [
  'Gwendolyn Achterberg',
  'Ingrid Solberg',
  'Caleb Thorne',
  'Siobhán O’Brien',
  'Rafael Núñez',
  'Mikey Chen',
  'Brad Fox',
  'Paul de Vries',
  'Zoë Martin',
  'Lena Weiß',
  'Øystein Berg',
  'Priya Raman',
  'Jean-Luc Moreau',
  'Kofi Mensah',
  'Yuki Tanaka',
  'Bo Ek',
  'Mary Ann Lee',
  'Hugo Salas',
  'Ivy Stone',
  'Noah Frank',
  'Olga Petrova',
  'Quentin Blake',
  'Rosa Lund',
  'Sven Holm',
  'Uma Nair',
  'Vera Klein',
] as const;

/** They share their first names with people above. */
export const NAMESAKES = ['Tomas Berger', 'Ines Castellano', 'Ada Moss', 'Jürgen Amsel'] as const;

export const VERBS = ['Send', 'Share', 'Draft', 'Review', 'Hold', 'Confirm', 'Measure', 'Keep'] as const;
export const OBJECTS = ['the sizing sheet', 'rack', 'the runbook v1.2, page', 'invoice', 'the failover plan', 'phase'] as const;
export const PLACES = [
  'of the Thurlow site',
  'in the café',
  'at 2 pm PT',
  'for $300M',
  'on 2026-04-14',
  'under ~1–1.5 ms',
  'with Q&A',
] as const;
export const GROUPS = [
  'with the storage team',
  'for Caleb',
  'after the board’s call',
  'before go-live (both sites)',
  'to ops@example.org',
] as const;
export const TAILS = [
  '',
  '.',
  '.',
  '; no change',
  ' – by hand.',
  ' (see [[Runbook]])',
  ' and **soon**',
  ' per `cron @reboot #7`',
  ' https://example.org/@ops#now',
  ' as std::move',
  ' \\#1',
] as const;

/** Names of sections that need no config, the way notes are seeded first. */
export const HEADINGS = {
  summary: ['Summary', 'Overview', 'TL;DR', 'Recap', 'Executive Summary'],
  actions: ['Action Items', 'Actions', 'Next Steps', 'Tasks', 'To-do', 'Follow-ups', 'Action points'],
  decisions: ['Decisions', 'Decision', 'Key decisions', 'Decisions made', 'Agreed', 'Agreements'],
  facts: ['Key Information', 'Key Facts', 'Facts', 'Key points', 'Takeaways', 'Key info'],
  attendees: ['Attendees', 'Participants', 'Present', 'Who was there'],
} as const;

/** Names that a config adds. */
export const FOREIGN_HEADINGS = {
  summary: ['Zusammenfassung', 'Résumé', '概要'],
  actions: ['Aufgaben', 'Actions à mener', 'アクション'],
  decisions: ['Beschlüsse', 'Décisions', '決定事項'],
  facts: ['Eckdaten', 'Faits clés', '重要事項'],
  attendees: ['Teilnehmer', 'Présents', '参加者'],
} as const;

export type Part = keyof typeof HEADINGS;
