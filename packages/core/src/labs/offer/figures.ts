/** Whole units with separated thousands, the same on every system: 1,234,567. */
export function amountText(amount: number): string {
  const whole = Math.round(Math.abs(amount)).toFixed(0);
  const text = whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
  return amount < 0 && whole !== '0' ? `−${text}` : text;
}

/** A large amount in few signs: 300M, 2.5B. */
export function shortAmount(amount: number): string {
  const size = Math.abs(amount);
  const [unit, letter] =
    size >= 999_995_000 ? [1e9, 'B'] : size >= 999_995 ? [1e6, 'M'] : size >= 10_000 ? [1e3, 'k'] : [1, ''];
  const text = letter === '' ? amountText(size) : String(Math.round((size / unit) * 100) / 100);
  return `${amount < 0 && text !== '0' ? '−' : ''}${text}${letter}`;
}

/** A fraction as a percent, with as many decimals as say something, and four at most. */
export function percentText(fraction: number): string {
  const percent = fraction * 100;
  const digits = Math.abs(percent) >= 10 ? 10 : Math.abs(percent) >= 1 ? 100 : 10_000;
  return `${String(Math.round(percent * digits) / digits).replace('-', '−')}%`;
}
