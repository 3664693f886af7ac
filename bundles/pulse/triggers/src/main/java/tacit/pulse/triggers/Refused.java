package tacit.pulse.triggers;

/** Says why a request is not taken, in words that its sender may read. */
final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What kind of no it is. */
    enum Why {
        UNKNOWN,
        NOT_BELIEVED,
        MALFORMED,
        LATER
    }

    private final Why why;

    Refused(Why why, String words) {
        super(words);
        this.why = why;
    }

    Why why() {
        return why;
    }

    String words() {
        return String.valueOf(getMessage());
    }
}
