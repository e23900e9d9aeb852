import type { Format, Look } from './format.ts';
import { githubFormat } from './github.ts';
import { jsonFormat } from './json.ts';
import { sarifFormat } from './sarif.ts';
import { summaryFormat } from './summary.ts';
import { textFormat } from './text.ts';

export function makeFormat(look: Look): Format {
  switch (look.format) {
    case 'text':
      return textFormat(look);
    case 'summary':
      return summaryFormat(look);
    case 'json':
      return jsonFormat();
    case 'sarif':
      return sarifFormat();
    case 'github':
      return githubFormat();
  }
}
