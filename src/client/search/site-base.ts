/** Where the site lies, as the page says on its root element. */
export interface SiteBase {
  /** Path from this page to the site root: empty, or `../` once or more. */
  readonly root: string;
}

export function siteBase(document: Document): SiteBase {
  const { root = '' } = document.documentElement.dataset;
  return { root };
}

/** The site was opened from a folder and holds no copy of the index for that, or has lost it. */
export class NotInFolder extends Error {
  override readonly name = 'NotInFolder';
}

/** Whether an error is `NotInFolder`, be it of another script. */
export function isNotInFolder(error: unknown): boolean {
  return error instanceof Error && error.name === 'NotInFolder';
}
