"use client";

import type { MouseEvent } from "react";
import { useFormStatus } from "react-dom";
import { Button, type ButtonProps } from "./button.tsx";

export type SubmitButtonProps = Omit<ButtonProps, "type" | "pending" | "onClick">;

/** Says what it is doing while its form is on the way. Without JavaScript it is a plain submit button. */
export function SubmitButton(props: SubmitButtonProps) {
  const { pending } = useFormStatus();
  // A disabled button would lose the keyboard's focus, so a second press is ignored instead.
  const ignoreSecondPress = (press: MouseEvent) => {
    if (pending) press.preventDefault();
  };
  return <Button {...props} type="submit" pending={pending} onClick={ignoreSecondPress} />;
}
