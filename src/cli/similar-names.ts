/** Up to three names that hold the wanted one, or whose last part does, without regard to case and ending. For "did you mean". */
export function similarNames(wanted: string, names: readonly string[]): readonly string[] {
  const needle = fold(wanted);
  const last = needle.split('/').at(-1) ?? needle;
  if (last === '') return [];
  return names.filter((name) => fold(name).includes(last) || last.includes(fold(name).split('/').at(-1) ?? name)).slice(0, 3);
}

function fold(name: string): string {
  return name.toLowerCase().replace(/\.md$/, '');
}
