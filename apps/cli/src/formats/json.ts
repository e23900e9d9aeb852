import { fileReport } from '../file-report.ts';
import { reportVersion } from '../report-version.ts';
import type { Format } from './format.ts';

export function jsonFormat(): Format {
  return {
    open: `{\n  "version": ${reportVersion},\n  "files": [\n`,
    between: ',\n',
    one: (result) => {
      const report = !result.ok
        ? { path: result.path, error: result.error }
        : result.comparison
          ? { path: result.path, comparison: result.comparison }
          : fileReport(result);
      return [JSON.stringify(report, undefined, 2).replace(/^/gm, '    ')];
    },
    close: ({ files }) => `${files === 0 ? '' : '\n'}  ]\n}\n`,
  };
}
