package tacit.runtime.backup;

/** Says that the harness changed while a moment was being taken: the next one is as good. */
final class MovedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MovedException() {
        super("The harness changed while its state was read");
    }
}
