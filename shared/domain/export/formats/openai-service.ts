/** FORMATS 0. */
export const openAiWithdrawn =
  'OpenAI takes no new fine-tuning jobs after 6 January 2027, and none now from organisations that do not use it already. Other readers go on.';

/** Fewer examples than this and OpenAI does not start a job. */
export const openAiFewest = {
  rows: 10,
  message: 'Fewer than 10 training rows: OpenAI does not start a job with them.',
};
