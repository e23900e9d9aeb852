/** The version of the shapes of events. An event of a later version is kept and reported, never guessed at. */
export const eventVersion = 1;
