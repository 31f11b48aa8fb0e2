import fs from 'node:fs';
import path from 'node:path';

/** The longest page of every folder at the root of a built site, which holds most kinds of things, every page at the root, and every page with components. */
export function richestPages(out: string): readonly string[] {
  const files = fs.readdirSync(out, { recursive: true, encoding: 'utf8' }).map((file) => file.split(path.sep).join('/'));
  const pages = files.filter((file) => file.endsWith('.html')).map((file) => ({ file, size: fs.statSync(path.join(out, file)).size }));
  const bySize = pages.sort((a, b) => a.size - b.size || (a.file < b.file ? -1 : 1));
  const longest = new Map(bySize.map(({ file }) => [file.includes('/') ? file.split('/', 1)[0] : file, file])).values();
  const withComponents = pages
    .map(({ file }) => file)
    .filter((file) => fs.readFileSync(path.join(out, file), 'utf8').includes(' prose mdx"'));
  return [...new Set([...longest, ...withComponents])].sort();
}
