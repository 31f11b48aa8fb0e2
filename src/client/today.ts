/** Today where the reader is, as `YYYY-MM-DD`. */
export function today(now = new Date()): string {
  return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}`;
}

/** Days from one date to another; negative when `to` is earlier. */
export function daysFrom(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

/** False on a clock that stands before the day the page was written for: the page is then left as it is. */
export function isLater(day: string): boolean {
  return day >= (document.body.dataset['asOf'] ?? '');
}
