import { nearestName } from '../config/nearest.ts';

/**
 * For "did you mean": up to three names that hold the wanted one, or whose last part does, without regard to case and ending; when there are none, the
 * one whose last part is spelled most like it.
 */
export function similarNames(wanted: string, names: readonly string[]): readonly string[] {
  const last = lastPart(wanted);
  if (last === '') return [];
  const holding = names.filter((name) => fold(name).includes(last) || last.includes(lastPart(name))).slice(0, 3);
  if (holding.length > 0) return holding;
  const near = nearestName(last, names.map(lastPart));
  return near === null ? [] : names.filter((name) => lastPart(name) === near).slice(0, 3);
}

function lastPart(name: string): string {
  return fold(name).split('/').at(-1) ?? '';
}

function fold(name: string): string {
  return name.toLowerCase().replace(/\.md$/, '');
}
