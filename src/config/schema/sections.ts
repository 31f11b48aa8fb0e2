import * as z from 'zod';
import { textList } from './values.ts';

const headings = textList.default([]);

/**
 * Further names of the headings that Dossier understands: `decisions: [Beschlüsse, Rulings]`. Case, punctuation and emoji do not count.
 */
export const sections = z
  .strictObject({
    /** Besides Summary, Overview, Abstract, Recap, TL;DR, Meeting Summary, Executive Summary. */
    summary: headings,
    /** Besides Action Items, Actions, Action Points, Next Steps, Follow-ups, Tasks, To do. */
    actions: headings,
    /** Besides Decisions, Key Decisions, Decisions Made, Decided, Agreed, Agreements. */
    decisions: headings,
    /** Besides Key Facts, Facts, Key Information, Key Info, Key Points, Takeaways, Key Takeaways. */
    facts: headings,
    /** Besides Topics, Topics Discussed, Themes. */
    topics: headings,
    /** Besides Recent Context, Context, Recent Activity, History. */
    context: headings,
    /** Besides Related, Related Notes, See also, Links. */
    related: headings,
    /** Besides Attendees, Participants, Present, People, Who was there. */
    attendees: headings,
  })
  .prefault({});
