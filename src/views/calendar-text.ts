import type { IsoDate } from '../notes/note.ts';

/** An event of iCalendar (RFC 5545). */
export interface CalendarEvent {
  readonly id: string;
  /** When it was last said. */
  readonly stamp: IsoDate;
  readonly start: IsoDate;
  /** The first day after it; null for the last day that can be written. */
  readonly end: IsoDate | null;
  readonly summary: string;
  /** Lines of it. */
  readonly description: readonly string[];
  readonly categories: readonly string[];
  readonly url: string | null;
  /** 1 the highest, 9 the lowest. */
  readonly priority: number | null;
}

/** The beginning of a calendar. No text here or in events has line ends of its own. */
export function calendarHead(name: string): string {
  return `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Dossier//Actions//EN\r\n${folded(`NAME:${name}`)}${folded(`X-WR-CALNAME:${name}`)}`;
}

export const CALENDAR_END = 'END:VCALENDAR\r\n';

/** An event of whole days that leaves them free. */
export function calendarEvent({ id, stamp, start, end, summary, description, categories, url, priority }: CalendarEvent): string {
  return [
    'BEGIN:VEVENT\r\n',
    folded(`UID:${id}`),
    `SEQUENCE:0\r\nDTSTAMP:${compact(stamp)}T000000Z\r\nDTSTART;VALUE=DATE:${compact(start)}\r\n`,
    end === null ? '' : `DTEND;VALUE=DATE:${compact(end)}\r\n`,
    'X-MICROSOFT-CDO-ALLDAYEVENT:TRUE\r\nX-MICROSOFT-MSNCALENDAR-ALLDAYEVENT:TRUE\r\n',
    folded(`SUMMARY:${escaped(summary)}`),
    'TRANSP:TRANSPARENT\r\n',
    folded(`DESCRIPTION:${description.map(escaped).join('\\n')}`),
    categories.length === 0 ? '' : folded(`CATEGORIES:${categories.map(escaped).join(',')}`),
    url === null ? '' : folded(`URL;VALUE=URI:${escaped(url)}`),
    priority === null ? '' : `PRIORITY:${priority}\r\n`,
    'END:VEVENT\r\n',
  ].join('');
}

function compact(date: IsoDate): string {
  return date.slice(0, 4) + date.slice(5, 7) + date.slice(8);
}

function escaped(text: string): string {
  return /[\\;,]/u.test(text) ? text.replace(/[\\;,]/gu, '\\$&') : text;
}

/** Octets of UTF-8 in a line at most, without its end; one that is longer goes on behind a space. */
const LINE = 74;

/** A line with its end, folded between characters. */
function folded(line: string): string {
  let text = '';
  let from = 0;
  let octets = 0;
  for (let at = 0; at < line.length; at += 1) {
    const code = line.charCodeAt(at);
    const isPair = code >= 0xd800 && code <= 0xdbff;
    const size = code < 0x80 ? 1 : code < 0x800 ? 2 : isPair ? 4 : 3;
    octets += size;
    if (octets > LINE) {
      text += `${line.slice(from, at)}\r\n `;
      from = at;
      octets = size;
    }
    if (isPair) at += 1;
  }
  return `${text}${from === 0 ? line : line.slice(from)}\r\n`;
}
