package tacit.runtime.launcher.doctor;

import java.util.Objects;

/**
 * What one check found.
 *
 * @param name what was looked at
 * @param state how it stands
 * @param detail what was seen
 * @param mend what to do; empty when nothing
 */
public record Finding(String name, State state, String detail, String mend) {

    /** How a check ended. */
    public enum State {
        OK,
        WARN,
        FAIL
    }

    public Finding {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(detail, "detail");
        Objects.requireNonNull(mend, "mend");
    }

    static Finding ok(String name, String detail) {
        return new Finding(name, State.OK, detail, "");
    }

    static Finding warn(String name, String detail, String mend) {
        return new Finding(name, State.WARN, detail, mend);
    }

    public static Finding fail(String name, String detail, String mend) {
        return new Finding(name, State.FAIL, detail, mend);
    }
}
