import { newId } from "../state/new-id.ts";
import type { SandboxState } from "../state/sandbox-state.ts";
import type { WebhookPlan, WebhookRule, WebhookRuleRequest } from "../state/webhook-plan.ts";
import { matchesType } from "./matches-type.ts";

export function addWebhookRule(state: SandboxState, request: WebhookRuleRequest): WebhookRule {
  const randomState = request.trouble.kind === "shuffle" ? request.trouble.seed : 0;
  const rule = {
    ...request,
    id: newId("rule", 8),
    left: request.times === undefined ? 1 : request.times,
    randomState,
  };
  state.webhookPlan.rules.push(rule);
  return rule;
}

export function clearWebhookRules(state: SandboxState): void {
  state.webhookPlan.rules = [];
}

/** The rules that apply to an event of this type; each use is counted. */
export function takeWebhookRules(plan: WebhookPlan, type: string): WebhookRule[] {
  const met = plan.rules.filter((rule) => rule.left !== 0 && matchesType(rule.types, type));
  for (const rule of met) if (rule.left !== null) rule.left -= 1;
  return met;
}
