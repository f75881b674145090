import type { JsonObject } from '../../../../shared/domain/json.ts';
import { objectField, objectsField, textField } from '../support/fields.ts';
import { askedMessages, judgedText, type JudgedText } from '../support/judged-text.ts';
import { textareaText } from './result-value.ts';

/** What the annotators of a task judged. */
export interface Shown extends JudgedText {
  /** The control that a prediction filled with the output: what annotators leave in it is an edit. */
  readonly fromName: string | undefined;
}

/** The text that a prediction offered, else one of the task's data; undefined where there is none. */
export function readShown(task: JsonObject): Shown | undefined {
  const data = objectField(task, 'data');
  for (const prediction of objectsField(task, 'predictions')) {
    for (const result of objectsField(prediction, 'result')) {
      const output = textareaText(result);
      if (output === undefined) continue;
      const model = textField(prediction, 'model_version');
      return { output, model, ...askedMessages(data), fromName: textField(result, 'from_name') };
    }
  }
  const judged = judgedText(data);
  return judged === undefined ? undefined : { ...judged, fromName: undefined };
}
