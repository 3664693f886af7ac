package tacit.runtime.testkit.swap;

/** One question and the bundle that answers it. */
record Turn(String bundle, Ask ask) {}
