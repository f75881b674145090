/** What is done about a failure mode, in words. */
export const modeStatusNames = {
  open: 'Open',
  fixing: 'Being fixed',
  fixed: 'Fixed',
  accepted: 'Accepted',
  ignored: 'Ignored',
} as const;
