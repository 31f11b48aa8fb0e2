import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import ical, { ICalEventTransparency } from 'ical-generator';
import { expect, test } from 'vitest';
import { oneLine } from '../../src/views/action-words.ts';
import { CALENDAR_END, calendarEvent, calendarHead } from '../../src/views/calendar-text.ts';
import { csvRow } from '../../src/views/csv-text.ts';
import '../support/seed.ts';

const piece = fc.constantFrom(
  'a',
  'Z9',
  ' ',
  '  ',
  ',',
  ';',
  '\\',
  '\\n',
  '"',
  "'",
  ':',
  '=',
  'é',
  '漢',
  '😀',
  '\u00a0',
  '\u2028',
  '\t',
  '\r\n',
  '\n',
  '\u0001',
  '\u0085',
  '\ud800',
);
const text = fc.array(piece, { maxLength: 80 }).map((pieces) => pieces.join(''));
const line = text.map(oneLine);

test('a text is one line as if nothing were looked at first', () => {
  fc.assert(
    fc.property(text, (given) => {
      expect(oneLine(given)).toBe(
        given
          .toWellFormed()
          .replace(/[\s\p{Cc}]+/gu, ' ')
          .trim(),
      );
    }),
  );
});

test('rows of tables are those of csv-stringify', () => {
  fc.assert(
    fc.property(fc.array(text, { minLength: 2, maxLength: 5 }), (cells) => {
      expect(csvRow(cells)).toBe(stringify([cells], { record_delimiter: '\r\n', quote_record_delimiter: true }));
    }),
  );
});

test('calendars are those of ical-generator', () => {
  const day = fc.constantFrom('2026-03-10', '0999-01-01', '9999-12-31');
  const event = fc.record({
    id: fc.constantFrom('abc@dossier', '0123456789'),
    stamp: day,
    start: fc.constant('2026-03-10'),
    end: fc.constantFrom('2026-03-11', null),
    summary: line,
    description: fc.array(line, { maxLength: 4 }),
    categories: fc.array(
      line.map((words) => `t${words}`),
      { maxLength: 3 },
    ),
    url: fc.constantFrom(null, 'https://notes.example.com/a%2Cb.html#l-8', `https://notes.example.com/${'long/'.repeat(20)}`),
    priority: fc.constantFrom(null, 1, 9),
  });
  const midnight = (date: string): string => `${date}T00:00:00Z`;
  fc.assert(
    fc.property(line, fc.array(event, { maxLength: 3 }), (title, events) => {
      const name = `Actions – ${title}`;
      const calendar = ical({ name, prodId: { company: 'Dossier', product: 'Actions', language: 'EN' } });
      for (const { id, stamp, start, end, summary, description, categories, url, priority } of events) {
        const made = calendar.createEvent({
          id,
          stamp: midnight(stamp),
          start: midnight(start),
          end: end === null ? null : midnight(end),
          allDay: true,
          summary,
          description: description.join('\n'),
          transparency: ICalEventTransparency.TRANSPARENT,
          priority,
          categories: categories.map((category) => ({ name: category })),
        });
        if (url !== null) made.url(url);
      }
      expect(calendarHead(name) + events.map(calendarEvent).join('') + CALENDAR_END).toBe(`${calendar.toString()}\r\n`);
    }),
  );
});
