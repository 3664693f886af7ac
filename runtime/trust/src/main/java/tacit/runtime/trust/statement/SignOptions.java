package tacit.runtime.trust.statement;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the arguments of {@code sign} ask for: a new key, or a statement about a jar.
 *
 * @param newKey the key to make; null to sign
 * @param jar the jar to sign; null to make a key
 * @param key the key to sign with; null to make one
 * @param role the role to vouch for; null for the one that the jar fills
 * @param notAfter the last day on which the jar may be activated; null for ever
 */
record SignOptions(
        @Nullable Path newKey,
        @Nullable Path jar,
        @Nullable Path key,
        @Nullable String role,
        @Nullable LocalDate notAfter) {

    static final String USAGE =
            "sign JAR --key NAME.key [--role ROLE|*] [--not-after 2027-01-31] | sign --new-key NAME.key";

    /**
     * Reads the arguments.
     *
     * @throws IllegalArgumentException when one is wrong; its message is the complaint
     */
    static SignOptions of(List<String> arguments, Path workingDirectory) {
        SignOptions options = new SignOptions(null, null, null, null, null);
        Iterator<String> rest = arguments.iterator();
        while (rest.hasNext()) {
            options = options.with(rest.next(), rest, workingDirectory);
        }
        boolean makes = options.newKey != null && options.jar == null && options.key == null;
        boolean signs = options.newKey == null && options.jar != null && options.key != null;
        if (!makes && !signs) {
            throw new IllegalArgumentException("sign needs a jar and a key, or a name for a new key, usage: " + USAGE);
        }
        return options;
    }

    private SignOptions with(String argument, Iterator<String> rest, Path workingDirectory) {
        return switch (argument) {
            case "--new-key" ->
                new SignOptions(workingDirectory.resolve(next(argument, rest)), jar, key, role, notAfter);
            case "--key" ->
                new SignOptions(newKey, jar, workingDirectory.resolve(next(argument, rest)), role, notAfter);
            case "--role" -> new SignOptions(newKey, jar, key, next(argument, rest), notAfter);
            case "--not-after" -> new SignOptions(newKey, jar, key, role, day(next(argument, rest)));
            default -> {
                if (argument.startsWith("--") || jar != null) {
                    throw new IllegalArgumentException("Cannot take '" + argument + "', usage: " + USAGE);
                }
                yield new SignOptions(newKey, workingDirectory.resolve(argument), key, role, notAfter);
            }
        };
    }

    private static String next(String name, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new IllegalArgumentException(name + " must be followed by a value");
        }
        return rest.next();
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("--not-after must be a day such as 2027-01-31, got '" + text + "'", e);
        }
    }
}
