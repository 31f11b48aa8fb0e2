import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';

const PAGE = `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ .Title }} · {{ .Site.Title }}</title><link rel="stylesheet" href="{{ "site.css" | relURL }}"></head>
<body><header><a href="{{ "/" | relURL }}">{{ .Site.Title }}</a> <nav>{{ range .Site.Sections }}<a href="{{ .RelPermalink }}">{{ .Title }}</a> {{ end }}</nav></header>
<main data-pagefind-body>{{ block "main" . }}{{ end }}</main></body></html>`;
const SINGLE = `{{ define "main" }}<article><h1>{{ .Title }}</h1>{{ with .Date }}<time>{{ .Format "2006-01-02" }}</time>{{ end }}
{{ .Content }}<aside>{{ .TableOfContents }}</aside>
<footer>{{ range .GetTerms "tags" }}<a href="{{ .RelPermalink }}">{{ .Title }}</a> {{ end }}
{{ with .PrevInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }} {{ with .NextInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}</footer></article>{{ end }}`;
const LIST = `{{ define "main" }}<h1>{{ .Title }}</h1><ul>{{ range (.Paginate .Pages 100).Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a> {{ .Date.Format "2006-01-02" }}</li>{{ end }}</ul>
{{ template "_internal/pagination.html" . }}{{ end }}`;

/** An address is the place of a note in the list, with what reads in plain letters before it. */
const plain = (text) =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, '-')
    .slice(0, 80) || 'notes';

/**
 * Writes the notes of a vault as a Hugo site into an empty folder. Hugo knows no wikilinks: they are turned into Markdown links here, before
 * its time is taken. Its pages have tags and lists, and neither backlinks nor anything drawn from the notes.
 */
export function writeHugoSite(vault, dir) {
  const notes = readdirSync(vault, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.md'))
    .map((entry) => ({ file: path.join(entry.parentPath, entry.name), name: entry.name.slice(0, -3) }));
  const urls = new Map();
  for (const [at, note] of notes.entries()) {
    const section = plain(path.relative(vault, path.dirname(note.file)).split(path.sep)[0]);
    note.page = `${section}/${plain(note.name)}-${at}`;
    urls.set(note.name.toLowerCase(), `/${note.page}/`);
  }
  const linked = (text) =>
    text.replace(/!?\[\[([^\]|#]*)(?:#[^\]|]*)?(?:\|([^\]]*))?\]\]/gu, (_, target, shown) => {
      const url = urls.get(target.trim().split('/').at(-1)?.toLowerCase());
      return url ? `[${shown ?? target}](${url})` : (shown ?? target);
    });
  for (const { file, name, page } of notes) {
    const [, yaml = '', content = ''] = /^(?:---\n([\s\S]*?)\n---\n)?([\s\S]*)$/u.exec(readFileSync(file, 'utf8')) ?? [];
    const { date, tags } = parse(yaml) ?? {};
    put(path.join(dir, 'content', `${page}.md`), `${JSON.stringify({ title: name, date, tags })}\n\n${linked(content)}`);
  }
  put(path.join(dir, 'config.toml'), 'baseURL = "/"\ntitle = "Bench"\n[markup.goldmark.renderer]\nunsafe = true\n');
  put(path.join(dir, 'layouts/_default/baseof.html'), PAGE);
  put(path.join(dir, 'layouts/_default/single.html'), SINGLE);
  put(path.join(dir, 'layouts/_default/list.html'), LIST);
  put(path.join(dir, 'static/site.css'), 'body{max-width:60rem;margin:auto;font:1rem/1.5 sans-serif}');
}

function put(file, text) {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}
