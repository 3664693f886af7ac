package tacit.runtime.sandbox.process;

/** A child process ended, or had to be ended; the message says why, in words that follow "it". */
public final class CellEndedException extends Exception {

    private static final long serialVersionUID = 1L;

    public CellEndedException(String message) {
        super(message);
    }

    CellEndedException(String message, Throwable cause) {
        super(message, cause);
    }
}
