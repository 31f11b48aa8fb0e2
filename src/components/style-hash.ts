/** SHA-256 of a style as a policy names it: base64 of the digest of its UTF-8 bytes. */
export async function hashOf(style: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(style));
  return btoa(String.fromCharCode(...new Uint8Array(digest)));
}
