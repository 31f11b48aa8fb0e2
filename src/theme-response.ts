/**
 * The response a page is drawn into. Its bytes are kept at hand: no stream is made of them only to be read back in the same process, which
 * would cost as much as drawing a small page. Used for `Response` within the compiled theme (`astro.config.mjs`).
 */
class PageResponse extends globalThis.Response {
  readonly bytesOfPage: Uint8Array | null;

  constructor(body?: BodyInit | null, init?: ResponseInit) {
    const kept = body instanceof Uint8Array ? body : null;
    super(kept === null ? body : null, init);
    this.bytesOfPage = kept;
  }
}

/** Puts the class where the compiled theme looks for it. */
export function usePageResponse(): void {
  Object.assign(globalThis, { DossierPageResponse: PageResponse });
}

/** The page in a response of the theme. */
export async function textOfResponse(response: Response): Promise<string> {
  const bytes = (response as Partial<PageResponse>).bytesOfPage ?? null;
  return bytes === null ? response.text() : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
}
