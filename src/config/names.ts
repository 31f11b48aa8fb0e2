/** Names that config and notes share. */
export const KINDS = ['account', 'meeting', 'person', 'project', 'daily', 'note'] as const;
export type Kind = (typeof KINDS)[number];

export const SECTION_NAMES = ['summary', 'actions', 'decisions', 'facts', 'topics', 'context', 'related', 'attendees'] as const;
/** Sections with a meaning of their own; headings are matched by name and synonyms. */
export type SectionName = (typeof SECTION_NAMES)[number];
