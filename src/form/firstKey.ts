const { promise, resolve } = Promise.withResolvers<void>();

/** Settles once a form is drawn and its first question takes keys. */
export const firstKey = promise;

/** Told by the form after it was drawn. */
export const takesKeys = () => void setTimeout(resolve);
