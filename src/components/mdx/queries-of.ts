import type { MdxContent, Queries } from '../../views/mdx-view.ts';

/** What the page may ask of the model. */
export function queriesOf({ mdx }: { readonly mdx?: MdxContent | undefined }): Queries {
  if (mdx === undefined) throw new Error('components of MDX pages stand on MDX pages only');
  return mdx.query;
}
