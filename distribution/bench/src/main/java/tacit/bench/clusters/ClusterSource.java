package tacit.bench.clusters;

import java.nio.file.Path;
import java.util.List;

/** Files of one kind of runs, with the classes that their errors have. */
record ClusterSource(String name, Path path, ErrorClasses classes) {

    /** The sources under a folder that is laid out like the shared data, and the sample. */
    static List<ClusterSource> under(Path data, Path sample) {
        Path sql = data.resolve("intercode/sql");
        Path bash = data.resolve("intercode/bash");
        return List.of(
                new ClusterSource("sql-10-turns", sql.resolve("gpt-3.5-10-turns.json.gz"), ErrorClasses.SQL),
                new ClusterSource(
                        "sql-10-turns-schema", sql.resolve("gpt-3.5-10-turns-schema.json.gz"), ErrorClasses.SQL),
                new ClusterSource("bash-10-turns-fs1", bash.resolve("gpt-3.5-10-turns-fs1.json.gz"), ErrorClasses.BASH),
                new ClusterSource("bash-10-turns-fs3", bash.resolve("gpt-3.5-10-turns-fs3.json.gz"), ErrorClasses.BASH),
                new ClusterSource("bash-10-turns-fs4", bash.resolve("gpt-3.5-10-turns-fs4.json.gz"), ErrorClasses.BASH),
                new ClusterSource("tau-airline", data.resolve("tau-bench-airline"), ErrorClasses.TAU),
                new ClusterSource("tau-retail", data.resolve("agentrx-tau"), ErrorClasses.TAU),
                new ClusterSource("trail", data.resolve("trail/traces"), ErrorClasses.TRAIL),
                new ClusterSource("sample", sample, ErrorClasses.SAMPLE));
    }
}
