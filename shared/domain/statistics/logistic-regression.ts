import { cholesky, inverseDiagonal, solve } from './cholesky.ts';

/** A fit; the intercept comes first. */
export interface LogisticFit {
  readonly coefficients: Float64Array;
  readonly standardErrors: Float64Array;
  readonly logLikelihood: number;
  readonly iterations: number;
}

const mostIterations = 50;
const mostHalvings = 20;
/** Of the penalised log likelihood, as a part of it. */
const tolerance = 1e-10;

/**
 * Logistic regression by Newton's method (iteratively reweighted least squares) with a ridge: the coefficients have the
 * penalty `ridge / 2` times the sum of their squares, the intercept has none. Without a ridge it is the fit of maximum
 * likelihood. Standard errors are the roots of the diagonal of the inverse of the penalised information; with a ridge they
 * are those of the normal approximation under a normal prior of variance 1 / ridge. Null where no fit exists: one kind of
 * outcome alone, columns that others explain, or outcomes that a line separates, without a ridge.
 *
 * Sources: P. McCullagh and J. A. Nelder (1989), "Generalized Linear Models", 2nd edition, 4.4; S. le Cessie and J. C. van
 * Houwelingen (1992), "Ridge estimators in logistic regression", Applied Statistics 41, 191-201.
 * @param rows of features, all of one length
 * @param outcomes 1 or 0
 */
export function fitLogistic(
  rows: readonly ArrayLike<number>[],
  outcomes: ArrayLike<number>,
  ridge = 0,
): LogisticFit | null {
  const size = (rows[0]?.length ?? 0) + 1;
  const data = { rows, outcomes, ridge };
  let coefficients = new Float64Array(size);
  let state = stateAt(data, coefficients);
  for (let iterations = 1; iterations <= mostIterations; iterations++) {
    const factor = cholesky(state.information);
    if (factor === null) return null;
    const step = solve(factor, state.gradient);
    let share = 1;
    let next = moved(coefficients, step, share);
    let nextState = stateAt(data, next);
    for (let halvings = 0; nextState.objective < state.objective && halvings < mostHalvings; halvings++) {
      share /= 2;
      next = moved(coefficients, step, share);
      nextState = stateAt(data, next);
    }
    const gain = nextState.objective - state.objective;
    coefficients = next;
    state = nextState;
    if (Math.abs(gain) > tolerance * (Math.abs(state.objective) + tolerance)) continue;
    const last = cholesky(state.information);
    // Where a line separates the outcomes the likelihood only nears its end, with coefficients that grow for ever.
    if (last === null || state.logLikelihood > -separated) return null;
    return {
      coefficients,
      standardErrors: inverseDiagonal(last).map((variance) => Math.sqrt(variance)),
      logLikelihood: state.logLikelihood,
      iterations,
    };
  }
  return null;
}

const separated = 1e-6;

/** The probability that a fit gives to a row. */
export function probabilityOf(coefficients: ArrayLike<number>, row: ArrayLike<number>): number {
  return logistic(linear(coefficients, row));
}

/** From log odds to a probability. */
export function logistic(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}

interface Data {
  readonly rows: readonly ArrayLike<number>[];
  readonly outcomes: ArrayLike<number>;
  readonly ridge: number;
}

interface State {
  readonly gradient: Float64Array;
  readonly information: readonly Float64Array[];
  readonly logLikelihood: number;
  /** The log likelihood less the penalty. */
  readonly objective: number;
}

function stateAt({ rows, outcomes, ridge }: Data, coefficients: Float64Array): State {
  const size = coefficients.length;
  const gradient = new Float64Array(size);
  const information = Array.from({ length: size }, () => new Float64Array(size));
  let logLikelihood = 0;
  const withOne = new Float64Array(size);
  withOne[0] = 1;
  for (const [index, row] of rows.entries()) {
    withOne.set(row, 1);
    const logOdds = linear(coefficients, row);
    const probability = logistic(logOdds);
    const outcome = outcomes[index] ?? 0;
    logLikelihood -= softplus(outcome === 1 ? -logOdds : logOdds);
    const weight = probability * (1 - probability);
    for (const [i, line] of information.entries()) {
      const value = withOne[i] ?? 0;
      gradient[i] = (gradient[i] ?? 0) + (outcome - probability) * value;
      for (let j = 0; j <= i; j++) line[j] = (line[j] ?? 0) + weight * value * (withOne[j] ?? 0);
    }
  }
  let penalty = 0;
  for (const [i, line] of information.entries()) {
    if (i > 0) {
      const coefficient = coefficients[i] ?? 0;
      penalty += (ridge / 2) * coefficient * coefficient;
      gradient[i] = (gradient[i] ?? 0) - ridge * coefficient;
      line[i] = (line[i] ?? 0) + ridge;
    }
  }
  return { gradient, information, logLikelihood, objective: logLikelihood - penalty };
}

function linear(coefficients: ArrayLike<number>, row: ArrayLike<number>): number {
  let sum = coefficients[0] ?? 0;
  for (let i = 0; i < row.length; i++) sum += (coefficients[i + 1] ?? 0) * (row[i] ?? 0);
  return sum;
}

/** log(1 + e^x) without overflow. */
function softplus(x: number): number {
  return x > 0 ? x + Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x));
}

function moved(from: Float64Array, step: Float64Array, share: number): Float64Array<ArrayBuffer> {
  return Float64Array.from(from, (value, place) => value + share * (step[place] ?? 0));
}
