package tacit.runtime.launcher;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import tacit.runtime.launcher.data.DataDirectory;

/**
 * One command line. Immutable.
 *
 * @param verb what to do
 * @param data the data directory
 * @param arguments what followed the verb, without {@code --data}
 */
record Invocation(String verb, DataDirectory data, List<String> arguments) {

    Invocation {
        Objects.requireNonNull(verb, "verb");
        Objects.requireNonNull(data, "data");
        arguments = List.copyOf(arguments);
    }

    /**
     * Reads a command line; without any argument it asks for help.
     *
     * @throws IllegalArgumentException when {@code --data} names no folder
     */
    static Invocation parse(List<String> commandLine) {
        List<String> rest = new ArrayList<>(commandLine);
        Optional<String> data = take(rest, "--data");
        String verb = rest.isEmpty() ? "help" : rest.remove(0);
        return new Invocation(verb, data.map(Path::of).map(DataDirectory::new).orElseGet(DataDirectory::ofUser), rest);
    }

    /**
     * Removes an option and its value, given as {@code --name value} or {@code --name=value}.
     *
     * @throws IllegalArgumentException when the value is missing
     */
    static Optional<String> take(List<String> arguments, String name) {
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (argument.startsWith(name + "=")) {
                arguments.remove(i);
                return Optional.of(argument.substring(name.length() + 1));
            }
            if (argument.equals(name)) {
                if (i + 1 == arguments.size()) {
                    throw new IllegalArgumentException(name + " must be followed by a value");
                }
                arguments.remove(i);
                return Optional.of(arguments.remove(i));
            }
        }
        return Optional.empty();
    }
}
