/** The natural logarithm of n!, for whole numbers of at least 0. */
export function logFactorial(n: number): number {
  const known = small[n];
  if (known !== undefined) return known;
  // Stirling's series; what is left out is below 1e-15 from 16 on.
  const square = n * n;
  const tail = (1 / 12 - (1 / 360 - (1 / 1260 - 1 / 1680 / square) / square) / square) / n;
  return (n + 0.5) * Math.log(n) - n + 0.5 * Math.log(2 * Math.PI) + tail;
}

const small = Array.from({ length: 18 }, (_, n) => {
  let product = 1;
  for (let factor = 2; factor <= n; factor++) product *= factor;
  return Math.log(product);
});
