/**
 * Pieces of SQL by which labels that name a failure mode are read as naming the one that stands for it. Labels keep the id that
 * was chosen; one that was merged means another, one that was retired has only its name left.
 */

/** The answer of a row `l` as it is shown. */
export const shownAnswer = `CASE WHEN standing.id IS NULL THEN l.value
  WHEN standing.retired THEN json_quote(standing.name) ELSE json_quote(standing.id) END`;

/** To be joined where {@link shownAnswer} is read. */
export const shownAnswerJoins = `LEFT JOIN failure_modes AS named ON named.id = l.value ->> '$'
  LEFT JOIN failure_modes AS standing ON standing.id = coalesce(named.merged_into, named.id)`;

/** Every failure mode by its id, `name` being that of the one that stands for it. */
export const namedModes = `SELECT m.id, coalesce(standing.name, m.name) COLLATE NOCASE AS name, m.name AS own FROM failure_modes AS m
  LEFT JOIN failure_modes AS standing ON standing.id = m.merged_into`;
