package tacit.evidence.transcripts;

/** Says what about one line is not as its format has it; the message holds no content of the file. */
final class BadLineException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BadLineException(String message) {
        super(message);
    }
}
