/** Something about a release that has to be put right, in one sentence. */
export type Finding = string;

/** One thing that the release check looks at. */
export type ReleaseCheck = { readonly title: string; readonly run: () => Promise<readonly Finding[]> };
