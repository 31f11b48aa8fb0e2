/** Which of the two faces of the page a drawing is made for. */
export type Face = 'light' | 'dark';

/** What mermaid is told before each drawing. */
export type MermaidSettings = Readonly<Record<string, unknown>>;

/** Longer sources are not drawn: mermaid's own limit, in characters. */
export const MAX_SOURCE = 50_000;

/** What a note may not change by directives or frontmatter in a diagram: limits, safety, and what makes it fit the page. */
const SECURE = [
  'secure',
  'securityLevel',
  'startOnLoad',
  'maxTextSize',
  'maxEdges',
  'suppressErrorRendering',
  'deterministicIds',
  'dompurifyConfig',
  'htmlLabels',
  'arrowMarkerAbsolute',
  'legacyMathML',
  'forceLegacyMathML',
  'logLevel',
  'theme',
  'themeCSS',
  'darkMode',
  'fontFamily',
  'altFontFamily',
];

/** Settings for one face, with the colours and the type of the page. */
export function settingsFor(face: Face): MermaidSettings {
  const fontFamily = getComputedStyle(document.documentElement).getPropertyValue('--sans').trim();
  return {
    startOnLoad: false,
    securityLevel: 'strict',
    secure: SECURE,
    maxTextSize: MAX_SOURCE,
    maxEdges: 500,
    suppressErrorRendering: true,
    deterministicIds: true,
    handDrawnSeed: 1,
    logLevel: 5,
    theme: 'base',
    look: 'classic',
    layout: 'dagre',
    flowchart: { wrappingWidth: 200, minNodeWidth: 0 },
    state: { minNodeWidth: 0 },
    fontFamily,
    darkMode: face === 'dark',
    themeVariables: { ...themeVariables(readColors(face), face), fontFamily, fontSize: '15px' },
  };
}

const NAMES = ['paper', 'leaf', 'wash', 'chip', 'rule', 'rule-firm', 'ink', 'ink-2', 'ink-3', 'accent', 'accent-wash'] as const;
const STATES = ['late', 'soon', 'done', 'marker'] as const;
type Name = (typeof NAMES)[number] | (typeof STATES)[number];

interface Colors {
  readonly of: Readonly<Record<Name, string>>;
  /** Twelve fills for text on them, in an order that keeps neighbours apart. */
  readonly fills: readonly string[];
  /** The same hues as lines. */
  readonly lines: readonly string[];
}

/** Steps around the colour circle from the accent. */
const TURNS = [0, 210, 90, 300, 150, 30, 240, 120, 330, 60, 270, 180];

/** The page's tokens as `#rrggbb`, which is what mermaid can reckon with. */
function readColors(face: Face): Colors {
  const probe = document.createElement('span');
  probe.hidden = true;
  probe.style.colorScheme = face;
  // The colours of the page, also where the system shows others.
  probe.style.setProperty('forced-color-adjust', 'none');
  document.body.append(probe);
  const read = (color: string): string => {
    probe.style.color = `color-mix(in srgb, ${color} 100%, black)`;
    return hexFromComputed(getComputedStyle(probe).color);
  };
  const turned = (lightness: number, chroma: number) =>
    TURNS.map((turn) => read(`oklch(from var(--accent) ${lightness} ${chroma} calc(h + ${turn}))`));
  const of = Object.fromEntries([...NAMES, ...STATES].map((name) => [name, read(`var(--${name})`)])) as Record<Name, string>;
  const [fills, lines] = face === 'light' ? [turned(0.9, 0.05), turned(0.55, 0.11)] : [turned(0.37, 0.055), turned(0.74, 0.1)];
  probe.remove();
  return { of, fills, lines };
}

