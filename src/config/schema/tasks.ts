import * as z from 'zod';
import { text } from './values.ts';

export const tasks = z
  .strictObject({
    /**
     * Text that a list item with a check box must hold to count as an action, as set in the Tasks plugin (`#task`). Default: every one counts.
     */
    globalFilter: text.nullable().default(null),
  })
  .prefault({});
