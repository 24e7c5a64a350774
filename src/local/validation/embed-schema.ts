import { EmbedType } from 'discord-api-types/v10';
import { z } from 'zod';
import { limits } from './limits.ts';

const webUrl = z.url({ protocol: /^https?$/u });
const mediaUrl = z.url({ protocol: /^(https?|attachment)$/u });
const image = z.strictObject({ url: mediaUrl });

export const embed = z.strictObject({
  title: z.string().max(limits.embedTitle).exactOptional(),
  type: z.literal(EmbedType.Rich).exactOptional(),
  description: z.string().max(limits.embedDescription).exactOptional(),
  url: webUrl.exactOptional(),
  timestamp: z.iso.datetime({ offset: true }).exactOptional(),
  color: z.int().min(0).max(0xffffff).exactOptional(),
  footer: z
    .strictObject({ text: z.string().max(limits.embedFooter), icon_url: mediaUrl.exactOptional() })
    .exactOptional(),
  image: image.exactOptional(),
  thumbnail: image.exactOptional(),
  author: z
    .strictObject({
      name: z.string().max(limits.embedAuthor),
      url: webUrl.exactOptional(),
      icon_url: mediaUrl.exactOptional(),
    })
    .exactOptional(),
  fields: z
    .array(
      z.strictObject({
        name: z.string().min(1).max(limits.embedFieldName),
        value: z.string().min(1).max(limits.embedFieldValue),
        inline: z.boolean().exactOptional(),
      }),
    )
    .max(limits.embedFields)
    .exactOptional(),
});

type Embed = z.infer<typeof embed>;

/** What counts towards the 6,000 characters of all embeds of a message. */
export const embedLength = (each: Embed): number => {
  const texts = [each.title, each.description, each.footer?.text, each.author?.name];
  const fields = (each.fields ?? []).flatMap(({ name, value }) => [name, value]);
  return [...texts, ...fields].reduce((sum, text) => sum + (text?.length ?? 0), 0);
};
