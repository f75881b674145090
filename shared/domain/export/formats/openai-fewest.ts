/** Fewer examples than this and OpenAI does not start a job. */
export const openAiFewest = {
  rows: 10,
  message: 'Fewer than 10 training rows: OpenAI does not start a job with them.',
};
