import { z } from 'zod';
import { textList } from './values.ts';

const headings = textList.default([]);

/**
 * Further names of the headings that Dossier understands, case does not count: `decisions: [Beschlüsse, Agreed]`.
 */
export const sections = z
  .strictObject({
    /** Besides Summary. */
    summary: headings,
    /** Besides Action Items, Actions, Next Steps, Tasks. */
    actions: headings,
    /** Besides Decisions. */
    decisions: headings,
    /** Besides Key Facts, Key Information, Facts. */
    facts: headings,
    /** Besides Topics. */
    topics: headings,
    /** Besides Recent Context. */
    context: headings,
    /** Besides Related. */
    related: headings,
    /** Besides Attendees. */
    attendees: headings,
  })
  .prefault({});
