import { z } from 'zod';

/**
 * How much a fault matters, least first: the levels of MQM, the Multidimensional Quality Metrics
 * (https://themqm.org/error-types-2/the-mqm-scoring-models/).
 */
export const severities = ['minor', 'major', 'critical'] as const;

export const severitySchema = z.enum(severities);

export type Severity = z.infer<typeof severitySchema>;
