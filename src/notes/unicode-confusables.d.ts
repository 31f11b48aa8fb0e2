declare module 'unicode-confusables' {
  /** The text with every letter that looks like another one replaced by that one. */
  export function rectifyConfusion(text: string): string;
}
