import { TurnState } from '@microsoft/teams-ai';

/** teams-ai loads and saves a state around every turn. We keep none: ours is empty, fresh for each turn, and costs nothing. */
export class NoState extends TurnState {
  readonly #user = {};
  readonly #temp = { input: '', inputFiles: [], lastOutput: '', actionOutputs: {}, authTokens: {} };

  override get user() {
    return this.#user;
  }

  override get temp() {
    return this.#temp;
  }

  override load(): Promise<boolean> {
    return Promise.resolve(true);
  }

  override save(): Promise<void> {
    return Promise.resolve();
  }
}
