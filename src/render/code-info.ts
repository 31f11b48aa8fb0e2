import { type CodeLanguage, languageNamed } from './code-languages.ts';

/** What the line that opens a fence says. */
export interface CodeInfo {
  /** The name of the language as written, in lower case; empty when there is none. */
  readonly name: string;
  /** Null when the name is not known, or there is none. */
  readonly language: CodeLanguage | null;
  /** File name or title; null when there is none. */
  readonly title: string | null;
}

/**
 * Reads a fence's info: `js`, `js {1,3} title="x.js"`, `js{1,3}`, `python:file.py`, `{python}`, `{.python title=x.py}`. The first word names
 * the language; the title is what `title`, `filename` or `file` says, or what stands after a colon.
 */
export function codeInfoFrom(info: string): CodeInfo {
  const text = info.trim().slice(0, 1000);
  const pandoc = /^\{\s*\.?([A-Za-z][\w+#-]*)/u.exec(text)?.[1];
  const first = /^[^\s{=,"']+/u.exec(text)?.[0] ?? '';
  const [plain = '', ...rest] = first.split(':');
  const name = (pandoc ?? (/^(?:title|file|filename)$/u.test(first) ? '' : plain)).toLowerCase();
  const stated = /(?:^|[\s{,])(?:title|filename|file)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s,}"']+))/u.exec(text);
  const title = (stated?.[1] ?? stated?.[2] ?? stated?.[3] ?? rest.join(':')).trim();
  return { name, language: languageNamed(name), title: title === '' ? null : title };
}
