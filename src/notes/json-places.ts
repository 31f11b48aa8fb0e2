/**
 * The 1-based lines on which the entries of the lists of a JSON object begin, by the key of the list. `json` must have been read by `JSON.parse`
 * already. Entries that are no objects have no line: their place in the list is skipped.
 */
export function linesOfEntries(json: string): ReadonlyMap<string, readonly number[]> {
  const lists = new Map<string, number[]>();
  let line = 1;
  let depth = 0;
  let key = '';
  for (let at = 0; at < json.length; at += 1) {
    switch (json[at]) {
      case '\n':
        line += 1;
        break;
      case '"': {
        const end = endOfString(json, at);
        if (depth === 1 && isKey(json, end)) key = json.slice(at + 1, end);
        at = end;
        break;
      }
      case '[':
        if (depth === 1) lists.set(key, []);
        depth += 1;
        break;
      case '{':
        if (depth === 2) lists.get(key)?.push(line);
        depth += 1;
        break;
      case '}':
      case ']':
        depth -= 1;
        break;
    }
  }
  return lists;
}

/** Index of the quote that ends the string whose first quote is at `start`. A string of JSON holds no line break. */
function endOfString(json: string, start: number): number {
  let at = start + 1;
  while (at < json.length && json[at] !== '"') at += json[at] === '\\' ? 2 : 1;
  return at;
}

function isKey(json: string, end: number): boolean {
  let at = end + 1;
  while (at < json.length && /\s/u.test(json[at] ?? '')) at += 1;
  return json[at] === ':';
}
