package tacit.examples.records.changes;

import java.nio.file.Path;
import java.util.List;

/**
 * What the command line asks for.
 *
 * @param command starts a host
 * @param seed of the records and the agent
 * @param approve whether the promotion is approved
 * @param withheld whether everything is done but the promotion
 */
record DemoOptions(Path command, long seed, boolean approve, boolean withheld) {

    static final String USAGE = "./tacit demo [--approve] [--withhold] [--seed N]";

    static DemoOptions parse(List<String> arguments) {
        Path command = Path.of("tacit").toAbsolutePath();
        long seed = 1;
        boolean approve = false;
        boolean withheld = false;
        for (int i = 0; i < arguments.size(); i++) {
            switch (arguments.get(i)) {
                case "--approve" -> approve = true;
                case "--withhold" -> withheld = true;
                case "--seed" -> seed = Long.parseLong(value(arguments, ++i));
                case "--command" -> command = Path.of(value(arguments, ++i));
                default -> throw new IllegalArgumentException("Unknown option '" + arguments.get(i) + "'");
            }
        }
        return new DemoOptions(command, seed, approve, withheld);
    }

    private static String value(List<String> arguments, int index) {
        if (index >= arguments.size()) {
            throw new IllegalArgumentException("Option '" + arguments.get(index - 1) + "' needs a value");
        }
        return arguments.get(index);
    }
}
