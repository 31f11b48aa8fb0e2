const INKS = ['#14181c', '#ffffff'] as const;
/** Contrast below which a label is not left as it is. */
const LEAST_CONTRAST = 4.5;

/** Labels on fills that an author chose get the ink that can be read there: the page's own suits only its own fills. The drawing must be in the page. */
export function inkLabels(svg: SVGSVGElement): void {
  for (const node of svg.querySelectorAll<SVGElement>('.node')) {
    const shape = node.querySelector('.label-container, rect, circle, ellipse, polygon, path');
    const label = node.querySelector<HTMLElement | SVGElement>('.nodeLabel, text');
    if (shape === null || label === null) continue;
    const solid = shape.localName === 'g' ? (shape.querySelector('path') ?? shape) : shape;
    const fill = rgbFrom(getComputedStyle(solid).fill);
    const html = label instanceof HTMLElement;
    const ink = rgbFrom(html ? getComputedStyle(label).color : getComputedStyle(label).fill);
    if (fill === null || ink === null || contrast(fill, ink) >= LEAST_CONTRAST) continue;
    const [dark, light] = INKS;
    const best = contrast(fill, rgbFrom(dark) ?? ink) >= contrast(fill, rgbFrom(light) ?? ink) ? dark : light;
    for (const part of [label, ...label.querySelectorAll<HTMLElement | SVGElement>('*')]) {
      part.style.setProperty(html ? 'color' : 'fill', best, 'important');
    }
  }
}

type Rgb = readonly [number, number, number];

/** Only opaque colours: what shines through is not known. */
function rgbFrom(color: string): Rgb | null {
  const hex = /^#(..)(..)(..)$/.exec(color);
  const parts =
    hex?.slice(1).map((part) => Number.parseInt(part, 16)) ??
    /^rgb\(([^)]*)\)$/
      .exec(color)?.[1]
      ?.split(/[\s,]+/)
      .map(Number);
  const [red, green, blue] = parts ?? [];
  return red === undefined || green === undefined || blue === undefined ? null : [red, green, blue];
}

/** Ratio as WCAG reckons it. */
function contrast(one: Rgb, other: Rgb): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

function luminance(color: Rgb): number {
  const [red = 0, green = 0, blue = 0] = color.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Leaves out labels of an axis that would run into the one before. The drawing must be in the page. */
export function thinTicks(svg: SVGSVGElement): void {
  let taken = Number.NEGATIVE_INFINITY;
  for (const label of svg.querySelectorAll<SVGTextElement>('.grid .tick text')) {
    const { left, right, width } = label.getBoundingClientRect();
    if (width > 0 && left < taken + width / 8) label.style.display = 'none';
    else taken = right;
  }
}
