import { SubmitButton } from "#components/ui/submit-button.tsx";
import { signOutAction } from "./sign-out-action.ts";

export function SignOutForm() {
  return (
    <form action={signOutAction}>
      <SubmitButton variant="menu">Sign out</SubmitButton>
    </form>
  );
}
