package tacit.evidence.otlp.wire;

/** Says that a body cannot be read at all. */
public final class UndecodableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String position;

    public UndecodableException(String position, String reason) {
        super(reason);
        this.position = position;
    }

    /** Where reading failed. */
    public String position() {
        return position;
    }
}
