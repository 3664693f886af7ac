package tacit.runtime.testkit;

/** Says that this machine cannot run an engine, and why. */
public final class MissingEngineException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public MissingEngineException(String message) {
        super(message);
    }
}
