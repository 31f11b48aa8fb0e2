import fs from 'node:fs';
import { partsOf, withBrief } from './brief-forms.ts';
import { hasShared, sharedPath } from './shared.ts';

export type Files = Record<string, string | Uint8Array>;

/** The account of these notes. */
export const ACCOUNT = 'Northwind Grocers';

/** A note of the account. */
export const note = (body: string, yaml = ''): string => `---\naccount: Northwind Grocers\n${yaml}---\n${body}\n`;
/** A note of another account. */
export const foreign = (body: string, yaml = ''): string => `---\naccount: Halden Rail\n${yaml}---\n${body}\n`;

/** Rows of a file of the shared test data on security; none where the data is not there. */
export const securityRows = (file: string): readonly Record<string, string>[] =>
  hasShared ? JSON.parse(fs.readFileSync(sharedPath(`security/${file}.json`), 'utf8')) : [];

/** What a brief of some files is made of, as text by name. */
export async function textsOf(files: Files): Promise<Readonly<Record<string, string>>> {
  const parts = await withBrief(files, ACCOUNT, partsOf);
  return Object.fromEntries(Array.from(parts, ([name, bytes]) => [name, Buffer.from(bytes).toString('utf8')]));
}

/** All of it as one text. */
export const wholeText = async (files: Files): Promise<string> => Object.values(await textsOf(files)).join('\n');
