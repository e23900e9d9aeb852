/** What is used of the library. Its own types name no file endings, so they are not found from ESM, and ask for a page. */
declare module 'media-captions' {
  export interface VTTCue {
    /** In seconds. */
    readonly startTime: number;
    readonly endTime: number;
    /** With its mark-up. */
    readonly text: string;
  }

  export type VTTNode =
    | { readonly type: 'text'; readonly data: string }
    | { readonly type: 'v'; readonly voice: string; readonly children: readonly VTTNode[] }
    | {
        readonly type: 'c' | 'i' | 'b' | 'u' | 'ruby' | 'rt' | 'lang' | 'timestamp';
        readonly children: readonly VTTNode[];
      };

  export function parseText(
    text: string,
    options: { readonly type: 'vtt' },
  ): Promise<{ readonly cues: readonly VTTCue[] }>;
  /** In seconds; null for what is no time. */
  export function parseVTTTimestamp(text: string): number | null;
  export function tokenizeVTTCue(cue: VTTCue): readonly VTTNode[];
}
