/** What the engine under test says on stderr once its plan to kill itself is off. */
export const CALM_WORD = 'the plan to die is off'
