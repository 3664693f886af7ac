package tacit.runtime.ledger;

/** Says which line of a ledger does not hold, and why. */
final class BrokenLine extends Exception {

    private static final long serialVersionUID = 1L;

    private final long number;

    BrokenLine(long number, String reason) {
        super(reason);
        this.number = number;
    }

    BrokenLine(long number, String reason, Throwable cause) {
        super(reason, cause);
        this.number = number;
    }

    /** Its place in the file, from 1. */
    long number() {
        return number;
    }
}
