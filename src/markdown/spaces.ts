/** White space that is more than one plain space. */
const UNEVEN = /[^\S ]| {2}/;
const SPACES = /\s+/g;

/** Text with every run of white space as one space. Costs one look at text that has no other, as nearly all has. */
export function evenSpaces(text: string): string {
  return UNEVEN.test(text) ? text.replace(SPACES, ' ') : text;
}
