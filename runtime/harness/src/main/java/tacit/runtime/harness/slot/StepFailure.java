package tacit.runtime.harness.slot;

/** Says in words why a step could not be taken. */
public final class StepFailure extends Exception {

    private static final long serialVersionUID = 1L;

    public StepFailure(String words) {
        super(words);
    }

    public StepFailure(String words, Throwable cause) {
        super(words, cause);
    }

    /** The sentence for an operator. */
    public String words() {
        return String.valueOf(getMessage());
    }
}
