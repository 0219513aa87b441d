"use server";

import { revalidatePath } from "next/cache";
import type { z } from "zod";
import { operatorAction } from "#app/_form/action.ts";
import type { UserId } from "#kernel/ids.ts";
import {
  redrive,
  redriveAll,
  redriveAllInput,
  redriveInput,
  replay,
  replayInput,
} from "#lib/operator/act-on-jobs.ts";
import {
  refund,
  refundInput,
  takeOffMarket,
  takeOffMarketInput,
} from "#lib/operator/act-on-orders.ts";
import { switchInput, switchOff, switchOn } from "#lib/operator/switch-person.ts";

/** What an operator does, after which every page for operators is read anew. */
function act<Schema extends z.ZodType>(
  schema: Schema,
  run: (operatorId: UserId, input: z.output<Schema>) => Promise<void>,
) {
  return operatorAction(schema, async ({ id }, input) => {
    await run(id, input);
    revalidatePath("/operator", "layout");
  });
}

export const redriveAction = act(redriveInput, redrive);
export const redriveAllAction = act(redriveAllInput, redriveAll);
export const replayAction = act(replayInput, replay);
export const refundAction = act(refundInput, refund);
export const takeOffMarketAction = act(takeOffMarketInput, takeOffMarket);
export const switchOffAction = act(switchInput, switchOff);
export const switchOnAction = act(switchInput, switchOn);
