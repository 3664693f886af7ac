package tacit.pulse.mind.seen;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.api.pulse.AutomationProfile;
import tacit.api.pulse.Learning;
import tacit.api.reflect.ReflectionEvidence;
import tacit.api.store.Database;
import tacit.runtime.testkit.EachDatabase;

@EachDatabase
class GatheringTest {

    @TempDir
    private Path folder;

    private Stores stores;
    private final List<Sighting> there = new ArrayList<>();

    @BeforeEach
    void open(Database database) {
        stores = new Stores(database, folder);
    }

    private Gathering of(Source... sources) {
        return new Gathering(stores.mind, List.of(sources));
    }

    private Source fixed() {
        return new Source() {

            @Override
            public String name() {
                return "fixed";
            }

            @Override
            public List<Sighting> look(AutomationProfile profile, Instant since) {
                return there;
            }
        };
    }

    private void sees(ReflectionEvidence.Type type, boolean actionable, String fingerprint, String text, Instant at) {
        there.add(Keys.workspace(
                stores.mine, new Keys.Saw(type, actionable, text, "task:Call Bea", "trace:1", at, fingerprint)));
    }

    private List<ReflectionEvidence> workspace(Gathering gathering) {
        return gathering.look(stores.mine).stream()
                .filter(found -> found.key().equals("workspace:shop"))
                .findFirst()
                .orElseThrow()
                .evidence();
    }

    @Test
    void hasThreeTargetsOfWhichNothingIsSeen() {
        assertThat(of().look(stores.mine))
                .extracting(Gathering.Found::key)
                .containsExactly("global:brain", "workspace:shop", "agent_role:builder");
    }

    @Test
    void keepsTheHeaviestFortyAndNumbersThem() {
        Instant now = stores.clock.instant();
        IntStream.range(0, 60)
                .forEach(n ->
                        sees(ReflectionEvidence.Type.LEARNING, false, "l" + n, "Learnt " + n, now.minusSeconds(n)));
        sees(ReflectionEvidence.Type.TASK_SIGNAL, true, "t", "failed: it", now.minus(Duration.ofDays(3)));

        List<ReflectionEvidence> pieces = workspace(of(fixed()));

        assertThat(pieces).hasSize(40);
        assertThat(pieces.get(0))
                .extracting(ReflectionEvidence::id, ReflectionEvidence::text)
                .containsExactly("e1", "failed: it");
        assertThat(pieces.get(39).text()).isEqualTo("Learnt 38");
    }

    @Test
    void countsTheSameThingOnceAsItWasSeenLast() {
        Instant now = stores.clock.instant();
        sees(ReflectionEvidence.Type.TASK_SIGNAL, true, "same", "blocked: it", now.minusSeconds(60));
        sees(ReflectionEvidence.Type.TASK_SIGNAL, true, "same", "failed: it", now);

        assertThat(workspace(of(fixed()))).extracting(ReflectionEvidence::text).containsExactly("failed: it");
    }

    @Test
    void keepsNoSecretsNoLongTextsAndNoWordsInSubjects() {
        String token = "ghp_" + "a1B2".repeat(9);
        sees(
                ReflectionEvidence.Type.TASK_SIGNAL,
                true,
                "a",
                "failed:\n with " + token + " " + "x".repeat(900),
                stores.clock.instant());

        ReflectionEvidence piece = workspace(of(fixed())).get(0);

        assertThat(piece.text()).doesNotContain(token).doesNotContain("\n").hasSize(ReflectionEvidence.LONGEST_TEXT);
        assertThat(piece.subject()).startsWith("task:").doesNotContain("Bea");
    }

    @Test
    void passesOverASourceThatFails() {
        sees(ReflectionEvidence.Type.TASK_SIGNAL, true, "a", "failed: it", stores.clock.instant());
        Source broken = new Source() {

            @Override
            public String name() {
                return "broken";
            }

            @Override
            public List<Sighting> look(AutomationProfile profile, Instant since) {
                throw new IllegalStateException("The disk is full");
            }
        };

        assertThat(workspace(of(broken, fixed()))).hasSize(1);
    }

    @Test
    void hasTheSameFingerprintForTheSameEvidenceAlone() {
        stores.learnings.add(stores.mine.id(), "shop", Learning.Kind.DREAM, "k1", "One", null, null);
        String before = stores.gathering.look(stores.mine).get(1).fingerprint();

        stores.clock.pass(Duration.ofMinutes(5));
        assertThat(stores.gathering.look(stores.mine).get(1).fingerprint()).isEqualTo(before);
        stores.learnings.add(stores.mine.id(), "shop", Learning.Kind.DREAM, "k2", "Two", null, null);
        assertThat(stores.gathering.look(stores.mine).get(1).fingerprint()).isNotEqualTo(before);
    }

    @Test
    void showsTheBrainTheNewestOfEachTarget() {
        stores.learnings.add(stores.mine.id(), "shop", Learning.Kind.DREAM, "k1", "One", null, null);
        stores.clock.pass(Duration.ofMinutes(5));
        stores.learnings.add(stores.mine.id(), "shop", Learning.Kind.DREAM, "k2", "Two", null, null);

        assertThat(stores.lines(stores.mine, "global:brain")).containsExactly("OTHER 0.05 Two");
    }
}
