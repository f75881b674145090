/** Coordinates of a point of a plane per row. */
export interface Plane {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

const iterations = 500;
/** Neighbours are pulled together more strongly at first, so that groups find each other before they are crowded. */
const exaggeratedIterations = 120;
const exaggeration = 6;

/**
 * Moves points of the plane so that those with a small distance are neighbours: t-SNE (L. van der Maaten and G. Hinton
 * 2008, "Visualizing Data using t-SNE"), all pairs, from a given start, without any chance.
 * @param distances square matrix, row by row
 * @param perplexity about how many neighbours a point has
 */
export function embedNeighbours(distances: Float32Array, start: Plane, perplexity: number): Plane {
  const count = start.x.length;
  const near = jointNearness(distances, count, perplexity);
  const x = Float64Array.from(start.x);
  const y = Float64Array.from(start.y);
  const force = { x: new Float64Array(count), y: new Float64Array(count) };
  const away = { x: new Float64Array(count), y: new Float64Array(count) };
  const axes = [axis(x, force.x, away.x), axis(y, force.y, away.y)];
  const rate = Math.max(count / exaggeration, 10);
  for (let iteration = 0; iteration < iterations; iteration += 1) {
    const isEarly = iteration < exaggeratedIterations;
    const total = pull(near, { x, y }, force, away);
    for (const { at, speed, gain, towards, from } of axes) {
      for (let point = 0; point < count; point += 1) {
        const gradient =
          4 * ((isEarly ? exaggeration : 1) * (towards[point] ?? 0) - (from[point] ?? 0) / total);
        const before = speed[point] ?? 0;
        const gained = Math.max(
          0.01,
          gradient > 0 === before > 0 ? (gain[point] ?? 1) * 0.8 : (gain[point] ?? 1) + 0.2,
        );
        gain[point] = gained;
        const next = (isEarly ? 0.5 : 0.8) * before - rate * gained * gradient;
        speed[point] = next;
        at[point] = (at[point] ?? 0) + next;
      }
    }
  }
  return { x, y };
}

function axis(at: Float64Array, towards: Float64Array, from: Float64Array) {
  return {
    at,
    towards,
    from,
    speed: new Float64Array(at.length),
    gain: new Float64Array(at.length).fill(1),
  };
}

/** Sums what draws each point to its neighbours and what keeps it from all others; gives the sum of all nearness. */
function pull(near: Float32Array, { x, y }: Plane, towards: Plane, from: Plane): number {
  const count = x.length;
  for (const sums of [towards.x, towards.y, from.x, from.y]) sums.fill(0);
  let total = 0;
  for (let one = 0; one < count; one += 1) {
    const xOne = x[one] ?? 0;
    const yOne = y[one] ?? 0;
    let [drawX, drawY, pushX, pushY] = [0, 0, 0, 0];
    for (let other = one + 1; other < count; other += 1) {
      const dx = xOne - (x[other] ?? 0);
      const dy = yOne - (y[other] ?? 0);
      const here = 1 / (1 + dx * dx + dy * dy);
      total += 2 * here;
      const draw = (near[one * count + other] ?? 0) * here;
      const push = here * here;
      drawX += draw * dx;
      drawY += draw * dy;
      pushX += push * dx;
      pushY += push * dy;
      towards.x[other] = (towards.x[other] ?? 0) - draw * dx;
      towards.y[other] = (towards.y[other] ?? 0) - draw * dy;
      from.x[other] = (from.x[other] ?? 0) - push * dx;
      from.y[other] = (from.y[other] ?? 0) - push * dy;
    }
    towards.x[one] = (towards.x[one] ?? 0) + drawX;
    towards.y[one] = (towards.y[one] ?? 0) + drawY;
    from.x[one] = (from.x[one] ?? 0) + pushX;
    from.y[one] = (from.y[one] ?? 0) + pushY;
  }
  return total;
}

/** How near each pair is, as shares of 1, after each row's width was fitted to the perplexity. */
function jointNearness(distances: Float32Array, count: number, perplexity: number): Float32Array {
  const joint = new Float32Array(count * count);
  const goal = Math.log(perplexity);
  for (let row = 0; row < count; row += 1) {
    const shares = sharesAtEntropy(distances.subarray(row * count, (row + 1) * count), row, goal);
    for (let column = 0; column < count; column += 1) {
      const half = (shares[column] ?? 0) / (2 * count);
      joint[row * count + column] = (joint[row * count + column] ?? 0) + half;
      joint[column * count + row] = (joint[column * count + row] ?? 0) + half;
    }
  }
  return joint;
}

function sharesAtEntropy(distances: Float32Array, self: number, goal: number): Float64Array {
  const shares = new Float64Array(distances.length);
  const least = distances.reduce(
    (found, distance, at) => (at === self ? found : Math.min(found, distance)),
    Number.POSITIVE_INFINITY,
  );
  let [low, high, sharpness] = [0, Number.POSITIVE_INFINITY, 10];
  for (let step = 0; step < 50; step += 1) {
    let sum = 0;
    let weighted = 0;
    for (const [at, distance] of distances.entries()) {
      const share = at === self ? 0 : Math.exp(-sharpness * (distance - least));
      shares[at] = share;
      sum += share;
      weighted += share * (distance - least);
    }
    for (let at = 0; at < shares.length; at += 1) shares[at] = (shares[at] ?? 0) / sum;
    const entropy = Math.log(sum) + (sharpness * weighted) / sum;
    if (Math.abs(entropy - goal) < 1e-4) break;
    if (entropy > goal) low = sharpness;
    else high = sharpness;
    sharpness = high === Number.POSITIVE_INFINITY ? sharpness * 2 : (low + high) / 2;
  }
  return shares;
}
