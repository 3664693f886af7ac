package tacit.surface.channels;

import org.jspecify.annotations.Nullable;

/** Says why a transmission did not arrive, without its content and without secrets. */
public final class NotSent extends Exception {

    private static final long serialVersionUID = 1L;

    private final Fate fate;

    /** What is to be done now. */
    public enum Fate {
        /** It did not arrive; another attempt may succeed. */
        LATER,
        /** It will never be taken. */
        NEVER,
        /** Nobody knows whether it arrived. */
        UNKNOWN
    }

    public NotSent(Fate fate, String words, @Nullable Throwable cause) {
        super(words, cause);
        this.fate = fate;
    }

    Fate fate() {
        return fate;
    }
}
