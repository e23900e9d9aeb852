/** The version of the JSON report. It rises with every change of that format. */
export const reportVersion = 1;
