import { reviewSchema } from '../../apps/cli/src/report.ts';
import { writeGenerated } from './write.ts';

// The JSON Schema of what `rubricate review --format json` prints.
writeGenerated('docs/schemas/review.schema.json', `${JSON.stringify(reviewSchema(), null, 2)}\n`);
