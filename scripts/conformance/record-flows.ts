import { type Answer, recorder, type Side } from "./ask-stripe.ts";
import type { Flow } from "./flows.ts";

/** Runs the flows one after the other, which keeps far below Stripe's limits. The step names get their flow's. */
export async function recordFlows(
  side: Side,
  flows: Flow[],
  tell: (name: string) => void = () => {},
): Promise<Answer[]> {
  const recorded: Answer[] = [];
  for (const flow of flows) {
    tell(flow.name);
    const { ask, answers } = recorder(side);
    await flow.run(ask);
    recorded.push(
      ...answers.map((answer) => ({ ...answer, step: `${flow.name} › ${answer.step}` })),
    );
  }
  return recorded;
}
