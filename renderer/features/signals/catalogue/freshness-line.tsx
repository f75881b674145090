/** How far the values of signals are those of the project as it is now. */
export function FreshnessLine() {
  return <>What the log tells of each interaction</>;
}
