/** The date of an instant where the person is, as `2026-11-21`. */
export function dateOf(at: Date): string {
  const year = String(at.getFullYear()).padStart(4, '0');
  return [year, ...[at.getMonth() + 1, at.getDate()].map((part) => String(part).padStart(2, '0'))].join('-');
}
