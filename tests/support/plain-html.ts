import type { Block, Inline, ListItem, TableCell, Tree } from '../../src/markdown/tree.ts';

/** Draws a tree as the specifications of CommonMark and GitHub draw it, raw HTML and all; what neither knows as elements of its own. For tests of the parser only. */
export function plainHtml(tree: Tree): string {
  return tree.blocks.map((block) => drawBlock(block, false)).join('');
}

function drawBlock(block: Block, tight: boolean): string {
  switch (block.kind) {
    case 'heading':
      return `<h${block.level}>${drawInlines(block.children)}</h${block.level}>\n`;
    case 'paragraph':
      return tight ? drawInlines(block.children) : `<p>${drawInlines(block.children)}</p>\n`;
    case 'list': {
      const tag = block.ordered ? 'ol' : 'ul';
      const start = block.ordered && block.start !== 1 ? ` start="${block.start}"` : '';
      const items = block.items.map((item) => `<li>${boxOf(item)}${itemText(item.blocks, block.tight)}</li>\n`);
      return `<${tag}${start}>\n${items.join('')}</${tag}>\n`;
    }
    case 'quote':
      return `<blockquote>\n${block.blocks.map((inner) => drawBlock(inner, false)).join('')}</blockquote>\n`;
    case 'code':
      return `<pre><code${block.lang === '' ? '' : ` class="language-${escaped(block.lang)}"`}>${escaped(block.value)}</code></pre>\n`;
    case 'rule':
      return '<hr />\n';
    case 'html':
      return block.value;
    case 'table': {
      const rows = block.rows.map((row) => `<tr>\n${rowOf(block, row, 'td')}</tr>\n`).join('');
      const body = rows === '' ? '' : `<tbody>\n${rows}</tbody>\n`;
      return `<table>\n<thead>\n<tr>\n${rowOf(block, block.head, 'th')}</tr>\n</thead>\n${body}</table>\n`;
    }
    case 'callout':
    case 'math':
      return `<x-${block.kind}>`;
  }
}

function boxOf({ task }: ListItem): string {
  if (task === null) return '';
  return task === ' ' ? '<input disabled="" type="checkbox"> ' : '<input checked="" disabled="" type="checkbox"> ';
}

function rowOf({ align }: Extract<Block, { kind: 'table' }>, row: readonly TableCell[], tag: 'th' | 'td'): string {
  return row
    .map(({ children }, i) => {
      const aligned = align[i] == null ? '' : ` align="${align[i]}"`;
      return `<${tag}${aligned}>${drawInlines(children)}</${tag}>\n`;
    })
    .join('');
}

function itemText(blocks: readonly Block[], tight: boolean): string {
  let out = '';
  blocks.forEach((block, i) => {
    const bare = tight && block.kind === 'paragraph';
    if (!bare && (i === 0 || !out.endsWith('\n'))) out += '\n';
    out += drawBlock(block, tight);
  });
  return out;
}

function drawInlines(inlines: readonly Inline[]): string {
  return inlines.map(drawInline).join('');
}

function drawInline(inline: Inline): string {
  switch (inline.kind) {
    case 'text':
      return escaped(inline.value);
    case 'break':
      return '<br />\n';
    case 'strong':
      return `<strong>${drawInlines(inline.children)}</strong>`;
    case 'emphasis':
      return `<em>${drawInlines(inline.children)}</em>`;
    case 'code':
      return `<code>${escaped(inline.value)}</code>`;
    case 'link':
      return anchor(inline.ref.path + inline.ref.subpath, inline.title, drawInlines(inline.children));
    case 'external':
      return anchor(inline.href, inline.title, drawInlines(inline.children));
    case 'embed':
      return image(inline.ref.path + inline.ref.subpath, inline.alt, inline.title);
    case 'remote':
      return image(inline.href, inline.alt, inline.title);
    case 'html':
      return inline.value;
    case 'strike':
      return `<del>${drawInlines(inline.children)}</del>`;
    case 'highlight':
    case 'math':
    case 'tag':
    case 'footnote':
    case 'inline-footnote':
      return `<x-${inline.kind}></x-${inline.kind}>`;
  }
}

function anchor(href: string, title: string | null, text: string): string {
  return `<a href="${address(href)}"${titleOf(title)}>${text}</a>`;
}

function image(href: string, alt: string, title: string | null): string {
  return `<img src="${address(href)}" alt="${escaped(alt)}"${titleOf(title)} />`;
}

function titleOf(title: string | null): string {
  return title === null ? '' : ` title="${escaped(title)}"`;
}

function address(href: string): string {
  return escaped(encodeURI(href).replace(/%25([0-9a-f]{2})/giu, '%$1'));
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
