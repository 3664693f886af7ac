package tacit.surface.shell;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tacit.api.generation.Candidate;
import tacit.api.generation.Staging;
import tacit.api.trust.BundleFacts;

/** A candidate that fills two roles, and one that was refused. */
final class FakeStaging implements Staging {

    static final String HASH = "c3".repeat(32);

    final List<Path> staged = new ArrayList<>();

    @Override
    public List<Candidate> candidates() {
        return List.of(
                candidate("two.jar", HASH, "test.two", Candidate.State.STAGED, List.of()),
                candidate(
                        "bad.jar",
                        "d4".repeat(32),
                        "test.bad",
                        Candidate.State.REFUSED,
                        List.of("it exports packages")));
    }

    @Override
    public Candidate stage(Path file, String by) {
        staged.add(file);
        return file.endsWith("bad.jar") ? candidates().get(1) : candidates().get(0);
    }

    @Override
    public boolean discard(String sha256, String by) {
        return sha256.equals(HASH);
    }

    private static Candidate candidate(
            String file, String hash, String name, Candidate.State state, List<String> problems) {
        BundleFacts facts = new BundleFacts(
                name,
                "2.0.0",
                new TreeMap<>(Map.of("trace-source/hens", "I", "failure-detector/hens", "J")),
                List.of(),
                new TreeMap<>(),
                new TreeMap<>());
        return new Candidate(
                hash, file, Instant.EPOCH, "plugins", facts, state, List.of("package a.b [1,2)"), problems);
    }
}
