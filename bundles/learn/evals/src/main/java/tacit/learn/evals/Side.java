package tacit.learn.evals;

/** Which part of a case a trace belongs to. */
enum Side {
    /** Proposals may look at it. */
    OLDER,
    /** Only the gate looks at it. */
    NEWER
}
