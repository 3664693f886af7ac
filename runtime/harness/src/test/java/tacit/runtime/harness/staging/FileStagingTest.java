package tacit.runtime.harness.staging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.api.generation.Candidate;
import tacit.api.generation.Candidate.State;
import tacit.api.store.StoreException;
import tacit.runtime.testkit.TestFramework;

class FileStagingTest {

    private static TestFramework framework;

    @TempDir
    Path data;

    private Desk desk;
    private FileStaging staging;

    @BeforeAll
    static void start() {
        framework = TestFramework.start();
    }

    @AfterAll
    static void stop() {
        framework.close();
    }

    @BeforeEach
    void open() {
        desk = new Desk(data, framework.context());
        staging = desk.open();
    }

    @Test
    void keepsASoundBundleAsCandidate() {
        byte[] jar = Plugins.templates("1.0.0");

        Candidate candidate = staging.stage(desk.file("in/hen.jar", jar), "ann");

        assertThat(candidate.state()).isEqualTo(State.STAGED);
        assertThat(candidate.problems()).isEmpty();
        assertThat(candidate.fileName()).isEqualTo("hen.jar");
        assertThat(candidate.stagedBy()).isEqualTo("ann");
        assertThat(candidate.facts().roles()).containsOnlyKeys(Plugins.ROLE);
        assertThat(desk.artifacts.read(candidate.sha256())).isEqualTo(jar);
        assertThat(staging.candidates()).containsExactly(candidate);
    }

    @Test
    void remembersOverARestart() {
        staging.stage(desk.file("in/hen.jar", Plugins.templates("1.0.0")), "ann");
        staging.stage(desk.file("in/egg.jar", new byte[] {1, 2}), "bob");

        assertThat(desk.open().candidates()).hasSize(2).isEqualTo(staging.candidates());
    }

    @Test
    void showsTheNewestFirst() {
        staging.stage(desk.file("in/a.jar", Plugins.templates("1.0.0")), "ann");
        staging.stage(desk.file("in/b.jar", Plugins.templates("1.1.0")), "ann");

        assertThat(staging.candidates()).extracting(Candidate::fileName).containsExactly("b.jar", "a.jar");
    }

    @Test
    void keepsWhyABundleIsRefusedButNotItsBytes() {
        byte[] jar = Plugins.named("hen.exporting", "1.0.0")
                .header("Export-Package", "hen")
                .bytes();

        Candidate candidate = staging.stage(desk.file("in/hen.jar", jar), "ann");

        assertThat(candidate.state()).isEqualTo(State.REFUSED);
        assertThat(candidate.problems()).singleElement().asString().contains("exports packages");
        assertThat(candidate.facts().symbolicName()).isEqualTo("hen.exporting");
        assertThat(desk.artifacts.contains(candidate.sha256())).isFalse();
        assertThat(desk.open().candidates()).containsExactly(candidate);
    }

    @Test
    void refusesWhatIsNoBundle() {
        Candidate candidate = staging.stage(desk.file("in/egg.jar", new byte[] {1, 2, 3, 4}), "ann");

        assertThat(candidate.state()).isEqualTo(State.REFUSED);
        assertThat(candidate.facts()).isNull();
        assertThat(candidate.problems()).singleElement().asString().startsWith("It is not a jar");
    }

    @Test
    void refusesAnotherBundleUnderTheNameOfACandidate() {
        Candidate first = staging.stage(desk.file("in/a.jar", Plugins.templates("1.0.0", "one")), "ann");

        Candidate second = staging.stage(desk.file("in/b.jar", Plugins.templates("1.0.0", "two")), "ann");

        assertThat(second.state()).isEqualTo(State.REFUSED);
        assertThat(second.problems())
                .singleElement()
                .asString()
                .contains("hen.templates 1.0.0", first.sha256(), second.sha256());
        assertThat(desk.artifacts.contains(second.sha256())).isFalse();
    }

    @Test
    void refusesAnotherBundleUnderTheNameOfAnActiveOne() {
        desk.promote(Plugins.ROLE, "hen.templates", "1.0.0", Plugins.templates("1.0.0", "one"));

        Candidate candidate = staging.stage(desk.file("in/b.jar", Plugins.templates("1.0.0", "two")), "ann");

        assertThat(candidate.problems()).singleElement().asString().contains("as another bundle is");
    }

    @Test
    void takesANameAgainOnceItsBytesAreGone() {
        desk.promote(Plugins.ROLE, "hen.templates", "1.0.0", Plugins.templates("1.0.0", "one"));
        desk.promote(Plugins.ROLE, "hen.templates", "1.1.0", Plugins.templates("1.1.0"));
        desk.artifacts.keepOnly(Set.of(
                desk.ledger.active().orElseThrow().roles().get(Plugins.ROLE).sha256()));

        Candidate candidate = staging.stage(desk.file("in/b.jar", Plugins.templates("1.0.0", "two")), "ann");

        assertThat(candidate.state()).isEqualTo(State.STAGED);
    }

    @Test
    void takesTheSameBytesAgain() {
        Path file = desk.file("in/a.jar", Plugins.templates("1.0.0"));
        staging.stage(file, "ann");

        Candidate again = staging.stage(file, "bob");

        assertThat(again.state()).isEqualTo(State.STAGED);
        assertThat(staging.candidates()).containsExactly(again);
        assertThat(again.stagedBy()).isEqualTo("bob");
    }

