package tacit.bench;

import java.util.List;
import java.util.Map;

/** One benchmark. */
public interface Bench {

    /** The name on the command line. */
    String name();

    /** What it measures, with its arguments, in one line. */
    String usage();

    /**
     * Runs to its end.
     *
     * @param arguments what followed the name, without {@code --json}
     * @return the figures, in the order in which they are printed
     * @throws IllegalArgumentException when an argument is wrong
     */
    Map<String, Object> run(List<String> arguments) throws Exception;
}
