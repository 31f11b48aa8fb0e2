import { countOf } from '../components/words.ts';

const SVG = 'http://www.w3.org/2000/svg';

/** Days of the calendars are reached by arrow keys from the year they stand in; years that are only drawn get links when they are asked for. */
export function walkCalendars(): void {
  for (const year of document.querySelectorAll<SVGSVGElement>('.heat-year')) {
    const ready = () => {
      if (year.dataset['counts'] !== undefined) linkDays(year);
    };
    year.addEventListener('pointerenter', ready);
    year.addEventListener('keydown', (event) => {
      const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
      if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
      ready();
      const days = [...year.querySelectorAll<SVGAElement>('a')];
      const here = days.findIndex((day) => day.matches(':focus'));
      const next = here === -1 ? days.at(step === 1 ? 0 : -1) : days[here + step];
      if (!next) return;
      event.preventDefault();
      next.focus({ preventScroll: true });
    });
  }
}

/** Makes links of the days of a year, from the digits that tell their meetings and the pages of its months. */
function linkDays(year: SVGSVGElement): void {
  const { counts = '', pages = '', year: name = '' } = year.dataset;
  const pageOf = new Map(pages.split('|').map((page) => [page.slice(0, 2), page.slice(3)]));
  const format = new Intl.DateTimeFormat(document.documentElement.lang, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  const places = placesOf(year);
  delete year.dataset['counts'];
  for (const [index, digit] of [...counts].entries()) {
    if (digit === '0') continue;
    const date = new Date(Date.UTC(Number(name), 0, 1 + index));
    const iso = date.toISOString().slice(0, 10);
    const label = `${format.format(date)}: ${digit === 'z' ? 'many meetings' : countOf(Number.parseInt(digit, 36), 'meeting')}`;
    const link = document.createElementNS(SVG, 'a');
    link.setAttribute('href', `${pageOf.get(iso.slice(5, 7)) ?? ''}#d${iso}`);
    link.setAttribute('tabindex', '-1');
    link.setAttribute('aria-label', label);
    const title = document.createElementNS(SVG, 'title');
    title.textContent = label;
    const cell = document.createElementNS(SVG, 'path');
    cell.setAttribute('class', 'hit-area');
    cell.setAttribute('d', places[index] ?? '');
    link.append(title, cell);
    year.append(link);
  }
}

/** The drawn cells by day of the year: a level is one path, its days in order. */
function placesOf(year: SVGSVGElement): readonly string[] {
  const counts = [...(year.dataset['counts'] ?? '')];
  const places: string[] = [];
  for (const level of [1, 2, 3]) {
    const cells =
      year
        .querySelector(`path.d${level}`)
        ?.getAttribute('d')
        ?.match(/M[^z]+z/g) ?? [];
    const days = counts.flatMap((digit, index) => (Math.min(Number.parseInt(digit, 36), 3) === level ? [index] : []));
    for (const [at, index] of days.entries()) places[index] = cells[at] ?? '';
  }
  return places;
}
