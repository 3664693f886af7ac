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
 * @param seeds how many seeds are done one after the other, each on a host of its own; 0 to show one
 */
record DemoOptions(Path command, long seed, boolean approve, boolean withheld, int seeds) {

    static final String USAGE = "./tacit demo [--approve] [--withhold] [--seed N] [--seeds HOW-MANY]";

    static DemoOptions parse(List<String> arguments) {
        Path command = Path.of("tacit").toAbsolutePath();
        long seed = 1;
        boolean approve = false;
        boolean withheld = false;
        int seeds = 0;
        for (int i = 0; i < arguments.size(); i++) {
            switch (arguments.get(i)) {
                case "--approve" -> approve = true;
                case "--withhold" -> withheld = true;
                case "--seed" -> seed = Long.parseLong(value(arguments, ++i));
                case "--seeds" -> seeds = Integer.parseInt(value(arguments, ++i));
                case "--command" -> command = Path.of(value(arguments, ++i));
                default -> throw new IllegalArgumentException("Unknown option '" + arguments.get(i) + "'");
            }
        }
        if (seeds > 0 && !approve && !withheld) {
            throw new IllegalArgumentException("--seeds needs --approve or --withhold: nobody is asked for each");
        }
        return new DemoOptions(command, seed, approve, withheld, seeds);
    }

    DemoOptions of(long other) {
        return new DemoOptions(command, other, approve, withheld, 0);
    }

    private static String value(List<String> arguments, int index) {
        if (index >= arguments.size()) {
            throw new IllegalArgumentException("Option '" + arguments.get(index - 1) + "' needs a value");
        }
        return arguments.get(index);
    }
}
