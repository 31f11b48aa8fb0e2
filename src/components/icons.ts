/** Glyphs by name, drawn in a 16 × 16 box at text size with the current colour. */
const glyphs: Record<string, string> = {
  search: '<circle cx="7" cy="7" r="4.75"/><path d="m10.5 10.5 3.5 3.5"/>',
  list: '<path d="M2 4h12M2 8h12M2 12h12"/>',
  open: '<circle cx="8" cy="8" r="5.75"/>',
  half: '<circle cx="8" cy="8" r="5.75"/><path d="M8 4.5a3.5 3.5 0 0 1 0 7z" fill="currentColor" stroke="none"/>',
  ask: '<circle cx="8" cy="8" r="5.75" stroke-dasharray="2.2 2.315"/><circle cx="8" cy="8" r="1.25" fill="currentColor" stroke="none"/>',
  hold: '<circle cx="8" cy="8" r="5.75"/><path d="M6.4 5.75v4.5M9.6 5.75v4.5"/>',
  done: '<circle cx="8" cy="8" r="5.75"/><path d="m5.4 8.2 1.9 1.9 3.5-4"/>',
  off: '<circle cx="8" cy="8" r="5.75"/><path d="m4 12 8-8"/>',
  late: '<path d="M8 2 14.5 13.5h-13z" fill="currentColor"/><path d="M8 6.4v3.2M8 11.5v.1" stroke="var(--paper)" stroke-width="1.6"/>',
  soon: '<circle cx="8" cy="8" r="5.75"/><path d="M8 4.8V8l2.2 1.4"/>',
  up2: '<path d="m4 8 4-4 4 4M4 12l4-4 4 4"/>',
  up: '<path d="m4 10 4-4 4 4"/>',
  mid: '<path d="M4 6.5h8M4 9.5h8"/>',
  down: '<path d="m4 6 4 4 4-4"/>',
  desc: '<path d="m4 6 4 4.5L12 6z" fill="currentColor"/>',
  asc: '<path d="m4 10 4-4.5L12 10z" fill="currentColor"/>',
  meet: '<path d="M2.5 3.5h11v10h-11zM2.5 6.5h11M5.5 2v2.5M10.5 2v2.5"/>',
  note: '<path d="M3.5 2h6l3 3v9h-9zM9.5 2v3h3"/>',
  acct: '<path d="M2.5 14V4.5l6-2.5v12M8.5 6.5l5 1.5v6M1.5 14h13M5 6.5v.1M5 9.5v.1M11 10.5v.1"/>',
  proj: '<path d="M2.5 2.5v11h11M5 11l3-3.5 2 2 3.5-5"/>',
  pers: '<circle cx="8" cy="5.25" r="2.75"/><path d="M2.75 14c.5-3 2.5-4.25 5.25-4.25s4.75 1.25 5.25 4.25"/>',
  fold: '<path d="M1.75 4h4.5L7.75 6h6.5v7.5H1.75z"/>',
  tag: '<path d="M2.5 2.5h5.25L14 8.75 8.75 14 2.5 7.75zM5.25 5.25v.1"/>',
  ghost: '<path d="M3.5 2h6l3 3v9h-9z" stroke-dasharray="2 1.8"/>',
  info: '<circle cx="8" cy="8" r="6"/><path d="M8 7.25v4M8 4.9v.1"/>',
  warn: '<path d="M8 2 14.5 13.5h-13zM8 6.4v3.2M8 11.5v.1"/>',
};

const mark =
  '<symbol id="i-mark" viewBox="0 0 18 18"><path d="M1.5 4.5h5l1.5 2h8.5v9h-15z" fill="none" stroke="currentColor" stroke-width="1.6" stroke-linejoin="round"/><path d="M4.5 10h9M4.5 12.75h5.5" stroke="currentColor" stroke-width="1.6"/></symbol>';

/** Needed on every page: the frame's own, and those the scripts may put in place of others. */
const always = ['search', 'list'];

/** Stands in a page where its sprite goes: which glyphs it needs is known when it is drawn. Never text of a note, which is escaped. */
export const SPRITE_PLACE = '<!--icons-->';

/** The page with the symbols it refers to (`href="#i-…"`), and no others, as one hidden sprite in the place kept for it. */
export function withSprite(html: string): string {
  const at = html.indexOf(SPRITE_PLACE);
  return at === -1 ? html : html.slice(0, at) + spriteOfPage(html) + html.slice(at + SPRITE_PLACE.length);
}

/** The sprite of a page. */
export function spriteOfPage(html: string): string {
  const used = new Set(always);
  for (let at = html.indexOf(REFERENCE); at !== -1; at = html.indexOf(REFERENCE, at + REFERENCE.length)) {
    const from = at + REFERENCE.length;
    used.add(html.slice(from, html.indexOf('"', from)));
  }
  if (html.includes('data-due=')) used.add('late').add('soon');
  const symbols = [...used].sort().map((name) => symbolOf(name));
  return `<svg width="0" height="0" class="vh" aria-hidden="true" focusable="false"><defs>${mark}${symbols.join('')}</defs></svg>`;
}

const REFERENCE = 'href="#i-';

function symbolOf(name: string): string {
  const glyph = Object.hasOwn(glyphs, name) ? glyphs[name] : undefined;
  return glyph === undefined ? '' : `<symbol id="i-${name}" viewBox="0 0 16 16">${glyph}</symbol>`;
}
