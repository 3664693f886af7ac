package tacit.runtime.sandbox.walls;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a program behind walls found when it looked around.
 *
 * @param complete whether it came to its end
 * @param user its real user id; empty where the system does not tell
 * @param processes how many it saw; -1 where the system does not tell
 * @param limits name to value
 * @param leaks what it reached and should not, in words
 */
record Sight(boolean complete, String user, int processes, Map<String, String> limits, List<String> leaks) {

    static Sight read(List<String> lines) {
        String user = "";
        int processes = -1;
        Map<String, String> limits = new TreeMap<>();
        List<String> leaks = new ArrayList<>();
        for (String line : lines) {
            if (line.startsWith("Uid:")) {
                user = line.split("\\s+", -1)[1];
            } else if (line.startsWith("processes ")) {
                processes = Integer.parseInt(line.substring("processes ".length()));
            } else if (line.startsWith("Max ")) {
                String[] columns = line.split("\\s{2,}", -1);
                limits.put(columns[0], columns[1]);
            } else if (line.equals("network")) {
                leaks.add("it reaches the network");
            } else if (line.startsWith("sees ")) {
                leaks.add("it sees '" + line.substring("sees ".length()) + "'");
            }
        }
        return new Sight(lines.contains("done"), user, processes, limits, leaks);
    }

    boolean limited(Limits expected) {
        return String.valueOf(expected.threads()).equals(limits.get("Max processes"))
                && String.valueOf(Limits.OPEN_FILES).equals(limits.get("Max open files"));
    }
}
