import type {
  APIApplicationCommandOptionChoice,
  APIMessageInteractionMetadata,
  APIModalInteractionResponseCallbackData,
} from 'discord-api-types/v10';
import type { InteractionState, InteractionStatus } from '../contract.ts';

/** An interaction as Discord itself knows it; replaced, never changed. */
export interface InteractionEntry {
  readonly id: string;
  readonly token: string;
  readonly kind: InteractionState['kind'];
  readonly name: string;
  readonly userId: string;
  readonly channelId: string;
  readonly createdAtMs: number;
  readonly status: InteractionStatus;
  readonly isEphemeral: boolean | null;
  /** The message whose component was used or that the modal was opened from. */
  readonly sourceMessageId: string | null;
  /** What `@original` names: the reply, or the component's message after an update. */
  readonly originalMessageId: string | null;
  readonly followUpIds: readonly string[];
  readonly modal: APIModalInteractionResponseCallbackData | null;
  readonly choices: readonly APIApplicationCommandOptionChoice[] | null;
  readonly metadata: APIMessageInteractionMetadata;
  /** A fault made its token void. */
  readonly isExpired: boolean;
}
