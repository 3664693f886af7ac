package tacit.evidence.benchmarks;

/** Says what about one run is not as its format has it; the message holds no content of the file. */
final class BadRunException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BadRunException(String message) {
        super(message);
    }
}
