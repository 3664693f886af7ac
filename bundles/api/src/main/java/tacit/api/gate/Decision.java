package tacit.api.gate;

/** What a gate says. */
public enum Decision {
    /** The candidate is better, and breaks no more than the budget allows. */
    PASS,
    /** The candidate is worse, or breaks more than the budget allows. */
    FAIL,
    /** The evidence does not decide it. */
    INCONCLUSIVE
}
