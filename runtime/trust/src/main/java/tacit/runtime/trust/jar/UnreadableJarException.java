package tacit.runtime.trust.jar;

/** Says why a jar is no bundle that could be judged; its message is a sentence for an operator. */
public final class UnreadableJarException extends Exception {

    private static final long serialVersionUID = 1L;

    UnreadableJarException(String message) {
        super(message);
    }

    UnreadableJarException(String message, Throwable cause) {
        super(message, cause);
    }
}
