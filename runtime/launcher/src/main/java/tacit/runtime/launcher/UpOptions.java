package tacit.runtime.launcher;

import java.util.ArrayList;
import java.util.List;

/**
 * What {@code up} was asked for. Immutable.
 *
 * @param sample whether to load the recorded sample
 * @param apiPort where the API listens
 * @param otlpPort where OTLP exporters send to
 */
record UpOptions(boolean sample, int apiPort, int otlpPort) {

    static final int API_PORT = 7717;
    static final int OTLP_PORT = 4318;

    UpOptions {
        check("--port", apiPort);
        check("--otlp-port", otlpPort);
    }

    /**
     * Reads the arguments.
     *
     * @throws IllegalArgumentException when one is unknown or its value is wrong
     */
    static UpOptions parse(List<String> arguments) {
        List<String> rest = new ArrayList<>(arguments);
        boolean sample = rest.remove("--sample");
        int apiPort = port(rest, "--port", API_PORT);
        int otlpPort = port(rest, "--otlp-port", OTLP_PORT);
        if (!rest.isEmpty()) {
            throw new IllegalArgumentException("up must be given --sample, --data DIR, --port N or --otlp-port N, got '"
                    + String.join(" ", rest) + "'");
        }
        return new UpOptions(sample, apiPort, otlpPort);
    }

    private static int port(List<String> arguments, String name, int usual) {
        return Invocation.take(arguments, name).map(text -> number(name, text)).orElse(usual);
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
