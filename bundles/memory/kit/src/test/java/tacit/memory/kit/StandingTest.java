package tacit.memory.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tacit.memory.kit.KitFolder.NOW;
import static tacit.memory.kit.KitFolder.WS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.api.memory.KitStatus;
import tacit.api.memory.KitStatus.KitFile;

class StandingTest {

    @TempDir
    Path root;

    @Test
    void kit17KnowsThatNoKitIsThere() {
        assertThat(status().present()).isFalse();
        assertThat(status().missing()).isEqualTo(Contract.values().length);

        folder().with(".cowork/automated-outputs/report.md", "Done");

        assertThat(status().present()).isFalse();
        assertThat(status().missing()).isPositive();
        assertThat(status().seededAt()).isNull();
    }

    @Test
    void kit18FindsWhatIsStaleAndWhatSpeaksOfSecrets() {
        folder().with(".cowork/TOOLS.md", "---\nupdated: 2020-01-01\n---\nKeep the secrets of the shop here\n");

        assertThat(file("TOOLS").issues()).containsExactly("stale", "possible_secret");
    }

    @Test
    void kit19KeepsWhatAFileSaidBefore() {
        assertThat(folder().kit().write(WS, "AGENTS.md", null, "Be kind", NOW)).isTrue();
        String sha = sha("AGENTS");
        assertThat(folder().kit().write(WS, "AGENTS.md", sha, "Be concise", NOW))
                .isTrue();

        assertThat(file("AGENTS").revisions()).isOne();
        assertThat(root.resolve(".cowork/AGENTS.md")).hasContent("Be concise");
        assertThat(root.resolve(".cowork/.history/AGENTS.md"))
                .isDirectoryContaining(old -> old.toFile().length() == 7);
    }

    @Test
    void countsRevisionsThatOthersLaidOutTheirWay() {
        folder().with(".cowork/.history/AGENTS.md.2026-01-01T00-00-00Z", "a")
                .with(".cowork/.history/AGENTS-1769.md", "b")
                .with(".cowork/.history/SOUL.md/1.md", "c");

        assertThat(file("AGENTS").revisions()).isEqualTo(2);
        assertThat(file("SOUL").revisions()).isOne();
    }

    @Test
    void refusesToWriteOverWhatItDoesNotKnow() {
        folder().with(".cowork/AGENTS.md", "theirs");

        assertThat(folder().kit().write(WS, "AGENTS.md", null, "mine", NOW)).isFalse();
        assertThat(root.resolve(".cowork/AGENTS.md")).hasContent("theirs");
        assertThat(root.resolve(".cowork/.history")).doesNotExist();
        assertThatThrownBy(() -> folder().kit().write(WS, "../AGENTS.md", null, "mine", NOW))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void kit20NotesWhenTheFirstStepsCameAndWent() throws IOException {
        folder().with(".cowork/BOOTSTRAP.md", "- Say hello\n");

        assertThat(status().seededAt()).isEqualTo(NOW);
        assertThat(status().onboardedAt()).isNull();

        Files.delete(root.resolve(".cowork/BOOTSTRAP.md"));
        Instant later = NOW.plusSeconds(60);
        folder().kit().status(WS, later);

        KitStatus at = folder().kit().status(WS, later.plusSeconds(60));
        assertThat(at.seededAt()).isEqualTo(NOW);
        assertThat(at.onboardedAt()).isEqualTo(later);
    }

    @Test
    void writesNothingWhereNoFirstStepsAre() {
        folder().with(".cowork/AGENTS.md", "Be concise");

        status();

        assertThat(root.resolve(".cowork/kit-state.json")).doesNotExist();
    }

    @Test
    void kit21MissesTheDayOfTheLastChange() {
        folder().with(".cowork/AGENTS.md", "Be concise");

        assertThat(file("AGENTS").issues()).containsExactly("missing_updated");
    }

    @Test
    void kit22FindsWhatPassesInWhatStays() {
        folder().with(".cowork/SOUL.md", "---\nupdated: 2025-01-01\n---\nTemporary priorities: finish the beta\n");

        KitStatus status = folder().kit().status(WS, Instant.parse("2026-03-14T09:00:00Z"));

        assertThat(status.files()).filteredOn(KitFile::there).first().satisfies(file -> assertThat(file.issues())
                .containsExactly("stale", "possible_overlap"));
    }

    @Test
    void findsWhatIsEmptyAndWhatIsTooLong() {
        folder().with(".cowork/DESIGN.md", " \n")
                .with(".cowork/VIBES.md", "---\nupdated: 2026-02-01\n---\n" + "v".repeat(1201));

        assertThat(file("DESIGN").issues()).containsExactly("empty");
        assertThat(file("VIBES").issues()).containsExactly("too_long");
    }

    @Test
    void isFreshUntilItsDaysAreOver() {
        folder().with(".cowork/PRIORITIES.md", "---\nupdated: 2026-01-30T08:00:00Z\n---\n- Ship\n");

        assertThat(file("PRIORITIES").issues()).isEmpty();
        assertThat(folder().kit().status(WS, NOW.plusSeconds(86_400)).files())
                .filteredOn(KitFile::there)
                .allSatisfy(file -> assertThat(file.issues()).containsExactly("stale"));
    }

    private KitFile file(String name) {
        return status().files().stream()
                .filter(file -> file.path().equals(".cowork/" + name + ".md"))
                .findFirst()
                .orElseThrow();
    }

    private String sha(String name) {
        return folder().files()
                .read(WS, ".cowork/" + name + ".md", 0)
                .orElseThrow()
                .sha256();
    }

    private KitStatus status() {
        return folder().kit().status(WS, NOW);
    }

    private KitFolder folder() {
        return KitFolder.in(root);
    }
}
