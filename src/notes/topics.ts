import type { Section } from './note.ts';

/** Topics of a Topics section: its list items, or its text split at commas and semicolons outside parentheses. */
export function topicsFrom(section: Section, plain: (markdown: string) => string): readonly string[] {
  if (section.items.length > 0) return section.items.map((item) => plain(item.text)).filter((text) => text !== '');
  return splitTopics(section.text);
}

/** `a, b (c, d), e` → `a`, `b (c, d)`, `e`. */
export function splitTopics(text: string): readonly string[] {
  const topics: string[] = [];
  let depth = 0;
  let current = '';
  for (const char of text) {
    if (char === '(' || char === '[') depth += 1;
    if (char === ')' || char === ']') depth = Math.max(0, depth - 1);
    if (depth === 0 && (char === ',' || char === ';' || char === '\n')) {
      topics.push(current);
      current = '';
    } else current += char;
  }
  topics.push(current);
  return topics.map((topic) => topic.replace(/\s+/gu, ' ').trim().replace(/\.$/u, '')).filter((topic) => topic !== '');
}
