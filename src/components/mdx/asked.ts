type Heading = 'h2' | 'h3' | 'h4' | 'h5' | 'h6';

/** The heading of a component on its page, one below the heading that it stands under. */
export function headingAt(asked: Readonly<Record<string, unknown>>, levels: Readonly<Record<number, number>> | undefined): Heading {
  return heading(levelAt(asked, levels));
}

/** The heading of a row in a component: one below the component's own, if it has one. */
export function rowHeadingAt(asked: Readonly<Record<string, unknown>>, levels: Readonly<Record<number, number>> | undefined): Heading {
  return heading(levelAt(asked, levels) + (typeof asked['title'] === 'string' && asked['title'] !== '' ? 1 : 0));
}

function levelAt({ at }: Readonly<Record<string, unknown>>, levels: Readonly<Record<number, number>> | undefined): number {
  return (typeof at === 'number' ? levels?.[at] : undefined) ?? 3;
}

function heading(level: number): Heading {
  return `h${Math.min(Math.max(level, 2), 6)}` as Heading;
}
