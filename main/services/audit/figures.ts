/** Such as "31 %"; small shares with one decimal. */
export function percent(part: number, all: number): string {
  const share = all === 0 ? 0 : part / all;
  return `${(100 * share).toFixed(share > 0 && share < 0.1 ? 1 : 0)} %`;
}

export function counted(number: number): string {
  return number.toLocaleString('en-GB');
}
