import pc from 'picocolors';

/** The few ways in which text is set apart. Nothing is said by colour alone. */
export interface Style {
  readonly strong: (text: string) => string;
  readonly quiet: (text: string) => string;
  readonly good: (text: string) => string;
  readonly middling: (text: string) => string;
  readonly bad: (text: string) => string;
  readonly quote: (text: string) => string;
}

export function makeStyle(color: boolean): Style {
  const { bold, dim, green, yellow, red, italic } = pc.createColors(color);
  return { strong: bold, quiet: dim, good: green, middling: yellow, bad: red, quote: italic };
}
