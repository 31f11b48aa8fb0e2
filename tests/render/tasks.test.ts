import { expect, test } from 'vitest';
import { memorySite } from '../support/memory-vault.ts';

/** The text of a note as its page draws it. */
function drawn(text: string): string {
  const page = memorySite({ 'n.md': text }).page('notes/n.html' as never);
  return page?.view.kind === 'note' ? String(page.view.body.html) : '';
}

test('every field of a task is said', () => {
  const html = drawn(
    '- [ ] Send **it** @Ann 🔺 🔁 every week 🛫 2026-01-01 ⏳ 2026-01-02 📅 2026-01-03 ➕ 2026-01-04 🆔 one 🏁 delete\n- [-] Drop ⛔ one,two ❌ 2026-01-05\n- [x] Did ✅ 2026-01-06',
  );
  for (const words of [
    'Repeats every week',
    'Starts <time',
    'Planned for <time',
    'Created <time',
    'Id one',
    'When done: delete',
    'highest priority',
  ]) {
    expect(html).toContain(words);
  }
  expect(html).toContain('data-due="2026-01-03"');
  expect(html).toContain('After <a class="link" href="#l-1">Send it</a>, two');
  expect(html).toContain('Cancelled on <time datetime="2026-01-05">');
  expect(html).toContain('Done on <time datetime="2026-01-06">');
});

test('a sign that is no state of ours is shown and said', () => {
  const html = drawn('- [!] a\n- [>] b\n- [§] c\n- [<] d\n- [x] e\n- [h] f');
  expect([...html.matchAll(/class="sign" aria-hidden="true">([^<]+)</gu)].map((match) => match[1])).toEqual(['!', '&gt;', '§', '&lt;']);
  expect([...html.matchAll(/<span class="aside">([^<]+)</gu)].map((match) => match[1])).toEqual([
    'Important',
    'Forwarded',
    'marked §',
    'Scheduled',
  ]);
  expect(html.match(/>Open: </gu)).toHaveLength(4);
});

test('tasks stand in callouts, quotes, embeds and below each other; in a table they are text', () => {
  const html = drawn('- [ ] a\n\t- [x] b\n\t\t- [/] c\n\n> [!todo]\n> - [ ] d\n\n> - [ ] e\n\n| t |\n|---|\n| - [ ] f |');
  expect(html.match(/<li class="box /gu)).toHaveLength(5);
  expect(html).toContain('<td>- [ ] f</td>');
});
