/** Stripe's types end their lists of words with "or any other string"; this takes that end off. */
export type Literal<T> = T extends string ? (string extends T ? never : T) : never;
