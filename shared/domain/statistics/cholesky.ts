/** The lower triangle L with L L' = A of a symmetric matrix, by rows; null where A is not positive definite. */
export function cholesky(matrix: readonly Float64Array[]): Float64Array[] | null {
  const factor: Float64Array[] = [];
  for (const [row, values] of matrix.entries()) {
    const own = new Float64Array(matrix.length);
    factor.push(own);
    for (const [column, other] of factor.entries()) {
      let rest = values[column] ?? 0;
      for (let k = 0; k < column; k++) rest -= (own[k] ?? 0) * (other[k] ?? 0);
      if (column < row) own[column] = rest / (other[column] ?? 0);
      else if (rest <= (values[row] ?? 0) * leastPivot) return null;
      else own[row] = Math.sqrt(rest);
    }
  }
  return factor;
}

/** A column of which others explain all but this part is taken for one that they explain. */
const leastPivot = 1e-12;

/** Solves A x = b by the factor of A. */
export function solve(factor: readonly Float64Array[], right: Float64Array): Float64Array {
  const x = Float64Array.from(right);
  for (const [row, own] of factor.entries()) {
    let rest = x[row] ?? 0;
    for (let k = 0; k < row; k++) rest -= (own[k] ?? 0) * (x[k] ?? 0);
    x[row] = rest / (own[row] ?? 0);
  }
  for (const [row, own] of [...factor.entries()].toReversed()) {
    const value = (x[row] ?? 0) / (own[row] ?? 0);
    x[row] = value;
    for (let k = 0; k < row; k++) x[k] = (x[k] ?? 0) - (own[k] ?? 0) * value;
  }
  return x;
}

/** The diagonal of the inverse of A by its factor. */
export function inverseDiagonal(factor: readonly Float64Array[]): Float64Array {
  return Float64Array.from(factor, (_, place) => {
    const unit = new Float64Array(factor.length);
    unit[place] = 1;
    return solve(factor, unit)[place] ?? 0;
  });
}
