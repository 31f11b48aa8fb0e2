/** A language that a fence can name. */
export interface CodeLanguage {
  /** What readers call it. */
  readonly label: string;
  /** Name of its grammar in the highlighter; null for one that stays plain. */
  readonly grammar: string | null;
  /** Grammars of languages that stand inside it. */
  readonly inner: readonly string[];
}

/** Grammar, what readers call it, the names it goes by, and the grammars of languages inside it. */
const TABLE: readonly (readonly [grammar: string | null, label: string, names: string, inner?: string])[] = [
  ['apache', 'Apache', 'apache apacheconf htaccess'],
  ['applescript', 'AppleScript', 'applescript osascript'],
  ['arduino', 'Arduino', 'arduino ino'],
  ['armasm', 'Assembly', 'armasm arm'],
  ['asciidoc', 'AsciiDoc', 'asciidoc adoc'],
  ['awk', 'AWK', 'awk'],
  ['bash', 'Shell', 'bash sh zsh ksh fish'],
  ['basic', 'BASIC', 'basic'],
  ['c', 'C', 'c h'],
  ['clojure', 'Clojure', 'clojure clj cljs edn'],
  ['cmake', 'CMake', 'cmake'],
  ['coffeescript', 'CoffeeScript', 'coffeescript coffee', 'javascript'],
  ['cpp', 'C++', 'cpp c++ cc cxx hpp hh h++'],
  ['crystal', 'Crystal', 'crystal cr'],
  ['csharp', 'C#', 'csharp cs c# dotnet'],
  ['css', 'CSS', 'css'],
  ['d', 'D', 'd dlang'],
  ['dart', 'Dart', 'dart', 'markdown'],
  ['delphi', 'Delphi', 'delphi pascal pas'],
  ['diff', 'Diff', 'diff patch'],
  ['django', 'Django', 'django jinja jinja2', 'xml javascript css'],
  ['dockerfile', 'Dockerfile', 'dockerfile docker containerfile', 'bash'],
  ['dos', 'Batch', 'dos bat cmd batch'],
  ['elixir', 'Elixir', 'elixir ex exs'],
  ['elm', 'Elm', 'elm'],
  ['erb', 'ERB', 'erb', 'xml ruby javascript css'],
  ['erlang', 'Erlang', 'erlang erl'],
  ['excel', 'Excel', 'excel xls xlsx'],
  ['fortran', 'Fortran', 'fortran f90 f95'],
  ['fsharp', 'F#', 'fsharp fs f#'],
  ['gherkin', 'Gherkin', 'gherkin feature cucumber'],
  ['glsl', 'GLSL', 'glsl'],
  ['go', 'Go', 'go golang'],
  ['gradle', 'Gradle', 'gradle'],
  ['graphql', 'GraphQL', 'graphql gql'],
  ['groovy', 'Groovy', 'groovy jenkinsfile'],
  ['handlebars', 'Handlebars', 'handlebars hbs', 'xml javascript css'],
  ['haskell', 'Haskell', 'haskell hs'],
  ['http', 'HTTP', 'http https'],
  ['ini', 'INI', 'ini cfg conf editorconfig properties env dotenv'],
  ['java', 'Java', 'java'],
  ['javascript', 'JavaScript', 'javascript js mjs cjs node dataviewjs templater', 'xml css graphql'],
  ['javascript', 'JSX', 'jsx', 'xml css graphql'],
  ['json', 'JSON', 'json json5 jsonl ndjson geojson canvas'],
  ['json', 'JSON with comments', 'jsonc'],
  ['julia', 'Julia', 'julia jl'],
  ['kotlin', 'Kotlin', 'kotlin kt kts'],
  ['latex', 'LaTeX', 'latex tex bibtex'],
  ['less', 'Less', 'less'],
  ['lisp', 'Lisp', 'lisp commonlisp cl elisp'],
  ['lua', 'Lua', 'lua luau'],
  ['makefile', 'Makefile', 'makefile make mk mak'],
  ['markdown', 'Markdown', 'markdown md mkd mkdown mdx obsidian', 'xml javascript css'],
  ['matlab', 'MATLAB', 'matlab octave'],
  ['mathematica', 'Mathematica', 'mathematica wolfram wl'],
  ['nginx', 'Nginx', 'nginx nginxconf'],
  ['nim', 'Nim', 'nim'],
  ['nix', 'Nix', 'nix', 'markdown xml'],
  ['objectivec', 'Objective-C', 'objectivec objc obj-c mm'],
  ['ocaml', 'OCaml', 'ocaml ml'],
  ['perl', 'Perl', 'perl pl pm'],
  ['php', 'PHP', 'php php3 php8'],
  [null, 'Text', 'plaintext text txt plain'],
  ['powershell', 'PowerShell', 'powershell pwsh ps ps1 psm1'],
  ['prolog', 'Prolog', 'prolog'],
  ['protobuf', 'Protobuf', 'protobuf proto'],
  ['puppet', 'Puppet', 'puppet pp'],
  ['python', 'Python', 'python py py3 python3 gyp ipython jupyter'],
  ['python-repl', 'Python session', 'python-repl pycon pyrepl', 'python'],
  ['r', 'R', 'r rscript'],
  ['ruby', 'Ruby', 'ruby rb rbs gemspec rake'],
  ['rust', 'Rust', 'rust rs'],
  ['scala', 'Scala', 'scala sc sbt'],
  ['scheme', 'Scheme', 'scheme scm racket'],
  ['scss', 'SCSS', 'scss sass'],
  ['shell', 'Terminal', 'shell console shellsession terminal', 'bash'],
  ['sql', 'SQL', 'sql mysql sqlite postgres postgresql pgsql tsql plsql soql duckdb bigquery snowflake'],
  ['stata', 'Stata', 'stata'],
  ['stylus', 'Stylus', 'stylus styl'],
  ['swift', 'Swift', 'swift'],
  ['tcl', 'Tcl', 'tcl tk'],
  ['ini', 'TOML', 'toml'],
  ['twig', 'Twig', 'twig', 'xml javascript css'],
  ['typescript', 'TypeScript', 'typescript ts mts cts deno', 'xml css graphql'],
  ['typescript', 'TSX', 'tsx', 'xml css graphql'],
  ['vbnet', 'Visual Basic', 'vbnet vb vba'],
  ['verilog', 'Verilog', 'verilog sv systemverilog'],
  ['vhdl', 'VHDL', 'vhdl'],
  ['vim', 'Vim', 'vim vimscript viml nvim'],
  ['wasm', 'WebAssembly', 'wasm wat'],
  ['x86asm', 'Assembly', 'x86asm asm nasm'],
  ['xml', 'HTML', 'html xhtml vue svelte astro', 'javascript css'],
  ['xml', 'XML', 'xml svg rss atom xsl xsd plist xjb wsf', 'javascript css'],
  ['yaml', 'YAML', 'yaml yml base frontmatter'],
  [null, 'Regex', 'regex regexp'],
  [null, 'CSV', 'csv'],
  [null, 'TSV', 'tsv'],
  [null, 'Log', 'log'],
  [null, 'Terraform', 'hcl tf terraform'],
  [null, 'Zig', 'zig'],
  [null, 'Solidity', 'solidity sol'],
  [null, 'Apex', 'apex'],
];

let table: ReadonlyMap<string, CodeLanguage> | null = null;

/** The language of a fence by the name written there, whatever its case; null when it is not known. */
export function languageNamed(name: string): CodeLanguage | null {
  table ??= new Map(
    TABLE.flatMap(([grammar, label, names, inner]) => {
      const language = { label, grammar, inner: inner?.split(' ') ?? [] };
      return names.split(' ').map((one) => [one, language] as const);
    }),
  );
  return table.get(name.toLowerCase()) ?? null;
}
