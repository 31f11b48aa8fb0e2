import { expect, test } from 'vitest';
import { editHref } from '../../src/views/note-body.ts';

test('the address of a note in an editor is the pattern with its path, percent-encoded but for its slashes', () => {
  expect(editHref(null, 'A.md')).toBeNull();
  expect(editHref('obsidian://open?vault=Team&file={path}', 'Über uns/Q&A #1.md')).toBe(
    'obsidian://open?vault=Team&file=%C3%9Cber%20uns/Q%26A%20%231.md',
  );
  expect(editHref('https://example.com/edit/{path}?from={path}', 'a/$& b.md')).toBe(
    'https://example.com/edit/a/%24%26%20b.md?from=a/%24%26%20b.md',
  );
});
