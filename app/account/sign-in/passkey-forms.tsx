"use client";

import { Form, fieldOf } from "#app/_form/form.tsx";
import type { FormAction } from "#app/_form/form-state.ts";
import { PasskeyButton } from "#app/_passkeys/passkey-button.tsx";
import { ProofFields, type WaysToProve } from "#app/_passkeys/proof-fields.tsx";
import { Moment } from "#components/moment.tsx";
import { AskOnce } from "#components/ui/ask-once.tsx";
import { TextField } from "#components/ui/field.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { Written } from "#components/written.tsx";
import {
  addPasskeyAction,
  proveAction,
  removePasskeyAction,
  renamePasskeyAction,
} from "./actions.ts";

/** `action`: that of another page, which is shown anew afterwards. */
export function ProveForm({
  ways,
  action = proveAction,
}: {
  ways: WaysToProve;
  action?: FormAction;
}) {
  return (
    <Form action={action}>
      {(state) => (
        <>
          <ProofFields state={state} of="proof" ways={ways} />
          <SubmitButton variant="quiet" pendingLabel="Looking…">
            It is me
          </SubmitButton>
        </>
      )}
    </Form>
  );
}

/** `device`: what the browser calls itself, as a name to begin with. */
export function AddPasskeyForm({ device }: { device: string }) {
  return (
    <Form action={addPasskeyAction} onDone="Your passkey is added: sign in with it from now on.">
      {(state) => (
        <PasskeyButton
          occasion="add"
          variant="quiet"
          above={
            <TextField
              label="Name of the passkey"
              hint="How you will know it from others, such as the device it is on."
              required
              {...fieldOf(state, "name", device)}
            />
          }
        >
          Add a passkey
        </PasskeyButton>
      )}
    </Form>
  );
}

export type ListedPasskey = {
  id: string;
  name: string;
  isBackedUp: boolean;
  createdAt: Date;
  lastUsedAt: Date | null;
};

/** Somebody's passkeys, each to be named anew and, by whoever has shown who they are, removed. */
export function PasskeyList(props: { passkeys: ListedPasskey[]; mayRemove: boolean }) {
  if (props.passkeys.length === 0) return <p>You have none yet.</p>;
  return (
    <ul className="divide-y divide-line border-y border-line">
      {props.passkeys.map((passkey) => (
        <li key={passkey.id} className="py-4">
          <div className="flex items-start justify-between gap-4">
            <Passkey {...passkey} />
            {props.mayRemove && <Remove {...passkey} />}
          </div>
          <Rename {...passkey} />
        </li>
      ))}
    </ul>
  );
}

function Passkey({ name, isBackedUp, createdAt, lastUsedAt }: ListedPasskey) {
  return (
    <div className="min-w-0">
      <p className="font-medium wrap-anywhere">
        <Written>{name}</Written>
      </p>
      <p className="text-sm text-soft">
        Added <Moment at={createdAt} format="receipt" />
        {lastUsedAt ? (
          <>
            {" "}
            · last used <Moment at={lastUsedAt} format="receipt" />
          </>
        ) : (
          " · not used yet"
        )}
        {isBackedUp && " · on all your devices"}
      </p>
    </div>
  );
}

function Rename({ id, name }: ListedPasskey) {
  return (
    <details>
      <summary className="text-link min-h-11 cursor-pointer py-2 font-medium">
        Rename<span className="sr-only"> {name}</span>
      </summary>
      <Form action={renamePasskeyAction} className="mt-3 flex flex-col gap-4">
        {(state) => (
          <>
            <input type="hidden" name="id" value={id} />
            <TextField
              label="New name"
              key={name}
              required
              {...fieldOf(state, "name", name)}
              id={`name-${id}`}
            />
            <SubmitButton variant="quiet" pendingLabel="Saving…">
              Save the name
            </SubmitButton>
          </>
        )}
      </Form>
    </details>
  );
}

function Remove({ id, name }: ListedPasskey) {
  return (
    <Form action={removePasskeyAction} className="contents">
      {() => (
        <>
          <input type="hidden" name="id" value={id} />
          <AskOnce
            label="Remove"
            variant="link"
            question="Remove this passkey?"
            yes="Yes, remove it"
            pendingLabel="Removing…"
            no="Keep it"
          >
            <Written>{name}</Written> signs in to your account no longer.
          </AskOnce>
        </>
      )}
    </Form>
  );
}
