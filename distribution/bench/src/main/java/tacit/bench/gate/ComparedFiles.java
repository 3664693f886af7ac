package tacit.bench.gate;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tacit.api.command.Console;
import tacit.api.ingest.TraceFiles;
import tacit.learn.gate.StatisticalGate;
import tacit.learn.gate.compare.CompareCommand;

/** Runs the compare command as a user does and keeps the figures of its JSON. */
final class ComparedFiles {

    private static final List<String> KEPT =
            List.of("verdict", "cases", "before", "after", "fixed", "broken", "pValue", "brokenShare");

    private final CompareCommand command;

    ComparedFiles(TraceFiles files) {
        command = new CompareCommand(files, new StatisticalGate());
    }

    Map<String, Object> judge(NaturalExperiment experiment, Path data) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(stream(out), stream(err), false, 80, data);
        int exit = command.run(
                List.of(String.join(",", experiment.baseline()), String.join(",", experiment.candidate()), "--json"),
                console);
        if (exit == CompareCommand.FAILED) {
            throw new IllegalStateException(err.toString(StandardCharsets.UTF_8).strip());
        }
        return kept(out.toByteArray(), exit);
    }

    private static Map<String, Object> kept(byte[] json, int exit) {
        try {
            Map<String, Object> all = new ObjectMapper().readValue(json, new TypeReference<>() {});
            Map<String, Object> kept = new LinkedHashMap<>(all);
            kept.keySet().retainAll(KEPT);
            kept.put("exit", exit);
            return kept;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
