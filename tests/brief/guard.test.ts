import { describe, expect, test } from 'vitest';
import { partsOf, withBrief } from '../support/brief-forms.ts';
import { spokenPicture } from '../support/brief-pictures.ts';

const ACCOUNT = 'Northwind Grocers';

/** Where the words stand, if they do. */
const spilled = (text: string): readonly string[] => text.match(/.{0,40}(?:zeus|project.{0,3}hera).{0,40}/giu) ?? [];

/** What a brief of one note shows when words are to be blacked out; rejects when it is stopped. */
async function drawn(body: string, redact: readonly string[] = ['Zeus', 'Project Hera'], more: Record<string, string | Uint8Array> = {}) {
  const files = {
    'Customers/Northwind Grocers/2026-03-18 - Call.md': `---\naccount: Northwind Grocers\ntags: [x]\n---\n## Decisions\n\n- One\n\n${body}\n`,
    'dossier.yaml': `briefs:\n  customer:\n    redact: ${JSON.stringify(redact)}\n`,
    ...more,
  };
  const parts = await withBrief(files, ACCOUNT, partsOf);
  return [...parts.values()].map((bytes) => Buffer.from(bytes).toString('utf8')).join('\n');
}

describe('a word that is to be blacked out', () => {
  test.each([
    ['as it is', 'Of Zeus, ZEUS and zeus.'],
    ['over white space', 'Of Project  Hera and project\u00a0hera.'],
    ['in an address', '[x](https://shop.example/project-hera?q=Zeus)'],
    ['in code', 'Of `Zeus`.'],
    ['in a note that is linked to', 'See [[Zeus plan]] and ![[Project Hera]].'],
    ['in a task', '- [ ] Ask Zeus @Zeus 📅 2026-04-01'],
    ['in the words of a picture', '![Zeus](https://shop.example/a.png)'],
  ])('is black: %s', async (_, body) => {
    const text = await drawn(body);
    expect(/█████|%E2%96%88/u.test(text)).toBe(true);
    expect(spilled(text)).toEqual([]);
  });

  test.each([
    ['in pieces of emphasis', 'Of **Ze**us.'],
    ['in pieces of HTML', 'Of Ze<b>us</b>.'],
    ['in pieces of a link', 'Of [Ze](https://shop.example/)us.'],
    ['over lines', 'Of Project\nHera.'],
    ['over marks', 'Of ==Project== *Hera*.'],
    ['with an invisible sign', 'Of Ze\u200bus and Ze\u00adus.'],
    ['in another width', 'Of Ｚｅｕｓ.'],
    ['in an escaped address', '[x](https://shop.example/%5aeus)'],
    ['in one word, and in a tag', 'Of ProjectHera, #ProjectHera and #project/hera, Project**Hera**.'],
    ['in letters of a formula', 'Of $Z e u s$ and $\\text{Ze}\\text{us}$.'],
    ['around the mark of a footnote', 'Of Ze[^1]us.\n\n[^1]: x'],
    ['around a picture', 'Of Ze![](x.png)us.'],
    ['in an address in an address', '[x](https://shop.example/?to=%255aeus)'],
    ['with an invisible sign between words', 'Of Project \u200bHera.'],
    ['in an entity of an attribute', '<a href="https://shop.example" title="&#90;eus">x</a>'],
  ])('never comes through: %s', async (_, body) => {
    const made = drawn(body);
    const outcome = await made.then(
      (text) => ({ text, message: '' }),
      (error: Error) => ({ text: '', message: error.message }),
    );
    expect(spilled(outcome.text)).toEqual([]);
    if (outcome.message !== '') expect(outcome.message).toMatch(/blacked out.+Call\.md(?::(?:9|10))?\)\.$/u);
    else expect(outcome.text.includes('█████')).toBe(true);
  });

  test.each(['Search', 'Open actions', 'Decisions', 'Actions', 'Timeline'])('may be a word of the theme’s own: %s', async (word) => {
    expect((await drawn(`Of ${word}.`, [word])).includes('Of █████.')).toBe(true);
    await expect(drawn(`Of **${word.slice(0, 3)}**${word.slice(3)}.`, [word])).rejects.toThrow('blacked out');
  });
});

test('letters that stand in the digest of a file or in the bytes of a picture are no word', async () => {
  const picture = await spokenPicture('png', 'bcdfghjklmnpqrst', 1);
  const body = `![[x.png|a]] ![b](data:image/png;base64,${picture.toString('base64')})`;
  const name = /files\/([0-9a-f]{32})\.png/u.exec(await drawn(body, [], { 'x.png': picture }))?.[1] ?? '';
  const text = await drawn(body, ['iVBOR', 'RU5E', name.slice(9, 14), name.slice(20, 25)], { 'x.png': picture });
  expect(text.includes('base64,iVBOR')).toBe(true);
  expect(text).toMatch(/src="\.\.\/files\/[0-9a-f]{32}\.png"/u);
});

