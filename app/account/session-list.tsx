"use client";

import { Form } from "#app/_form/form.tsx";
import { Moment } from "#components/moment.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { endSessionAction, signOutElsewhereAction } from "./actions.ts";

export type ListedSession = {
  id: string;
  /** The browser and its system, as far as it says so. */
  device: string;
  lastSeenAt: Date;
  isThisOne: boolean;
};

/** More than these are folded away: what comes after them is looked for too. */
const shown = 5;

/** Where somebody is signed in, each with a way out. */
export function SessionList({ sessions }: { sessions: ListedSession[] }) {
  const others = sessions.length - shown;
  return (
    <>
      <Sessions sessions={sessions.slice(0, shown)} />
      {others > 0 && (
        <details>
          <summary className="min-h-11 cursor-pointer py-2 font-medium">{others} more</summary>
          <Sessions sessions={sessions.slice(shown)} />
        </details>
      )}
      <Form action={signOutElsewhereAction} onDone="You are signed out everywhere but here.">
        {() => (
          <>
            <p className="text-soft">
              Lost a phone, or used a computer that is not yours? This ends every session but this
              one, at once.
            </p>
            <SubmitButton variant="quiet" pendingLabel="Signing out…">
              Sign out everywhere else
            </SubmitButton>
          </>
        )}
      </Form>
    </>
  );
}

function Sessions({ sessions }: { sessions: ListedSession[] }) {
  return (
    <ul className="divide-y divide-line border-y border-line">
      {sessions.map((session) => (
        <li key={session.id} className="flex flex-wrap items-center justify-between gap-4 py-3">
          <p className="min-w-0">
            <span className="block font-medium wrap-anywhere">{session.device}</span>
            <span className="text-sm text-soft">
              {session.isThisOne ? (
                "This browser"
              ) : (
                <>
                  Last used <Moment at={session.lastSeenAt} format="receipt" />
                </>
              )}
            </span>
          </p>
          {!session.isThisOne && <EndForm session={session.id} />}
        </li>
      ))}
    </ul>
  );
}

function EndForm({ session }: { session: string }) {
  return (
    <Form action={endSessionAction} className="contents">
      {() => (
        <>
          <input type="hidden" name="session" value={session} />
          <SubmitButton variant="quiet" pendingLabel="Signing out…">
            Sign out there
          </SubmitButton>
        </>
      )}
    </Form>
  );
}
