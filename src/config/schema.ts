import * as z from 'zod';
import { briefs } from './schema/briefs.ts';
import { check } from './schema/check.ts';
import { images, links, mdx, search, theme } from './schema/features.ts';
import { ignore, include } from './schema/files.ts';
import { locale, owner, site, title } from './schema/identity.ts';
import { kinds } from './schema/kinds.ts';
import { people } from './schema/people.ts';
import { publish } from './schema/publish.ts';
import { sections } from './schema/sections.ts';
import { tasks } from './schema/tasks.ts';

/** Everything `dossier.yaml` may say. The comment above a key, in the file of its concern, is its manual. */
export const configSchema = z.strictObject({
  title,
  owner,
  locale,
  site,
  include,
  ignore,
  kinds,
  people,
  sections,
  tasks,
  publish,
  briefs,
  search,
  images,
  mdx,
  links,
  theme,
  check,
});
