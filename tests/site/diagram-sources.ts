/** One diagram of each kind that must be drawn, by the heading it stands under. */
export const DRAWN: Readonly<Record<string, string>> = {
  flowchart: `flowchart TD
  A[Kick-off] -->|agreed| B{Pilot?}
  B -- yes --> C([Rollout])
  style C fill:#f9f,stroke:#333,stroke-width:2px
  classDef hot fill:#f96
  class A hot`,
  sequence: `sequenceDiagram
  Alice->>+John: Hello John, how are you?
  Note right of John: thinks<br/>a while
  John-->>-Alice: Great!`,
  class: `classDiagram
  class Animal { +String name }
  Animal <|-- Duck : extends`,
  state: `stateDiagram-v2
  [*] --> Draft
  Draft --> Sent : approve`,
  gantt: `gantt
  title A plan
  dateFormat YYYY-MM-DD
  section Build
  First :done, a1, 2025-01-01, 10d
  Second :active, after a1, 12d`,
  pie: `pie title Pets
  "Dogs" : 386
  "Cats" : 85`,
  entities: `erDiagram
  CUSTOMER ||--o{ ORDER : places
  CUSTOMER { string name PK }`,
  mindmap: `mindmap
  root((Plan))
    Origins
    Research`,
  wide: `flowchart LR\n${Array.from({ length: 14 }, (_, at) => `  N${at}[Step number ${at}] --> N${at + 1}`).join('\n')}`,
  named: `flowchart LR
  accTitle: How an order travels
  A --> B`,
};

/** Diagrams whose authors try to run code, to reach out, or to loosen the rules. Drawn or refused, nothing of that may happen. */
export const HOSTILE: readonly string[] = [
  `flowchart TD
  A["<img src=x onerror=window.pwned=1>"] --> B["<script>window.pwned=2</script>"]
  B --> C["<a href='javascript:window.pwned=3' id='h3'>click</a>"]
  click A "javascript:window.pwned=4" "tip"
  click B call pwn()
  click C href "javascript:window.pwned=5"`,
  `%%{init: {"securityLevel": "loose", "htmlLabels": true, "flowchart": {"htmlLabels": true}, "dompurifyConfig": {"ADD_ATTR": ["onload"]}, "themeCSS": "body{display:none} @import url(https://evil.example/a.css);"}}%%
flowchart TD
  A["<svg onload=window.pwned=6><style>@import 'https://evil.example/b.css'</style></svg>"] --> B`,
  `---
config:
  securityLevel: loose
  maxTextSize: 99999999
  fontFamily: "x;} body{background:url(https://evil.example/c.png)} a{"
  themeCSS: "* { background: url(https://evil.example/d.png) !important }"
  themeVariables:
    primaryColor: "url(https://evil.example/e.png)"
---
flowchart TD
  A --> B`,
  `flowchart TD
  A["<span style='position:fixed;inset:0;background:url(https://evil.example/f.png)'>over</span>"] --> B`,
  `flowchart TD
  A --> B
  style A fill:url(https://evil.example/g.png),background-image:url(https://evil.example/h.png)`,
  `flowchart TD
  A --> B
  classDef x fill:red,background-image:url\\28//evil.example/i.png\\29
  class B x`,
  `flowchart TD
  A["<style>body{display:none}</style>a"] --> B["<p style=background-image:url(//evil.example/l.png)>b</p>"]`,
  `flowchart TD
  A@{ img: "https://evil.example/j.png", label: "picture", w: 60, h: 60 } --> B@{ icon: "fa:bell" }`,
  `sequenceDiagram
  participant A as <iframe src=https://evil.example></iframe>
  A->>A: <form action=https://evil.example><button>go</button></form>
  link A: Board @ javascript:window.pwned=7`,
  `classDiagram
  class A["<img src=https://evil.example/k.png onerror=window.pwned=8>"]
  click A href "javascript:window.pwned=9"`,
  `stateDiagram-v2
  s1 : <img src=x onerror=window.pwned=10>
  s1 --> s2 : <script>window.pwned=11</script>`,
  `flowchart TD
  A["x"]:::internal-link
  A["</pre></figure><script>window.pwned=12</script>"]`,
];
