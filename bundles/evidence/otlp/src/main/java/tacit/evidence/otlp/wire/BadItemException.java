package tacit.evidence.otlp.wire;

/** Says that one item cannot be taken; its neighbours can. */
public final class BadItemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public BadItemException(String reason) {
        super(reason);
    }
}
