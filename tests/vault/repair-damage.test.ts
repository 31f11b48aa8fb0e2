import { describe, expect, test } from 'vitest';
import type { Codepage } from '../../src/vault/codepage.ts';
import { repairText } from '../../src/vault/repair.ts';

/** Bytes without a meaning, which some programs drop and some keep as control characters. */
const UNDEFINED: Readonly<Record<Codepage, readonly number[]>> = {
  'windows-1252': [0x81, 0x8d, 0x8f, 0x90, 0x9d],
  'windows-1254': [0x81, 0x8d, 0x8e, 0x8f, 0x90, 0x9d, 0x9e],
};

function damaged(text: string, page: Codepage, times: number, isDropped: boolean): string {
  const bytes = [...new TextEncoder().encode(text)].filter((byte) => !isDropped || !UNDEFINED[page].includes(byte));
  const once = new TextDecoder(page).decode(Uint8Array.from(bytes));
  return times === 1 ? once : damaged(once, page, times - 1, isDropped);
}

const TEXTS = [
  'Northwind’s plan – “done” … 📅',
  '- [ ] x 📅 2026-01-01 🔺 #task é ü',
  'Größe → 5 € ™ — naïve “q” x',
  'İstanbul’da ğüşıöç – São João’s ação',
  '- [ ] a’s ⏫ b\n- [ ] c ⏫\n- [ ] d ⏳ 2026-01-01\n- [ ] e 🔁 every day\n- [ ] f ❌ 2026-01-01\n- [ ] g 🏁 delete\n- [ ] h ⏬ #t\n- [ ] i ➕ 2026-01-01\n- [ ] j ⌛ 2026-01-01 🛫 2026-01-02 🆔 x ⛔ y 🔼 🔽',
];

describe.each<Codepage>(['windows-1252', 'windows-1254'])('text read as %s', (page) => {
  test.each(TEXTS)('with undefined bytes dropped, once: %s', (text) =>
    expect(repairText(damaged(text, page, 1, true))).toMatchObject({ text, damaged: [] }),
  );
  test.each(TEXTS)('kept, up to three times: %s', (text) => {
    for (const times of [1, 2, 3]) expect(repairText(damaged(text, page, times, false))).toMatchObject({ text, damaged: [] });
  });
});

test.each([
  'Das Gemüse — „schön“ … größer ½ × 3 ±2°',
  'Türkçe: ğüşıöç İĞÜŞÇÖ â î û – “Ankara” ğ Ÿ',
  'São João: não â ê ô ã õ “coração” AMANHÃ » x',
  'Tiếng Việt: Đường phố Hà Nội – ưu điểm ầ ấ ẫ ậ',
  'L’été « à la carte » — œuvre, Noël, ÂGE, HÔTEL, château Â » â « x »',
  'Íslenska: ð þ æ ö Ð – român â ă î ș ț – ¿Qué? ñ Ñ',
  '™ € → ✓ 📅 🔺 ⏫ Œuvre 10 Å— Ō¬o',
  '- [ ] tâche â « b » 📅 2026-01-01 ⏫',
])('clean text is left alone: %s', (text) => expect(repairText(text)).toEqual({ text, repairs: [], damaged: [] }));
