// @ts-check
// Why the worker could not do what a message asked for, in the states that every surface knows.

export class Failure extends Error {
  /**
   * @param {State} state
   * @param {string | null} [detail] of "refused" the server's own sentence, of "down" perhaps "slow", of "stranger" perhaps "unproven"
   * @param {{ errors?: { field: string, detail: string }[], address?: string, version?: string }} [more] wrong fields; where, and what answered there
   */
  constructor(state, detail = null, { errors, address, version } = {}) {
    super(`${state}${detail ? `: ${detail}` : ""}`);
    this.state = state;
    this.detail = detail;
    this.errors = errors;
    this.address = address ?? null;
    this.version = version || null;
  }
}
