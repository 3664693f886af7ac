package tacit.runtime.launcher.framework;

import java.util.Objects;

/**
 * Something that does not work while the rest does.
 *
 * @param subject a bundle or a component, by name
 * @param cause why, in words
 */
public record Problem(String subject, String cause) {

    public Problem {
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(cause, "cause");
    }

    @Override
    public String toString() {
        return subject + " " + cause;
    }
}
