package tacit.channel.exchange;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A secret that lies where the operator put it, and is shown nowhere. Immutable. */
public final class Secret {

    private final String value;

    private Secret(String value) {
        this.value = value;
    }

    /**
     * Finds it in a file or in the environment; there is no setting that holds it, since settings are shown.
     *
     * @param setting what the settings are called: {@code <setting>.file} and {@code <setting>.environment}
     * @throws IllegalArgumentException when both are set, or what is set cannot be read
     */
    public static Secret find(String setting, String file, String variable, Map<String, String> environment) {
        if (!file.isBlank() && !variable.isBlank()) {
            throw new IllegalArgumentException(
                    setting + ".file and " + setting + ".environment must not be set together");
        }
        if (!file.isBlank()) {
            return of(setting + ".file", read(setting, Path.of(file)));
        }
        if (variable.isBlank()) {
            return new Secret("");
        }
        String found = environment.get(variable);
        if (found == null) {
            throw new IllegalArgumentException(
                    setting + ".environment must name a set variable, got '" + variable + "'");
        }
        return of(setting + ".environment", found);
    }

    private static Secret of(String place, String text) {
        String value = text.strip();
        if (value.isEmpty() || value.contains("\n")) {
            throw new IllegalArgumentException(place + " must hold one secret on one line");
        }
        return new Secret(value);
    }

    private static String read(String setting, Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalArgumentException(setting + ".file must be readable, got '" + file + "'", e);
        }
    }

    public boolean isThere() {
        return !value.isEmpty();
    }

    /** What goes to whoever asks for it, and into nothing that is kept. */
    public String reveal() {
        return value;
    }

    @Override
    public String toString() {
        return isThere() ? "a secret" : "no secret";
    }
}
