import { z } from "zod";

/** Where to go afterwards, as a form or an address names it. To be read with `returnPath`. */
export const nextField = { next: z.string().max(2000).optional() };
