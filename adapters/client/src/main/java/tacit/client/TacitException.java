package tacit.client;

/** Says why Tacit could not be asked, or what it refused. */
public final class TacitException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;

    /** For a host that did not answer. */
    TacitException(String message, Throwable cause) {
        super(message, cause);
        this.status = 0;
    }

    /** For an answer that says no. */
    TacitException(int status, String message) {
        super(message);
        this.status = status;
    }

    /** The HTTP status of the refusal; 0 where there was no answer. */
    public int status() {
        return status;
    }
}
