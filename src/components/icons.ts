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
  canvas: '<path d="M2 3h5v4H2zM9 9h5v4H9zM4.5 7v4H9"/>',
  ghost: '<path d="M3.5 2h6l3 3v9h-9z" stroke-dasharray="2 1.8"/>',
  info: '<circle cx="8" cy="8" r="6"/><path d="M8 7.25v4M8 4.9v.1"/>',
  warn: '<path d="M8 2 14.5 13.5h-13zM8 6.4v3.2M8 11.5v.1"/>',
  // callouts
  pen: '<path d="m3 10.5 7.5-7.5 2.5 2.5-7.5 7.5L2.5 13.5zM8.75 4.75l2.5 2.5"/>',
  gist: '<path d="M3.5 3.5h9v10.5h-9zM6 2h4v3H6zM6 8h4M6 11h2.5"/>',
  todo: '<path d="M13.5 7.5v6h-11v-11H10"/><path d="m5.5 7 2.75 2.75L14 3.5"/>',
  tip: '<path d="M5.75 11.25C4.5 10.5 3.75 9.25 3.75 7.5a4.25 4.25 0 0 1 8.5 0c0 1.75-.75 3-2 3.75zM6.5 14h3"/>',
  tick: '<path d="m2.75 8.5 3.5 3.5 7-8"/>',
  question: '<circle cx="8" cy="8" r="6"/><path d="M6.25 6.4C6.25 5.3 7 4.6 8 4.6s1.75.7 1.75 1.7c0 1.2-1.75 1.35-1.75 2.6M8 11.2v.1"/>',
  cross: '<path d="m3.5 3.5 9 9M12.5 3.5l-9 9"/>',
  bolt: '<path d="M9 1.75 3 9.25h4.25L7 14.25l6-7.5H8.75z"/>',
  bug: '<path d="M5 7.25a3 3 0 0 1 6 0v3a3 3 0 0 1-6 0zM5.75 4.75C5.75 3.5 6.75 2.5 8 2.5s2.25 1 2.25 2.25M8 7v6M2.5 5.5 5 7M13.5 5.5 11 7M2 9.5h3M11 9.5h3M3 14l2.25-2M13 14l-2.25-2"/>',
  bullets: '<path d="M6 4h8M6 8h8M6 12h8M2.5 4v.1M2.5 8v.1M2.5 12v.1"/>',
  quote: '<path d="M3 11.5c2.25-.5 3.5-2 3.5-4.5V4.5h-4V8H5M9.5 11.5C11.75 11 13 9.5 13 7V4.5H9V8h2.5"/>',
  // files and what other sites hold
  picture: '<path d="M2 3h12v10H2zM2 11l3.5-3.5L9 11l2-2 3 3M10.5 5.9v.1"/>',
  sound: '<path d="M2 6h2.75L8.5 3v10L4.75 10H2zM11 5.75a3.25 3.25 0 0 1 0 4.5M13 3.75a6 6 0 0 1 0 8.5"/>',
  film: '<path d="M1.75 3h12.5v10H1.75z"/><path d="M6.5 5.5v5L11 8z" fill="currentColor"/>',
  pages: '<path d="M5.5 1.75h5L14 5.25v7H5.5zM10.5 1.75v3.5H14M11 14.25H2.5V4.5"/>',
  web: '<circle cx="8" cy="8" r="6"/><path d="M2 8h12M8 2c4 4 4 8 0 12M8 2C4 6 4 10 8 14"/>',
  file: '<path d="M3.5 2h6l3 3v9h-9zM9.5 2v3h3M6 8.5h4M6 11h4"/>',
  table: '<path d="M2 3h12v10H2zM2 6.5h12M2 9.75h12M6.5 6.5V13"/>',
};

const mark =
  '<symbol id="i-mark" viewBox="0 0 18 18"><path d="M1.5 4.5h5l1.5 2h8.5v9h-15z" fill="none" stroke="currentColor" stroke-width="1.6" stroke-linejoin="round"/><path d="M4.5 10h9M4.5 12.75h5.5" stroke="currentColor" stroke-width="1.6"/></symbol>';

/** Needed on every page: the frame's own, and those the scripts may put in place of others. */
const always = ['search', 'list'];
/** What a script may put beside a due date. */
const pressing = ['late', 'soon'];

const names: readonly string[] = Object.keys(glyphs).sort();

/** All glyphs, numbered. */
export const glyphNumbers: ReadonlyMap<string, number> = new Map(names.map((name, number) => [name, number]));

/** Stands in a page where its sprite goes: which glyphs it needs is known when it is drawn. Never text of a note, which is escaped. */
export const SPRITE_PLACE = '<!--icons-->';

/** The symbols a page refers to, and no others, as one hidden sprite. `due`: it has due dates, which a script may mark. */
export function spriteFrom(isUsed: (glyph: string) => boolean, due: boolean): string {
  let symbols = mark;
  for (const name of names) if (isUsed(name) || always.includes(name) || (due && pressing.includes(name))) symbols += symbolOf(name);
  return `<svg width="0" height="0" class="vh" aria-hidden="true" focusable="false"><defs>${symbols}</defs></svg>`;
}

function symbolOf(name: string): string {
  return `<symbol id="i-${name}" viewBox="0 0 16 16">${glyphs[name]}</symbol>`;
}
