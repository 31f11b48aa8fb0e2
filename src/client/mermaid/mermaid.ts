import { type Figure, figureFrom, showDrawing, showFailure } from './figure.ts';
import { type DrawingFrame, openFrame } from './frame.ts';
import { type Face, MAX_SOURCE, settingsFor } from './settings.ts';

// Draws the diagrams of a page. Loaded only on pages that have one, as a classic, deferred script that is told where the engine lies.
const engine = (document.currentScript as HTMLScriptElement | null)?.dataset['engine'] ?? '';
const figures = [...document.querySelectorAll<HTMLElement>('figure.diagram')].map(figureFrom);
const darkSystem = matchMedia('(prefers-color-scheme: dark)');
let running = false;

function faceOfPage(): Face {
  const scheme = getComputedStyle(document.documentElement).colorScheme;
  if (scheme === 'light' || scheme === 'dark') return scheme;
  return darkSystem.matches ? 'dark' : 'light';
}

/** Draws what is missing for the face shown now; then, as paper is light, what is missing for print. */
async function run(): Promise<void> {
  show();
  if (running) return;
  running = true;
  let frame: DrawingFrame | null = null;
  try {
    for (let job = nextJob(); job !== null; job = nextJob()) {
      frame ??= await openFrame(new URL(engine, document.baseURI).href);
      await draw(frame, job.figure, job.face);
      show();
      await pause(nextJob()?.face === faceOfPage());
    }
  } catch (error) {
    for (const figure of figures) if (figure.drawn.size === 0 && !figure.failed) showFailure(figure, messageOf(error));
  } finally {
    frame?.close();
    running = false;
  }
}

function nextJob(): { readonly figure: Figure; readonly face: Face } | null {
  for (const face of [faceOfPage(), 'light'] as const) {
    const figure = figures.find((candidate) => !candidate.failed && !candidate.drawn.has(face));
    if (figure !== undefined) return { figure, face };
  }
  return null;
}

async function draw(frame: DrawingFrame, figure: Figure, face: Face): Promise<void> {
  if (figure.source.length > MAX_SOURCE) {
    showFailure(figure, `it is longer than ${MAX_SOURCE} characters`);
    return;
  }
  const id = `diagram-${figures.indexOf(figure) + 1}-${face}`;
  try {
    showDrawing(figure, face, id, await frame.draw(id, figure.source, figure.element.clientWidth || 640, settingsFor(face)));
  } catch (error) {
    showFailure(figure, messageOf(error));
  }
}

function show(): void {
  const face = faceOfPage();
  for (const { drawn } of figures) for (const [of, host] of drawn) host.classList.toggle('now', of === face || drawn.size === 1);
}

/** Lets the page answer its reader between two drawings; before what is not in sight, until it has nothing else to do. */
function pause(inSight: boolean): Promise<unknown> {
  if (inSight || !('requestIdleCallback' in window)) return new Promise((resume) => setTimeout(resume));
  return new Promise((resume) => requestIdleCallback(resume, { timeout: 2000 }));
}

/** Errors come from another window too, where they are not of this one's class. */
function messageOf(error: unknown): string {
  return String((error as { readonly message?: unknown } | null)?.message ?? error);
}

darkSystem.addEventListener('change', () => void run());
document.addEventListener('change', (event) => {
  if (event.target instanceof HTMLInputElement && event.target.id.startsWith('theme-')) void run();
});
void run();
