import type { FileShape } from '../../../shared/domain/file-shape.ts';
import type { Mapping } from '../../../shared/domain/mapping/mapping.ts';
import { type Result, succeed } from '../../../shared/result/result.ts';

export async function chooseMapping(
  path: string,
  shape: FileShape,
  given: Mapping | undefined,
): Promise<Result<Mapping>> {
  return Promise.resolve(succeed(given ?? []));
}
