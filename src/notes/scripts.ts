/**
 * Scripts that are used for one language, or mostly for one, by range of code points (Unicode blocks). Scripts of several languages are told apart by
 * letters below.
 */
const BLOCKS: readonly (readonly [from: number, to: number, script: Script])[] = [
  [0x370, 0x3ff, 'el'],
  [0x400, 0x52f, 'cyrillic'],
  [0x530, 0x58f, 'hy'],
  [0x591, 0x5ff, 'he'],
  [0x600, 0x6ff, 'arabic'],
  [0x700, 0x74f, 'syr'],
  [0x750, 0x77f, 'arabic'],
  [0x780, 0x7bf, 'dv'],
  [0x7c0, 0x7ff, 'nqo'],
  [0x8a0, 0x8ff, 'arabic'],
  [0x900, 0x97f, 'devanagari'],
  [0x980, 0x9ff, 'bn'],
  [0xa00, 0xa7f, 'pa'],
  [0xa80, 0xaff, 'gu'],
  [0xb00, 0xb7f, 'or'],
  [0xb80, 0xbff, 'ta'],
  [0xc00, 0xc7f, 'te'],
  [0xc80, 0xcff, 'kn'],
  [0xd00, 0xd7f, 'ml'],
  [0xd80, 0xdff, 'si'],
  [0xe00, 0xe7f, 'th'],
  [0xe80, 0xeff, 'lo'],
  [0xf00, 0xfff, 'bo'],
  [0x1000, 0x109f, 'my'],
  [0x10a0, 0x10ff, 'ka'],
  [0x1100, 0x11ff, 'ko'],
  [0x1200, 0x139f, 'am'],
  [0x13a0, 0x13ff, 'chr'],
  [0x1400, 0x167f, 'iu'],
  [0x1780, 0x17ff, 'km'],
  [0x1f00, 0x1fff, 'el'],
  [0x3041, 0x30ff, 'kana'],
  [0x3105, 0x312f, 'bopomofo'],
  [0x3130, 0x318f, 'ko'],
  [0x31f0, 0x31ff, 'kana'],
  [0x3400, 0x4dbf, 'han'],
  [0x4e00, 0x9fff, 'han'],
  [0xac00, 0xd7ff, 'ko'],
  [0xf900, 0xfaff, 'han'],
  [0xfb1d, 0xfb4f, 'he'],
  [0xfb50, 0xfdff, 'arabic'],
  [0xfe70, 0xfefe, 'arabic'],
  [0xff66, 0xff9f, 'kana'],
];

/** A language tag, or a script that several languages use. */
type Script = string;

/** One of these is written for several Latin letters. */
const DENSE = new Set<Script>(['han', 'kana', 'ko', 'bopomofo']);
/** How much of a text must stand in a script to be in its language; terms in Latin letters are common in all of them. */
const SHARE = 0.4;

/** Anything that tells a language: letters beyond Latin, and its signs. */
const BEYOND_LATIN = /[\u0370-\u1cff\u1f00-\u1fff\u3041-\ud7ff\uf900-\ufdff\ufe70-\ufefe\uff66-\uff9f\ud802\ud803\ud83a\ud83b]/;

/** Whether a text has letters beyond Latin ones. Costs next to nothing where it has not. */
export function isBeyondLatin(text: string): boolean {
  return BEYOND_LATIN.test(text);
}

/** The language a text is written in, by its scripts alone; null when Latin letters prevail. One pass, and none for text in Latin letters. */
export function languageOfScripts(text: string): string | null {
  if (!isBeyondLatin(text)) return null;
  const counts = countScripts(text);
  const cjk = sum(counts, ['han', 'kana', 'ko', 'bopomofo']);
  const groups = new Map<Script, number>([...counts].filter(([script]) => !DENSE.has(script)));
  if (cjk > 0) groups.set('cjk', cjk * 2);
  const [script, count] = [...groups].reduce((best, entry) => (entry[1] > best[1] ? entry : best), ['', 0] as [Script, number]);
  const latin = countLatin(text);
  const others = [...groups.values()].reduce((total, value) => total + value, 0);
  if (count === 0 || count < (latin + others) * SHARE) return null;
  switch (script) {
    case 'cjk':
      return languageOfCjk(text, counts);
    case 'arabic':
      return languageOfArabic(text);
    case 'cyrillic':
      return languageOfCyrillic(text);
    case 'devanagari':
      return text.includes('ळ') ? 'mr' : 'hi';
    default:
      return script;
  }
}

