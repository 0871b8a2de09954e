// @ts-check
// Why the worker could not do what a message asked for, in the states that every surface knows.

export class Failure extends Error {
  /**
   * @param {State} state
   * @param {string | null} [detail] of "refused" the server's own sentence, of "down" perhaps "slow", of "stranger" perhaps "unproven", of "version" the server's
   * @param {{ field: string, detail: string }[]} [errors]
   */
  constructor(state, detail = null, errors = undefined) {
    super(`${state}${detail ? `: ${detail}` : ""}`);
    this.state = state;
    this.detail = detail;
    this.errors = errors;
  }
}