test.each(['list.txt', 'plan.svg'])('a file that ships with such a word stops the brief: %s', async (name) => {
  const text = '<svg xmlns="http://www.w3.org/2000/svg"><text>Of Zeus</text></svg>';
  const config = 'briefs:\n  customer:\n    attachments: ["*.txt"]\n    redact: [Zeus]\n';
  await expect(drawn(`![[${name}]]`, [], { [name]: text, 'dossier.yaml': config })).rejects.toThrow(/not-clean.+blacked out/u);
  expect(await drawn('Nothing.', [], { [name]: text, 'dossier.yaml': config })).not.toContain('Zeus');
});

test('words that the program itself uses can be blacked out', async () => {
  const text = await drawn('The kickpath leads [here](https://shop.example/kickpath) and kickline.', [
    'kickpath',
    'path',
    'ref',
    'value',
    'href',
    'kickline',
  ]);
  expect(text).not.toMatch(/kick/u);
});

test('the place of what came through is told by file and line', async () => {
  await expect(drawn('Fine.\n\nMail ann.**lee@shop**.example today, @Ann.')).rejects.toThrow('Call.md:11)');
  await expect(drawn('Fine.\n\nOf **Ze**us.')).rejects.toThrow('Call.md:11)');
  await expect(drawn('Fine.\n\nOf [Ze](https://shop.example)us.')).rejects.toThrow('Call.md:11)');
});

test.each([
  ['Straße', 'Of STRASSE and strasse.'],
  ['O’Neil', "Of O'Neil."],
  ['AB-12', 'Of AB-12 and AB‑12.'],
  ['500000', 'Of 500000.'],
])('a word is black however it is typed: %s', async (word, body) => {
  expect(await drawn(body, [word])).not.toMatch(/strasse|neil|ab.12|500000/iu);
});

test.each(['5**00**000', '| a |\n| - |\n| 5**00**000 |', '## 500*000*'])('figures in pieces stop the brief: %j', async (body) => {
  await expect(drawn(body, ['500000'])).rejects.toThrow('blacked out');
});

test.each([
  ['plan.svg', '<svg xmlns="http://www.w3.org/2000/svg"><text><tspan>Ze</tspan><tspan>us</tspan></text></svg>', 'blacked out'],
  ['plan.svg', '<svg xmlns="http://www.w3.org/2000/svg"><text>ann@shop.example</text></svg>', 'e-mail'],
  ['list.txt', 'Mail ann@shop.example today.', 'e-mail'],
])('a file that says so stops the brief: %s', async (name, text, why) => {
  const config = 'briefs:\n  customer:\n    attachments: ["*.txt"]\n    redact: [Zeus]\n';
  await expect(drawn(`![[${name}]]`, [], { [name]: text, 'dossier.yaml': config })).rejects.toThrow(why);
});

describe('an address of mail', () => {
  test.each(['ann＠shop.example', '"ann lee"@shop.example', "ann.o'lee@shop.example"])('is black: %s', async (mail) => {
    expect(await drawn(`Mail ${mail} today.`)).not.toMatch(/shop\.example|ann/u);
  });

  test('in pieces ends the brief', async () => {
    expect(await drawn('Mail ann.lee@shop.example today.')).not.toContain('shop.example');
    await expect(drawn('Mail ann.**lee@shop**.example today.')).rejects.toThrow('e-mail');
    await expect(drawn('Mail [x](https://shop.example/?to=ann%40shop.example)')).rejects.toThrow('e-mail');
  });
});

describe('a picture that is written out in a note', () => {
  test('is drawn anew, or not shown', async () => {
    const picture = (await spokenPicture('jpeg', 'bcdfghjklmnpqrst', 1)).toString('base64');
    const text = await drawn(`![a](data:image/jpeg;base64,${picture})\n\n<img alt="b" src="data:image/jpeg;base64,${picture}">`);
    expect(text).toContain('data:image/jpeg;base64,');
    expect(text).not.toContain(picture.slice(0, 200));
    expect(await drawn('![a](data:image/png;base64,AAAA)')).not.toContain('data:image/png');
  });

  test('ends the brief where it is escaped', async () => {
    const picture = (await spokenPicture('jpeg', 'bcdfghjklmnpqrst', 1)).toString('base64');
    await expect(drawn(`<img alt="b" src="data&#58;image/jpeg;base64,${picture}">`)).rejects.toThrow('written out');
  });
});
