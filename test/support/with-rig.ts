import { sampleKnowledge } from './sample-knowledge.ts';
import { startRig, type Rig, type RigOptions } from './start-rig.ts';

/**
 * Runs a test on a rig of its own, so that tests can wait at the same time. The rig is stopped in any case; `allowed`
 * are the rules of Discord that the test provokes the bot to break.
 */
export const withRig = async (
  { allowed = [], ...options }: Partial<RigOptions> & { readonly allowed?: readonly string[] },
  run: (rig: Rig) => Promise<void>,
): Promise<void> => {
  const rig = await startRig({ knowledge: sampleKnowledge, ...options });
  try {
    await run(rig);
  } catch (error) {
    // What the test found matters more than what the bot did on the way out.
    await rig.stop().catch(() => undefined);
    throw error;
  }
  await rig.stop(allowed);
};
