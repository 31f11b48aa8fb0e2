import { mappingOf, textList } from './values.ts';

/**
 * Other spellings of a person: `Tomas Lindqvist: [Tomas L., T. Lindqvist]`. A first name that fits only one person of an account needs no entry.
 * No spelling may be listed for two people.
 */
export const people = mappingOf(textList)
  .superRefine((entries, context) => {
    const listedFor = new Map<string, string>();
    for (const [person, spellings] of Object.entries(entries)) {
      spellings.forEach((spelling, index) => {
        const other = listedFor.get(spelling.toLowerCase());
        if (other !== undefined && other !== person) {
          context.addIssue({ code: 'custom', path: [person, index], message: `a spelling of one person (it is listed for ${other} too)` });
        }
        listedFor.set(spelling.toLowerCase(), person);
      });
    }
  })
  .prefault({});
