import { openEngine } from './query.ts';
import { siteBase } from './site-base.ts';
import { folderTransport, httpTransport } from './transport.ts';

// What reads the index. Loaded when the reader searches, as a classic script: pages stay light, and a folder needs no server.

const base = siteBase(document);
const transport = location.protocol === 'file:' ? folderTransport(base, document) : httpTransport(base, document);

globalThis.dossierSearch = () => openEngine(transport, base.root, document.documentElement.lang || 'en');
