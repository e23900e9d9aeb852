/** A whole number with its thousands set apart: 1,234. */
export function grouped(value: number): string {
  return String(Math.round(value)).replace(/\B(?=(?:\d{3})+(?!\d))/g, ',');
}

/** Bytes in millions, from a thousand millions on in those: as memory is sold and planned. */
export function sizeText(bytes: number): string {
  return bytes < 1e9 ? `${(bytes / 1e6).toFixed(3)} MB` : `${(bytes / 1e9).toFixed(2)} GB`;
}

/** A share with three places after the point. */
export function shareText(share: number): string {
  return share.toFixed(3);
}
