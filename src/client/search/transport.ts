import { FOLDER_FILES, folderScript, HANDOVER, INDEX_FOLDER } from '../../search/files.ts';
import { NotInFolder, type SiteBase } from './site-base.ts';

/** How files of the index reach the browser. Rejects when there is no such file, or it cannot be had. */
export interface Transport {
  /** The bytes of a file as it lies in the index folder. */
  readonly file: (name: string) => Promise<Uint8Array<ArrayBuffer>>;
}

/** Files whose name says what is in them: what a browser keeps of them stays true. */
const HASHED = /^(?:index|filter|fragment)\/|\.pf_meta$/u;

/** The transport for sites that are served. The site may lie below any path. What another build may have replaced is asked for anew each time. */
export function httpTransport({ root }: SiteBase, document: Document): Transport {
  const folder = new URL(`${root}${INDEX_FOLDER}/`, document.baseURI).href;
  return {
    file: async (name) => {
      const response = await fetch(folder + name, { cache: HASHED.test(name) ? 'default' : 'no-cache' });
      if (!response.ok) throw new Error(`${name}: ${response.status}`);
      return new Uint8Array(await response.arrayBuffer());
    },
  };
}

/**
 * The transport for a folder opened without a server, where browsers forbid scripts to read files but not to load scripts: each file has a
 * copy in one, which hands its bytes over as base64.
 */
export function folderTransport({ root }: SiteBase, document: Document): Transport {
  const handed = new Map<string, string>();
  Object.defineProperty(window, HANDOVER, {
    configurable: true,
    value: (name: unknown, base64: unknown): void => {
      if (typeof name === 'string' && typeof base64 === 'string') handed.set(name, base64);
    },
  });
  const load = (source: string): Promise<void> =>
    new Promise((resolve, reject) => {
      const script = document.createElement('script');
      script.src = `${root}${INDEX_FOLDER}/${FOLDER_FILES}/${source}`;
      script.addEventListener('load', () => resolve());
      script.addEventListener('error', () => reject(new NotInFolder(source)));
      document.head.append(script);
    });
  const loading = new Map<string, Promise<void>>();
  const loaded = (source: string): Promise<void> => {
    const known = loading.get(source);
    if (known !== undefined) return known;
    const made = load(source).finally(() => loading.delete(source));
    loading.set(source, made);
    return made;
  };
  return {
    file: async (name) => {
      if (!handed.has(name)) await loaded(folderScript(name));
      const base64 = handed.get(name);
      if (base64 === undefined) throw new NotInFolder(name);
      handed.delete(name);
      return bytesOf(base64);
    },
  };
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const binary = atob(base64);
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < bytes.length; at += 1) bytes[at] = binary.charCodeAt(at);
  return bytes;
}
