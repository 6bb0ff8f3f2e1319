import type { Answer, CardRequest, FilesRequest, OfferRequest, TextRequest } from '#features/handler.ts';
import type { Meeting } from '#features/meet.ts';

/** The app behind the rim. It tells people of its own breakages; whatever still escapes becomes the rim's apology. */
export type Front = {
  /** A verb, from whatever door. */
  act(request: CardRequest): Promise<Answer>;
  /** Typed text, without our own mention, trimmed; empty when only a picture or a file was sent. */
  say(request: TextRequest): Promise<Answer>;
  /** Files sent in the 1:1 chat; none of them is fetched in the turn. */
  receive(request: FilesRequest): Promise<Answer>;
  /** Somebody allowed or declined a file of ours. */
  answerOffer(request: OfferRequest): Promise<Answer>;
  /** Refreshes what is known of where people and places are. */
  meet(meeting: Meeting): Promise<void>;
};
