package tacit.surface.proxy.wire;

import java.util.Arrays;
import java.util.Locale;

/** Whose protocol is spoken. */
public enum Kind {
    OPENAI,
    ANTHROPIC;

    /** The kind of this name, whatever its case. */
    public static Kind of(String name) {
        return Arrays.stream(values())
                .filter(kind -> kind.word().equals(name.strip().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("kind must be openai or anthropic, got '" + name + "'"));
    }

    /** Its name in settings and traces. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
