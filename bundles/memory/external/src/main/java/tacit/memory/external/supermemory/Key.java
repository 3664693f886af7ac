package tacit.memory.external.supermemory;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;

/** The key of the service: it lies where the operator put it and goes into requests, and is never shown. Immutable. */
final class Key {

    private static final Pattern PRINTABLE = Pattern.compile("[\\x21-\\x7e]+");

    private final String value;

    private Key(String value) {
        this.value = value;
    }

    /** None. */
    static Key none() {
        return new Key("");
    }

    /**
     * Finds it in a file or in the environment; there is no setting that holds it, since settings are shown.
     *
     * @throws IllegalArgumentException when both are set, or what is set cannot be read
     */
    static Key find(String file, String variable, Map<String, String> environment) {
        if (!file.isBlank() && !variable.isBlank()) {
            throw new IllegalArgumentException("key.file and key.environment must not be set together");
        }
        if (!file.isBlank()) {
            return of(read(Path.of(file)), "key.file");
        }
        if (variable.isBlank()) {
            return none();
        }
        String found = environment.get(variable);
        if (found == null) {
            throw new IllegalArgumentException("key.environment must name a set variable, got '" + variable + "'");
        }
        return of(found, "key.environment");
    }

    private static Key of(String text, String place) {
        String value = text.strip();
        if (!value.isEmpty() && !PRINTABLE.matcher(value).matches()) {
            throw new IllegalArgumentException(place + " must hold one key on one line");
        }
        return new Key(value);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalArgumentException("key.file must be readable, got '" + file + "'", e);
        }
    }

    boolean isThere() {
        return !value.isEmpty();
    }

    /** What goes into the header of a request, and nowhere else. */
    String authorization() {
        return "Bearer " + value;
    }

    @Override
    public String toString() {
        return isThere() ? "a key" : "no key";
    }
}
