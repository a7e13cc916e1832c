let resolve: () => void;
const promise = new Promise<void>((settle) => (resolve = settle));

/** Settles once a form is drawn and its first question takes keys. */
export const firstKey = promise;

/** Told by the form after it was drawn. */
export const takesKeys = () => void setTimeout(resolve);
