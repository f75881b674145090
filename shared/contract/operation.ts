import { oc } from '@orpc/contract';
import { z } from 'zod';
import { type FailureCode, failureCodes } from '../result/result.ts';

/**
 * The base of every operation. All failure codes are declared on it, so that a client knows an expected failure
 * (`isDefinedError`) from a bug.
 */
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- one entry per code, which fromEntries cannot say
const errors = Object.fromEntries(failureCodes.map((code) => [code, {}])) as Record<FailureCode, object>;

export const operation = oc.errors(errors);

/** A count of rows, items or bytes. */
export const count = z.int().min(0);

/** UTC milliseconds since 1970. */
export const time = z.int();

/** A UUIDv7 made by the project. */
export const id = z.uuid();
