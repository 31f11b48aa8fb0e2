/** A picture that is written out in a text, as base64. */
const DATA_PICTURE = /data:image\/[a-z0-9.+-]{1,20}(?:;[a-z0-9=-]{1,40}){0,3};base64,([A-Za-z0-9+/=]*)/giu;

/** A text in which every picture that is written out has been replaced. The same picture is asked for once. */
export async function mapDataPictures(text: string, replace: (bytes: Uint8Array) => Promise<string>): Promise<string> {
  if (!/data:image/iu.test(text)) return text;
  const made = new Map<string, string>();
  for (const [whole, base64 = ''] of text.matchAll(DATA_PICTURE))
    if (!made.has(whole)) made.set(whole, await replace(Buffer.from(base64, 'base64')));
  return text.replace(DATA_PICTURE, (whole) => made.get(whole) ?? '');
}

/** The pictures written out in a text, as they stand. */
export function dataPicturesIn(text: string): readonly string[] {
  return /data:image/iu.test(text) ? Array.from(text.matchAll(DATA_PICTURE), ([whole]) => whole) : [];
}

/** A text without the pictures that are written out in it. */
export function withoutDataPictures(text: string): string {
  return /data:image/iu.test(text) ? text.replace(DATA_PICTURE, '') : text;
}
