import { useMutation } from '@tanstack/react-query';
import type { ConfiguredModel } from '../../../shared/contract/model-settings.ts';
import { failureOf } from '../../api/failure.ts';
import { useQueries } from '../../api/query-utils.ts';
import { Button } from '../../ui/button.tsx';
import styles from './models-section.module.css';

export interface TryModelProps {
  readonly model: ConfiguredModel;
}

/**
 * Asks a model once, and says what came of it in a line that is always there. The button is never disabled: leaving the field
 * before it by Tab would skip it.
 */
export function TryModel({ model }: TryModelProps) {
  const queries = useQueries();
  const attempt = useMutation(queries.app.tryModel.mutationOptions());
  return (
    <div className={styles['attempt']}>
      <Button isPending={attempt.isPending} onPress={() => attempt.mutate({ model })}>
        {model === 'folder' ? 'Try the folder' : 'Try the service'}
      </Button>
      <p role="status" className={styles['result']}>
        {attempt.isPending ? 'Asking …' : resultOf(attempt.data, attempt.error, model)}
      </p>
    </div>
  );
}

function resultOf(
  found: { readonly numbers: number } | undefined,
  error: Error | null,
  model: ConfiguredModel,
): string {
  if (error !== null) return failureOf(error).message;
  return found === undefined
    ? ''
    : `It works: ${found.numbers} numbers a change. Make clusters with it by flywheel cluster --full --model ${model}.`;
}
