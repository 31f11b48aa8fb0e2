/** Column heads of tables marked `data-sort` become buttons that sort their rows. */
export function sortTables(root: ParentNode = document): void {
  for (const table of root.querySelectorAll<HTMLTableElement>('table[data-sort]')) {
    const heads = [...table.querySelectorAll<HTMLTableCellElement>('thead th')];
    const body = table.tBodies[0];
    if (!body) continue;
    for (const [column, head] of heads.entries()) {
      if (head.classList.contains('still')) continue;
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'sort';
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener('click', () => sortBy(body, heads, head, column));
    }
  }
}

function sortBy(body: HTMLTableSectionElement, heads: readonly HTMLTableCellElement[], head: HTMLTableCellElement, column: number): void {
  const rows = [...body.rows];
  const values = new Map(rows.map((row) => [row, cellValue(row.cells[column])]));
  const number = [...values.values()].every((value) => value === '' || !Number.isNaN(Number(value)));
  const dated = [...values.values()].every((value) => value === '' || /^\d{4}-/.test(value));
  // Numbers and dates start with the greatest, names with the first.
  const ascending = head.ariaSort === null ? !number && !dated : head.ariaSort === 'descending';
  const collator = new Intl.Collator(document.documentElement.lang, { numeric: true });
  rows.sort((a, b) => {
    const [left = '', right = ''] = [values.get(a), values.get(b)];
    if (left === '' || right === '') return Number(left === '') - Number(right === '');
    const order = number ? Number(left) - Number(right) : collator.compare(left, right);
    return ascending ? order : -order;
  });
  body.append(...rows);
  for (const other of heads) other.ariaSort = null;
  head.ariaSort = ascending ? 'ascending' : 'descending';
}

function cellValue(cell: HTMLTableCellElement | undefined): string {
  return cell?.dataset['value'] ?? cell?.textContent?.trim() ?? '';
}
