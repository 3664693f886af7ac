package tacit.runtime.launcher;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import tacit.runtime.launcher.framework.Ports;

/**
 * What {@code up} was asked for. Immutable.
 *
 * @param sample whether to load the recorded sample
 * @param ports where the host listens, as far as it is told here and not by the settings
 */
record UpOptions(boolean sample, Ports.Asked ports) {

    /**
     * Reads the arguments.
     *
     * @throws IllegalArgumentException when one is unknown or its value is wrong
     */
    static UpOptions parse(List<String> arguments) {
        List<String> rest = new ArrayList<>(arguments);
        boolean sample = rest.remove("--sample");
        OptionalInt apiPort = port(rest, "--port");
        OptionalInt otlpPort = port(rest, "--otlp-port");
        if (!rest.isEmpty()) {
            throw new IllegalArgumentException("up must be given --sample, --data DIR, --port N or --otlp-port N, got '"
                    + String.join(" ", rest) + "'");
        }
        return new UpOptions(sample, new Ports.Asked(apiPort, otlpPort));
    }

    private static OptionalInt port(List<String> arguments, String name) {
        return Invocation.take(arguments, name).stream()
                .mapToInt(text -> number(name, text))
                .peek(port -> check(name, port))
                .findFirst();
    }

    private static int number(String name, String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException(name + " must be a number, got '" + text + "'", notANumber);
        }
    }

    private static void check(String name, int port) {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException(name + " must be in [0, 65535], got " + port);
        }
    }
}
