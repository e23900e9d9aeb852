/**
 * The pack whose structures and frames the manifest contributes as plain snippets (`snippets/rubricate.json`, generated).
 * Those are there in any Markdown file; the completion adds only what a text's own pack has beyond them.
 */
export const contributedPack = 'foundations';