    @Test
    void showsWhichCandidateIsActive() {
        byte[] jar = Plugins.templates("1.0.0");
        desk.promote(Plugins.ROLE, "hen.templates", "1.0.0", jar);

        Candidate candidate = staging.stage(desk.file("in/a.jar", jar), "ann");

        assertThat(candidate.state()).isEqualTo(State.ACTIVE);
        desk.promote(Plugins.ROLE, "hen.templates", "1.1.0", Plugins.templates("1.1.0"));
        assertThat(staging.candidates()).extracting(Candidate::state).containsExactly(State.STAGED);
    }

    @Test
    void saysThatAJarIsGoneFromTheStore() {
        staging.stage(desk.file("in/a.jar", Plugins.templates("1.0.0")), "ann");

        desk.artifacts.keepOnly(Set.of());

        assertThat(staging.candidates()).singleElement().satisfies(candidate -> {
            assertThat(candidate.state()).isEqualTo(State.WAITING);
            assertThat(candidate.problems()).containsExactly("Its jar is no longer in the store: stage it again");
        });
    }

    @Test
    void forgetsWhatIsDiscarded() {
        Candidate candidate = staging.stage(desk.file("in/a.jar", Plugins.templates("1.0.0")), "ann");

        assertThat(staging.discard(candidate.sha256(), "bob")).isTrue();

        assertThat(staging.discard(candidate.sha256(), "bob")).isFalse();
        assertThat(staging.candidates()).isEmpty();
        assertThat(desk.open().candidates()).isEmpty();
        assertThat(desk.artifacts.contains(candidate.sha256())).isTrue();
    }

    @Test
    void writesWhoDidWhatBeforeItIsDone() {
        Candidate candidate = staging.stage(desk.file("in/a.jar", Plugins.templates("1.0.0")), "ann");
        staging.stage(desk.file("in/egg.jar", new byte[] {1}), "bob");
        staging.discard(candidate.sha256(), "eve");

        assertThat(desk.audit.acts()).hasSize(3);
        assertThat(desk.audit.acts().get(0)).startsWith("ann bundle.stage ").contains("bundle=hen.templates");
        assertThat(desk.audit.acts().get(1)).isEqualTo("bob bundle.refuse " + Map.of("file", "egg.jar"));
        assertThat(desk.audit.acts().get(2)).startsWith("eve bundle.discard");
    }

    @Test
    void stagesNothingThatCannotBeRecorded() {
        desk.audit.full = true;
        Path file = desk.file("in/a.jar", Plugins.templates("1.0.0"));

        assertThatThrownBy(() -> staging.stage(file, "ann")).isInstanceOf(StoreException.class);

        assertThat(staging.candidates()).isEmpty();
        assertThat(data.resolve("store/sha256")).isEmptyDirectory();
    }

    @Test
    void stagesNothingThatCannotBeStored() throws IOException {
        Files.delete(data.resolve("store/sha256"));
        Files.writeString(data.resolve("store/sha256"), "a file in its place");
        Path file = desk.file("in/a.jar", Plugins.templates("1.0.0"));

        assertThatThrownBy(() -> staging.stage(file, "ann")).isInstanceOf(IllegalStateException.class);

        assertThat(staging.candidates()).isEmpty();
        assertThat(desk.open().candidates()).isEmpty();
    }

    @Test
    void refusesAFileThatCannotBeRead() {
        assertThatThrownBy(() -> staging.stage(data.resolve("absent.jar"), "ann"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Cannot read")
                .hasMessageContaining("absent.jar");
        assertThatThrownBy(() -> staging.stage(data, "ann")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void examinesTheStatementBesideAJar() {
        FileStaging strict = new Desk(data, framework.context(), "signed").open();
        Path file = desk.file("in/a.jar", Plugins.templates("1.0.0"));
        assertThat(strict.stage(file, "ann").problems()).containsExactly("It is not signed: no statement came with it");

        desk.file("in/a.jar.statement", new byte[] {'{', '}'});

        assertThat(strict.stage(file, "ann").problems())
                .singleElement()
                .asString()
                .startsWith("Its statement cannot be read");
    }

    @Test
    void leavesAFileOfItsOwnThatItCannotReadWhereItIs() throws IOException {
        staging.stage(desk.file("in/a.jar", Plugins.templates("1.0.0")), "ann");
        Path broken = Files.writeString(data.resolve("staging/broken.json"), "{");

        assertThat(desk.open().candidates()).hasSize(1);
        assertThat(broken).hasContent("{");
    }

    @Test
    void keepsHowAnActivationFailedUntilItIsStagedAgain() {
        Path file = desk.file("in/a.jar", Plugins.templates("1.0.0"));
        String sha256 = staging.stage(file, "ann").sha256();

        staging.failed(sha256, "Its activation failed at step PROBE");

        assertThat(desk.open().candidates()).singleElement().satisfies(candidate -> {
            assertThat(candidate.state()).isEqualTo(State.STAGED);
            assertThat(candidate.problems()).containsExactly("Its activation failed at step PROBE");
        });
        assertThat(staging.stage(file, "ann").problems()).isEmpty();
    }

    @Test
    void refusesToGuessItsFolder() {
        assertThatThrownBy(() -> new FileStaging(
                        framework.context(),
                        desk.artifacts,
                        desk.trust,
                        desk.ledger,
                        desk.audit,
                        desk.clock,
                        new Desk.OfStaging(" ")))
                .hasMessage("data.directory must not be blank");
    }

    @Test
    void knowsAFileThatWouldChangeNothing() {
        Path file = desk.file("in/a.jar", Plugins.templates("1.0.0"));
        Path egg = desk.file("in/egg.jar", new byte[] {1});
        assertThat(staging.knows(file)).isFalse();
        List.of(file, egg).forEach(each -> staging.stage(each, "ann"));

        assertThat(staging.knows(file)).isTrue();
        assertThat(staging.knows(egg)).isFalse();
    }
}
