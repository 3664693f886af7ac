package tacit.surface.channels;

/** Says why a delivery is not taken, in words that its sender may read. */
public final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Why why;
    private final String words;

    /** What kind of refusal it is. */
    public enum Why {
        /** Nothing takes deliveries under this name. */
        UNKNOWN,
        /** Its signature is missing, wrong or old. */
        NOT_BELIEVED,
        /** It is not in the channel's format. */
        MALFORMED,
        /** Not now. */
        LATER
    }

    Refused(Why why, String words) {
        super(words);
        this.why = why;
        this.words = words;
    }

    /** What its sender may read. */
    public String words() {
        return words;
    }

    public Why why() {
        return why;
    }
}
