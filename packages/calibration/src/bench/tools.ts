/** Something that reads a whole text: made ready once, then handed one text after another. */
export interface Tool {
  readonly title: string;
  start(): Promise<(text: string) => unknown>;
}

/** What is set side by side. Each is loaded only in the process that measures it. */
export const tools = {
  rubricate: {
    title: 'Rubricate, full review',
    async start() {
      const { reviewAnswer } = await import('@rubricate/core/review');
      const { readAnswer } = await import('@rubricate/core/text');
      const { benchTarget } = await import('./edits.ts');
      const target = benchTarget();
      return (text) => reviewAnswer(readAnswer(text), target);
    },
  },
  parsing: {
    title: 'its Markdown parser alone',
    async start() {
      const { parser, GFM } = await import('@lezer/markdown');
      const markdown = parser.configure(GFM);
      return (text) => markdown.parse(text);
    },
  },
  markdownlint: {
    title: 'markdownlint, all rules',
    async start() {
      const { lint } = await import('markdownlint/sync');
      return (text) => lint({ strings: { text } });
    },
  },
  textlint: {
    title: 'textlint, one rule of style',
    async start() {
      const { TextlintKernel } = await import('@textlint/kernel');
      const markdown = await import('@textlint/textlint-plugin-markdown');
      const writeGood = await import('textlint-rule-write-good');
      const kernel = new TextlintKernel();
      const plugins = [{ pluginId: 'markdown', plugin: unwrapped(markdown) as never }];
      const rules = [{ ruleId: 'write-good', rule: unwrapped(writeGood) as never }];
      return (text) => kernel.lintText(text, { ext: '.md', plugins, rules });
    },
  },
  harper: {
    title: 'Harper, its usual rules',
    async start() {
      const { LocalLinter } = await import('harper.js');
      const { binaryInlined } = await import('harper.js/binaryInlined');
      const linter = new LocalLinter({ binary: binaryInlined });
      await linter.setup();
      return (text) => linter.lint(text, { language: 'markdown' });
    },
  },
} as const satisfies Readonly<Record<string, Tool>>;

export type ToolName = keyof typeof tools;

/** A package in the older module form may stand one or two `default` deep. */
function unwrapped(module: unknown): unknown {
  let at = module;
  while (typeof at === 'object' && at !== null && 'default' in at) at = at.default;
  return at;
}
