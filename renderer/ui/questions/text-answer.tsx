import styles from './questions.module.css';

export interface TextAnswerProps {
  readonly question: string;
  readonly name: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly onBlur?: () => void;
}

/** The field of a question that is answered by writing. */
export function TextAnswer({ question, name, value, onChange, onBlur }: TextAnswerProps) {
  return (
    <textarea
      className={styles['note']}
      aria-label={name}
      data-question={question}
      dir="auto"
      rows={3}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      onBlur={onBlur}
    />
  );
}
