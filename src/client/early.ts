import { storedTheme } from './theme-choice.ts';

// Runs before anything is painted, so that a remembered theme does not flash.
const theme = storedTheme();
if (theme) document.documentElement.dataset['theme'] = theme;

// In the frame of a preview a page shows its head and its text alone.
if (window.top !== window.self) document.documentElement.dataset['framed'] = '';

// A browser that shows no PDFs would download one that stands in a frame: there the link below it is enough.
if (navigator.pdfViewerEnabled === false) {
  const watch = new MutationObserver(() => {
    for (const frame of document.querySelectorAll('.frame.pdf > iframe')) frame.remove();
  });
  watch.observe(document.documentElement, { childList: true, subtree: true });
  addEventListener('load', () => watch.disconnect());
}
