package tacit.memory.external;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tacit.api.memory.RemoteCopy;
import tacit.api.store.Database;
import tacit.memory.external.Copies.Copy;
import tacit.memory.external.Copies.Place;
import tacit.memory.external.Copies.State;
import tacit.runtime.testkit.EachDatabase;

@EachDatabase
class CopiesTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Place ONE = new Place("far", "w", "m1");

    private Copies copies;

    @BeforeEach
    void open(Database database) {
        copies = new Copies(database);
    }

    @Test
    void keepsACopyOfAMemoryOnce() {
        copies.add("far", "w", Map.of("m1", "d1", "m2", "d2"), NOW);
        copies.add("far", "w", Map.of("m1", "other"), NOW);
        copies.add("near", "w", Map.of("m1", "d1"), NOW);
        copies.add("near", "w", Map.of(), NOW);

        assertThat(copies.counts("far")).containsExactly(Map.entry(State.WAITING, 2L));
        assertThat(copies.due("far", State.WAITING, NOW, 10))
                .extracting(Copy::digest)
                .containsExactly("d1", "d2");
    }

    @Test
    void answersWhatIsDueTheLongestDueFirst() {
        copies.add("far", "w", Map.of("m2", "d"), NOW.plusSeconds(5));
        copies.add("far", "w", Map.of("m1", "d"), NOW.plusSeconds(9));

        assertThat(copies.due("far", State.WAITING, NOW, 10)).isEmpty();
        assertThat(copies.due("far", State.WAITING, NOW.plusSeconds(9), 10))
                .extracting(copy -> copy.place().memoryId())
                .containsExactly("m2", "m1");
        assertThat(copies.due("far", State.WAITING, NOW.plusSeconds(9), 1)).hasSize(1);
    }

    @Test
    void followsACopyThroughItsStates() {
        copies.add("far", "w", Map.of("m1", "d1"), NOW);
        copies.sent(ONE, new RemoteCopy("r1", null, "box"), "ignored", NOW);

        Copy sent = copies.behind("far", State.SENT, "", 10).get(0);
        assertThat(sent).isEqualTo(new Copy(ONE, State.SENT, "d1", "r1", null, "box", 0));
        assertThat(copies.behind("far", State.SENT, "m1", 10)).isEmpty();

        copies.move(sent, State.FORGETTING, 2, NOW.plus(Duration.ofMinutes(4)));
        assertThat(copies.due("far", State.FORGETTING, NOW, 10)).isEmpty();
        assertThat(copies.behind("far", State.FORGETTING, "", 10).get(0).attempts())
                .isEqualTo(2);

        copies.drop(ONE);
        assertThat(copies.counts("far")).isEmpty();
    }

    @Test
    void notesACopyThatNobodyAskedFor() {
        copies.sent(ONE, new RemoteCopy("r1", "doc", "box"), "d9", NOW);
        copies.reword(ONE, "d10");

        Copy sent = copies.behind("far", State.SENT, "", 10).get(0);
        assertThat(sent.digest()).isEqualTo("d10");
        assertThat(sent.documentId()).isEqualTo("doc");
    }

    @Test
    void remembersUntilWhenSomebodyLooked() {
        assertThat(copies.lookedAt("far", "w")).isEmpty();

        copies.looked("far", "w", NOW);
        copies.looked("far", "w", NOW.plusSeconds(1));
        copies.looked("near", "w", NOW);

        assertThat(copies.lookedAt("far", "w")).contains(NOW.plusSeconds(1));
        copies.stopLooking("far");
        assertThat(copies.lookedAt("far", "w")).isEmpty();
        assertThat(copies.lookedAt("near", "w")).contains(NOW);
    }
}
