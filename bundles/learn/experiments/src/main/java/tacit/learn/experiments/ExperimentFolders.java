package tacit.learn.experiments;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tacit.api.experiment.Experiment;
import tacit.api.experiment.Experiment.Trial;
import tacit.api.generation.Artifacts;
import tacit.api.generation.Generation;
import tacit.api.learn.ReplayRun;

/** Keeps a folder for each experiment, for people and coding agents; the database is the truth. Thread-safe. */
final class ExperimentFolders {

    private final Path root;
    private final Artifacts artifacts;

    /** @param root the folder {@code experiments} of the data directory; made when it is needed */
    ExperimentFolders(Path root, Artifacts artifacts) {
        this.root = root;
        this.artifacts = artifacts;
    }

    Path of(String id) {
        return root.resolve(id);
    }

    /** The proposal, what differs, and the bundle where there is one. */
    void proposed(Experiment experiment, Generation base) {
        write(experiment.id(), "proposal.json", Written.pretty(experiment.proposal()));
        write(experiment.id(), "diff.json", Written.pretty(diff(experiment, base)));
        experiment
                .proposal()
                .change()
                .bundles()
                .forEach((role, sha256) -> writeBytes(
                        experiment.id(), "bundle-" + sha256.substring(0, 12) + ".jar", artifacts.read(sha256)));
    }

    /** What a run found, case by case. Reasons quote answers, which may be forgotten one day, so they stay in the database. */
    void tried(Experiment experiment, Trial trial, List<ReplayRun> runs) {
        write(experiment.id(), "verdict.json", Written.pretty(Written.prettyTrial(trial)));
        StringBuilder lines = new StringBuilder();
        for (ReplayRun run : runs) {
            ObjectNode line = Written.object();
            line.put("case", run.caseId());
            line.put("arm", run.arm().name().toLowerCase(java.util.Locale.ROOT));
            line.put("outcome", run.outcome().name().toLowerCase(java.util.Locale.ROOT));
            line.put("micros", run.took().toNanos() / 1_000);
            if (run.tokens() != null) {
                line.put("tokens", run.tokens());
            }
            lines.append(line).append('\n');
        }
        write(experiment.id(), "cases.jsonl", lines.toString());
    }

    private static Map<String, Object> diff(Experiment experiment, Generation base) {
        Map<String, Object> places = new TreeMap<>();
        Iterator<Optional<String>> before = experiment.before().iterator();
        List<String> names = new ArrayList<>(experiment.proposal().change().places());
        Iterator<Optional<String>> after =
                Places.wanted(experiment.proposal().change()).iterator();
        for (String place : names) {
            ObjectNode values = Written.object();
            values.put("before", before.next().orElse(null));
            values.put("after", after.next().orElse(null));
            places.put(place, values);
        }
        Map<String, Object> diff = new TreeMap<>();
        diff.put("generation", base.number());
        diff.put("places", places);
        return diff;
    }

    private void write(String id, String name, String text) {
        writeBytes(id, name, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Whole or not at all: who reads meanwhile sees the file as it was. */
    private void writeBytes(String id, String name, byte[] bytes) {
        Path folder = of(id);
        try {
            Files.createDirectories(folder);
            Path draft = Files.write(folder.resolve("." + name), bytes);
            Files.move(
                    draft, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write '" + folder.resolve(name) + "'", e);
        }
    }
}
