package tacit.bench.gate;

import java.util.List;

/**
 * Two batches of recorded runs over the same tasks, and the verdict that their difference deserves.
 *
 * @param name the change
 * @param baseline files below the data folder
 * @param candidate files below the data folder
 * @param verdict what the gate has to say
 */
record NaturalExperiment(String name, List<String> baseline, List<String> candidate, String verdict) {

    static final List<NaturalExperiment> ALL = List.of(
            sql("sql, schema shown", "1-turn", "1-turn-schema", "PASS"),
            sql("sql, ten turns", "1-turn", "10-turns", "PASS"),
            sql("sql, ten turns, schema shown", "10-turns", "10-turns-schema", "PASS"),
            sql("sql, schema shown, ten turns", "1-turn-schema", "10-turns-schema", "INCONCLUSIVE"),
            new NaturalExperiment("bash, ReAct", bash("10-turns"), bash("react"), "FAIL"));

    private static NaturalExperiment sql(String name, String baseline, String candidate, String verdict) {
        return new NaturalExperiment(name, List.of(sql(baseline)), List.of(sql(candidate)), verdict);
    }

    private static String sql(String arm) {
        return "intercode/sql/gpt-3.5-" + arm + ".json.gz";
    }

    private static List<String> bash(String arm) {
        return List.of("fs1", "fs3", "fs4").stream()
                .map(system -> "intercode/bash/gpt-3.5-" + arm + "-" + system + ".json.gz")
                .toList();
    }
}
