import { describe, expect, test } from 'vitest';
import { plainDrawing } from '../../../src/brief/files/plain-drawing.ts';

const WORD = 'qzlayer';
const svg = (inner: string): string => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">${inner}<path d="M0 0h9"></path></svg>`;

describe('a drawing tells nothing of', () => {
  test.each([
    ['names of layers', `<g id="${WORD}"></g><view id="${WORD}2"></view>`],
    [
      'names of styles',
      `<style>.${WORD}{fill:red} #${WORD} > .${WORD}-b[data-x="${WORD}"]{fill:url(#${WORD})}</style><g class="${WORD} ${WORD}-b"></g>`,
    ],
    [
      'names of parts that are used',
      `<linearGradient id="${WORD}"></linearGradient><rect fill="url(#${WORD})" style="fill:url('#${WORD}')"></rect><use href="#${WORD}"></use>`,
    ],
    [
      'names within filters',
      `<filter id="f"><feFlood result="${WORD}"></feFlood><feBlend in="${WORD}" in2="SourceGraphic"></feBlend></filter>`,
    ],
    ['names of moments', `<animate begin="${WORD}.click+1s" end="${WORD}.end"></animate>`],
    ['attributes of editors', `<g layer="${WORD}" requiredFeatures="${WORD}"><text lang="${WORD}" systemLanguage="${WORD}">x</text></g>`],
    ['layers that are off', `<g display="none"><text>${WORD}</text></g><g style="opacity:1;display:none"><text>${WORD}</text></g>`],
    ['layers that a style takes off', `<style>.a{display:none}</style><g class="a"><text>${WORD}</text></g>`],
    ['hidden text', `<text visibility="hidden">${WORD}</text>`],
  ])('%s', (_, inner) => {
    const plain = plainDrawing(svg(inner));
    expect(plain).not.toContain(WORD);
    expect(plain).toContain('<path d="M0 0h9"></path></svg>');
  });
});

test('its parts find one another, and its words, colours and shapes stay', () => {
  const plain = plainDrawing(
    svg(
      '<style>.warm{fill:#abc;width:.5px}</style><defs><path id="shape" d="M1 1"></path></defs><use href="#shape"></use><text class="warm" font-family="Inter">A &amp; B</text>',
    ),
  );
  expect(plain).toBe(
    svg(
      '<style>.n1{fill:#abc;width:.5px}</style><defs><path id="n2" d="M1 1"></path></defs><use href="#n2"></use><text class="n1" font-family="Inter">A &amp; B</text>',
    ),
  );
});
