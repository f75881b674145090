import { implement } from '@orpc/server';
import { contract } from '../../shared/contract/contract.ts';

/** The contract to implement, area by area. */
export const operations = implement(contract);
