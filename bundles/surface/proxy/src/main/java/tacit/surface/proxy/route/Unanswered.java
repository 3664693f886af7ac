package tacit.surface.proxy.route;

/** Says why an upstream gave no answer; its message holds nothing of what was asked. */
final class Unanswered extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean late;

    Unanswered(String words, boolean late) {
        super(words, null, false, false);
        this.late = late;
    }

    /** Whether it took too long. */
    boolean isLate() {
        return late;
    }
}
