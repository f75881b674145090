/** Does something that ends at once, such as printing, in the light theme. */
export function onWhitePaper(work: () => void): void {
  const { dataset } = document.documentElement;
  const theme = dataset['theme'];
  dataset['theme'] = 'light';
  work();
  if (theme !== undefined) dataset['theme'] = theme;
}