function countScripts(text: string): ReadonlyMap<Script, number> {
  const counts = new Map<Script, number>();
  let known: (typeof BLOCKS)[number] | undefined;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    if (unit < 0x370) continue;
    // Letters of one script come in runs.
    if (known === undefined || unit < known[0] || unit > known[1]) known = blockOf(unit);
    if (known !== undefined) counts.set(known[2], (counts.get(known[2]) ?? 0) + 1);
  }
  return counts;
}

function countLatin(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    const lower = unit | 0x20;
    if ((lower >= 0x61 && lower <= 0x7a && unit < 0x80) || (unit >= 0xc0 && unit <= 0x24f) || (unit >= 0x1e00 && unit <= 0x1eff))
      count += 1;
  }
  return count;
}

function blockOf(unit: number): (typeof BLOCKS)[number] | undefined {
  let low = 0;
  let high = BLOCKS.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const block = BLOCKS[middle];
    if (block === undefined || unit < block[0]) high = middle - 1;
    else if (unit > block[1]) low = middle + 1;
    else return block;
  }
  return undefined;
}

function sum(counts: ReadonlyMap<Script, number>, scripts: readonly Script[]): number {
  return scripts.reduce((total, script) => total + (counts.get(script) ?? 0), 0);
}

/** Characters that only one of the two ways of writing Chinese has, the most common ones. */
const SIMPLIFIED =
  /[这来们个为说时会对经发现实动问点过还没关开书长门见车马风电语请读写让认识应该进远运连边体产业务习乐义举乡国学图线网级设计数据变获录总结题类听热爱亲话谁间机构标签]/g;
const TRADITIONAL =
  /[這來們個為說時會對經發現實動問點過還沒關開書長門見車馬風電語請讀寫讓認識應該進遠運連邊體產業務習樂義舉鄉國學圖線網級設計數據變獲錄總結題類聽熱愛親話誰間機構標籤]/g;

function languageOfCjk(text: string, counts: ReadonlyMap<Script, number>): string {
  const [han, kana, hangul] = [sum(counts, ['han', 'bopomofo']), sum(counts, ['kana']), sum(counts, ['ko'])];
  // Japanese mixes both; a lone の in Chinese decorates.
  if (hangul > kana && hangul * 2 >= han) return 'ko';
  if (kana * 10 >= han) return 'ja';
  const simplified = text.match(SIMPLIFIED)?.length ?? 0;
  const traditional = text.match(TRADITIONAL)?.length ?? 0;
  if (simplified >= 2 && simplified > traditional * 4) return 'zh-Hans';
  if (counts.has('bopomofo') || (traditional >= 2 && traditional > simplified * 4)) return 'zh-Hant';
  return 'zh';
}

function languageOfArabic(text: string): string {
  if (/[ٹڈڑںے]/.test(text)) return 'ur';
  if (/[ێۆڵڕ]/.test(text)) return 'ckb';
  if (/[ښځړډڼ]/.test(text)) return 'ps';
  const persian = text.match(/[پچژگیک]/g)?.length ?? 0;
  const arabic = text.match(/[يكةىأإؤ]/g)?.length ?? 0;
  return persian > arabic ? 'fa' : 'ar';
}

function languageOfCyrillic(text: string): string {
  if (/[ўЎ]/.test(text)) return 'be';
  if (/[їЇєЄґҐ]/.test(text)) return 'uk';
  if (/[ќЌѓЃѕЅ]/.test(text)) return 'mk';
  if (/[јЈљЉњЊћЋђЂџЏ]/.test(text)) return 'sr';
  if (/[қҚңҢғҒұҰ]/.test(text)) return 'kk';
  if (/[өӨүҮ]/.test(text)) return 'mn';
  return /[ъЪ]/.test(text) && !/[ыЫэЭёЁ]/.test(text) ? 'bg' : 'ru';
}
