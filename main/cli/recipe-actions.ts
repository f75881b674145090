/** What can be done with saved recipes, and how it is written. */
export const recipeUsage = {
  list: 'list',
  save: 'save NAME --file FILE',
  show: 'show NAME[@VERSION]',
  compare:
    'compare A [B], where each is NAME[@VERSION] or a file; one alone is compared with the version before',
  remove: 'remove NAME',
} as const;

export type RecipeAction = keyof typeof recipeUsage;

export const recipeActions = ['list', 'save', 'show', 'compare', 'remove'] as const satisfies RecipeAction[];

export const recipeHelp = `\n${recipeActions.map((action) => `  flywheel recipe PROJECT ${recipeUsage[action]}`).join('\n')}`;
