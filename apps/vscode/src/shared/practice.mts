export { isEventFileName, readEvents } from '@rubricate/core/practice';