/** `color(srgb 0.1 0.2 0.3)` or `rgb(1, 2, 3)` as `#rrggbb`. */
function hexFromComputed(color: string): string {
  const scale = color.startsWith('color(') ? 255 : 1;
  const parts = (color.match(/-?[\d.]+(?:e-?\d+)?/g) ?? [])
    .slice(0, 3)
    .map((part) => Math.round(Math.min(255, Math.max(0, Number(part) * scale))));
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

function themeVariables({ of, fills, lines }: Colors, face: Face): Record<string, unknown> {
  const each = (name: string, colors: readonly string[], from: number) =>
    Object.fromEntries(colors.map((color, at) => [`${name}${at + from}`, color]));
  const { ink, leaf, wash, chip, rule, accent } = of;
  const line = of['ink-3'];
  const edge = of['rule-firm'];
  const soft = of['accent-wash'];
  return {
    darkMode: face === 'dark',
    background: leaf,
    useGradient: false,
    dropShadow: 'none',
    primaryColor: soft,
    primaryTextColor: ink,
    primaryBorderColor: accent,
    secondaryColor: wash,
    secondaryTextColor: ink,
    secondaryBorderColor: edge,
    tertiaryColor: wash,
    tertiaryTextColor: ink,
    tertiaryBorderColor: edge,
    textColor: ink,
    titleColor: ink,
    lineColor: line,
    arrowheadColor: line,
    clusterBkg: wash,
    clusterBorder: rule,
    edgeLabelBackground: leaf,
    noteBkgColor: of.marker,
    noteTextColor: ink,
    noteBorderColor: of.soon,
    labelBoxBkgColor: chip,
    labelBoxBorderColor: edge,
    actorLineColor: edge,
    activationBkgColor: chip,
    activationBorderColor: edge,
    sequenceNumberColor: leaf,
    loopTextColor: ink,
    rowOdd: leaf,
    rowEven: wash,
    attributeBackgroundColorOdd: leaf,
    attributeBackgroundColorEven: wash,
    compositeBackground: leaf,
    altBackground: wash,
    sectionBkgColor: wash,
    altSectionBkgColor: leaf,
    sectionBkgColor2: wash,
    excludeBkgColor: chip,
    gridColor: rule,
    taskBkgColor: soft,
    taskBorderColor: accent,
    activeTaskBkgColor: fills[3],
    activeTaskBorderColor: lines[3],
    doneTaskBkgColor: chip,
    doneTaskBorderColor: edge,
    critBkgColor: fills[1],
    critBorderColor: of.late,
    todayLineColor: of.late,
    vertLineColor: accent,
    taskTextClickableColor: accent,
    errorBkgColor: wash,
    errorTextColor: ink,
    ...each('pie', fills, 1),
    pieStrokeColor: leaf,
    pieStrokeWidth: '2px',
    pieOuterStrokeColor: edge,
    pieOuterStrokeWidth: '1px',
    pieOpacity: '1',
    pieTitleTextSize: '18px',
    pieSectionTextSize: '14px',
    pieLegendTextSize: '15px',
    ...each('cScale', fills, 0),
    ...each('cScaleInv', lines, 0),
    ...each('cScalePeer', lines, 0),
    scaleLabelColor: ink,
    ...each('fillType', fills.slice(0, 8), 0),
    ...each('git', lines.slice(0, 8), 0),
    ...each('gitInv', Array<string>(8).fill(ink), 0),
    ...each('gitBranchLabel', Array<string>(8).fill(leaf), 0),
    commitLabelColor: ink,
    commitLabelBackground: wash,
    tagLabelColor: ink,
    tagLabelBackground: soft,
    tagLabelBorder: accent,
    ...each('venn', fills.slice(0, 8), 1),
    ...Object.fromEntries(fills.slice(0, 4).map((fill, at) => [`quadrant${at + 1}Fill`, fill])),
    quadrantPointFill: lines[0],
    archEdgeColor: line,
    archEdgeArrowColor: line,
    archGroupBorderColor: edge,
    xyChart: { plotColorPalette: lines.join(',') },
    radar: { graticuleColor: rule },
  };
}
