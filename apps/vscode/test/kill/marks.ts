/** Before the name of a file that was recorded, in what the window prints. */
export const recordedMark = 'recorded|';
/** How many events each window writes. */
export const writes = 200;
