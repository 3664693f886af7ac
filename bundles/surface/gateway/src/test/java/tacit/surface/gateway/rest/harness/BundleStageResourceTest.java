package tacit.surface.gateway.rest.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tacit.api.access.AccessRole;
import tacit.api.generation.Candidate;
import tacit.api.generation.Staging;
import tacit.api.http.HttpProblem;
import tacit.api.store.Scope;
import tacit.api.trust.BundleFacts;
import tacit.runtime.testkit.openapi.Conformance;
import tacit.surface.gateway.rest.FakeCall;

class BundleStageResourceTest {

    private static final byte[] JAR = {'P', 'K', 3, 4, -1};

    private final ReadingStaging staging = new ReadingStaging();
    private final BundleStageResource stage = new BundleStageResource(staging);

    private static FakeCall jar(String name) {
        return new FakeCall()
                .asking("name", name)
                .typed("application/java-archive")
                .bytes(JAR);
    }

    private void refused(int status, FakeCall call) {
        assertThatThrownBy(() -> stage.handle(call))
                .isInstanceOfSatisfying(HttpProblem.class, problem -> assertThat(problem.status())
                        .isEqualTo(status));
    }

    @Test
    void stagesAJarAndAnswersWithItsHash() {
        JsonNode candidate = Conformance.answer(stage, jar("style-2.0.0.jar"));

        assertThat(candidate.get("sha256").asText()).isEqualTo("c3".repeat(32));
        assertThat(candidate.get("state").asText()).isEqualTo("staged");
        assertThat(candidate.get("bundle").asText()).isEqualTo("test.style");
        assertThat(staging.read).containsExactly("style-2.0.0.jar 5 null by ann");
    }

    @Test
    void leavesNoFileBehind() {
        stage.handle(jar("style.jar").naming("X-Tacit-Statement", encoded("signed")));

        assertThat(staging.seen).doesNotExist();
        assertThat(staging.seen.getParent()).doesNotExist();
    }

    @Test
    void laysTheStatementBesideTheJar() {
        stage.handle(jar("style.jar").naming("X-Tacit-Statement", encoded("signed\nby ann")));

        assertThat(staging.read).containsExactly("style.jar 5 signed\nby ann by ann");
    }

    @Test
    void refusesWhatStagingRefusesWithItsHashAndTheReasons() {
        assertThatThrownBy(() -> stage.handle(jar("bad.jar")))
                .isInstanceOfSatisfying(HttpProblem.class, problem -> assertThat(problem.status())
                        .isEqualTo(409))
                .hasMessageContaining("d4".repeat(32))
                .hasMessageContaining("it exports packages");
        assertThat(staging.seen).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../style.jar", "a/b.jar", ".jar", "style", "style.zip", "st yle.jar", "style.jar.statement"})
    void takesNoNameThatLeadsElsewhere(String name) {
        refused(400, jar(name));
        assertThat(staging.read).isEmpty();
    }

    @Test
    void takesNothingButAJar() {
        refused(400, jar("style.jar").bytes());
        refused(415, jar("style.jar").typed("application/json"));
        refused(400, new FakeCall().typed("application/java-archive").bytes(JAR));
        refused(400, jar("style.jar").asking("force", "true"));
        refused(400, jar("style.jar").naming("X-Tacit-Statement", "no base64!"));
        refused(400, jar("style.jar").naming("X-Tacit-Statement", encoded("x".repeat(100_001))));
        assertThat(staging.read).isEmpty();
    }

    @Test
    void isForOperatorsOfTheHostAndBounded() {
        refused(403, jar("style.jar").in(Scope.ofWorkspace("shop")));
        refused(403, jar("style.jar").in(new Scope("default", "ann")));

        assertThat(stage.role()).contains(AccessRole.OPERATOR);
        assertThat(stage.maxBodyBytes()).isEqualTo(64L << 20);
    }

    private static String encoded(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Reads what lies there while it is asked. */
    private static final class ReadingStaging implements Staging {

        private final List<String> read = new ArrayList<>();
        private @Nullable Path seen;

        @Override
        public List<Candidate> candidates() {
            return List.of();
        }

        @Override
        public Candidate stage(Path file, String by) {
            seen = file;
            Path statement = file.resolveSibling(file.getFileName() + ".statement");
            try {
                read.add(file.getFileName() + " " + Files.size(file) + " "
                        + (Files.exists(statement) ? Files.readString(statement) : null) + " by " + by);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            boolean bad = file.endsWith("bad.jar");
            BundleFacts facts = new BundleFacts(
                    "test.style",
                    "2.0.0",
                    new TreeMap<>(Map.of("style", "tacit.api.adapt.AdaptiveStyleEngine")),
                    List.of(),
                    new TreeMap<>(),
                    new TreeMap<>());
            return new Candidate(
                    (bad ? "d4" : "c3").repeat(32),
                    String.valueOf(file.getFileName()),
                    Instant.EPOCH,
                    by,
                    facts,
                    bad ? Candidate.State.REFUSED : Candidate.State.STAGED,
                    List.of(),
                    bad ? List.of("it exports packages") : List.of());
        }

        @Override
        public boolean discard(String sha256, String by) {
            return false;
        }
    }
}
