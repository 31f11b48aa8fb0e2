import * as z from 'zod';
import { KINDS } from '../names.ts';
import { mappingOf } from './values.ts';

/**
 * What a note is, where its frontmatter and shape do not say it the way you mean it. Kinds: account, meeting, person, project, daily, note.
 */
export const kinds = z
  .strictObject({
    /**
     * Kind by folder: `People: person` makes every note below `People/` a person unless its own `type` says otherwise. The longest folder
     * wins. Default: none; `Customers/<name>/`, `Accounts/<name>/` and `Clients/<name>/` name an account without being listed.
     */
    folders: mappingOf(z.enum(KINDS), folderFrom).prefault({}),
    /**
     * Kind by the value of `type:` in the frontmatter, besides the values known already: `call: meeting`. Case does not count.
     */
    types: mappingOf(z.enum(KINDS), (key) => key.normalize('NFC').trim().toLowerCase()).prefault({}),
  })
  .prefault({});

function folderFrom(key: string): string {
  return key
    .normalize('NFC')
    .trim()
    .replace(/^(?:\.?\/)+|\/+$/gu, '');
}
