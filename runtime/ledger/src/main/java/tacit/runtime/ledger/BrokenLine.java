package tacit.runtime.ledger;

/** Says which line of a ledger does not hold, and why. */
final class BrokenLine extends Exception {

    private static final long serialVersionUID = 1L;

    private final int number;

    BrokenLine(int number, String reason) {
        super(reason);
        this.number = number;
    }

    BrokenLine(int number, String reason, Throwable cause) {
        super(reason, cause);
        this.number = number;
    }

    /** Its place in the file, from 1. */
    int number() {
        return number;
    }
}
