/** The package says nothing of its types; the rule is handed on as it is. */
declare module 'textlint-rule-write-good';
