import path from 'node:path';

/** Which of a theme's files that are written only on demand no page has named. */
export interface OnDemand {
  /** Reads what a page names in its head. */
  readonly read: (html: string) => void;
  readonly unnamed: () => readonly string[];
}

export function onDemand(paths: readonly string[]): OnDemand {
  const unnamed = new Set(paths);
  // Pages are many and name few: a look for the folder finds all that they name of it.
  const folders = [...new Set(paths.map((file) => `${path.posix.dirname(file)}/`))];
  return {
    read: (html) => {
      if (unnamed.size === 0) return;
      const head = html.slice(0, html.indexOf('</head>'));
      for (const folder of folders) {
        for (let at = head.indexOf(folder); at !== -1; at = head.indexOf(folder, at + 1)) {
          unnamed.delete(head.slice(at, head.indexOf('"', at)));
        }
      }
    },
    unnamed: () => [...unnamed],
  };
}
