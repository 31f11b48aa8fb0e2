/** One row of CSV (RFC 4180) with its line end. */
export function csvRow(cells: readonly string[]): string {
  let row = '';
  for (const [at, cell] of cells.entries()) row += at === 0 ? quoted(cell) : `,${quoted(cell)}`;
  return `${row}\r\n`;
}

function quoted(cell: string): string {
  return /[",\r\n]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
