import Link from "next/link";
import { Written } from "#components/written.tsx";

/** Somebody, and the way to what an operator sees of them. */
export function Person({ id, name, email }: { id: string; name: string; email: string }) {
  return (
    <>
      <Link className="text-link" href={`/operator/people/${id}`}>
        <Written>{name}</Written>
      </Link>{" "}
      <span className="text-soft">{email}</span>
    </>
  );
}
