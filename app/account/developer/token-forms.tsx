"use client";

import { Form, fieldOf } from "#app/_form/form.tsx";
import { Moment } from "#components/moment.tsx";
import { AskOnce } from "#components/ui/ask-once.tsx";
import { TextField } from "#components/ui/field.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { Written } from "#components/written.tsx";
import { makeAccessTokenAction, removeAccessTokenAction } from "./actions.ts";
import { ShownOnce } from "./shown-once.tsx";

export function MakeAccessTokenForm() {
  return (
    <Form action={makeAccessTokenAction}>
      {(state) => (
        <>
          {state.status === "done" && state.made && (
            <ShownOnce name="access token" secret={state.made} />
          )}
          <TextField
            label="Name of the access token"
            hint="How you will know it from others, such as the program that uses it."
            required
            {...fieldOf(state, "name")}
            id="name-of-token"
          />
          <div>
            <SubmitButton variant="quiet" pendingLabel="Making it…">
              Make an access token
            </SubmitButton>
          </div>
        </>
      )}
    </Form>
  );
}

type ListedToken = { id: string; name: string; createdAt: Date; lastUsedAt: Date | null };

export function AccessTokenList({ tokens }: { tokens: ListedToken[] }) {
  if (tokens.length === 0) return <p>You have none yet.</p>;
  return (
    <ul aria-label="Access tokens" className="divide-y divide-line border-y border-line">
      {tokens.map((token) => (
        <li key={token.id} className="flex items-start justify-between gap-4 py-4">
          <AccessToken {...token} />
          <Remove {...token} />
        </li>
      ))}
    </ul>
  );
}

function AccessToken({ name, createdAt, lastUsedAt }: ListedToken) {
  return (
    <div className="min-w-0">
      <p className="font-medium wrap-anywhere">
        <Written>{name}</Written>
      </p>
      <p className="text-sm text-soft">
        Made <Moment at={createdAt} format="receipt" />
        {lastUsedAt ? (
          <>
            {" "}
            · last used <Moment at={lastUsedAt} format="receipt" />
          </>
        ) : (
          " · not used yet"
        )}
      </p>
    </div>
  );
}

function Remove({ id, name }: ListedToken) {
  return (
    <Form action={removeAccessTokenAction} className="contents">
      {() => (
        <>
          <input type="hidden" name="id" value={id} />
          <AskOnce
            label="Remove"
            variant="link"
            question="Remove this access token?"
            yes="Yes, remove it"
            pendingLabel="Removing…"
            no="Keep it"
          >
            Programs that use <Written>{name}</Written> read nothing of yours any more.
          </AskOnce>
        </>
      )}
    </Form>
  );
}
