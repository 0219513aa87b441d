import { fieldOf, type ShownFormState } from "#app/_form/form.tsx";
import { FieldError } from "#components/ui/field.tsx";
import { useReadersTimeZone } from "#components/use-readers-time-zone.ts";
import { mannersOfSelling, type MannerOfSelling } from "#kernel/split-places.ts";

type SellingChoiceProps = {
  state: ShownFormState;
  /** How many people there is a place for, as far as it is typed. */
  people: number;
  onChoose: (manner: MannerOfSelling) => void;
};

const words: Record<MannerOfSelling, { label: string; about: string }> = {
  separately: {
    label: "Sell them separately",
    about: "Each is a listing of its own, at what you ask below for one.",
  },
  together: {
    label: "Only together",
    about: "One listing that admits all, at what you ask below for all.",
  },
};

/** Asked where there are several places: for how many people one price is, nobody may guess. */
export function SellingChoice({ state, people, onChoose }: SellingChoiceProps) {
  const hasScript = useReadersTimeZone() !== null;
  const { defaultValue, ...field } = fieldOf(state, "selling");
  const error = "error" in field ? field.error : undefined;
  return (
    <fieldset
      aria-describedby={error ? "selling-error" : undefined}
      className={`min-w-0 ${people > 1 ? "" : "without-script"}`}
    >
      <legend className="font-medium">
        {hasScript
          ? `${people} places: how do you sell them?`
          : "Several places: how do you sell them?"}
      </legend>
      <div className="mt-2 grid grid-cols-1 gap-3 sm:grid-cols-2">
        {mannersOfSelling.map((manner) => (
          <Manner
            key={manner}
            manner={manner}
            defaultChecked={defaultValue === manner}
            isWrong={Boolean(error)}
            onChoose={onChoose}
          />
        ))}
      </div>
      {error && (
        <div className="mt-1">
          <FieldError id="selling-error">{error}</FieldError>
        </div>
      )}
    </fieldset>
  );
}

type MannerProps = Pick<SellingChoiceProps, "onChoose"> & {
  manner: MannerOfSelling;
  defaultChecked: boolean;
  isWrong: boolean;
};

function Manner({ manner, defaultChecked, isWrong, onChoose }: MannerProps) {
  const { label, about } = words[manner];
  return (
    <div
      className={`relative rounded-md border bg-card px-3 pt-1 pb-3 has-checked:border-ink has-checked:bg-sunk has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-ink ${isWrong ? "border-2 border-danger" : "border-edge"}`}
    >
      <label className="flex min-h-11 cursor-pointer items-center gap-3 font-medium after:absolute after:inset-0">
        <input
          type="radio"
          name="selling"
          value={manner}
          defaultChecked={defaultChecked}
          aria-describedby={`selling-${manner}`}
          onChange={() => onChoose(manner)}
          className="relative z-1 size-5 shrink-0 accent-ink focus-visible:outline-none"
        />
        {label}
      </label>
      <p id={`selling-${manner}`} className="pl-8 text-sm text-soft">
        {about}
      </p>
    </div>
  );
}
