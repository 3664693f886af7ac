package tacit.memory.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static tacit.memory.profile.Said.CLOCK;
import static tacit.memory.profile.Said.NOON;
import static tacit.memory.profile.Said.NORA;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.MemoryState;
import tacit.api.memory.MemoryStore;
import tacit.api.memory.TrustLane;
import tacit.api.memory.UserProfile;
import tacit.api.store.Database;
import tacit.runtime.testkit.EachDatabase;

/** Sixty statements over time, most of which take something back. */
class ContradictionsTest {

    @EachDatabase
    void leavesNoTwoFactsThatCannotHoldTogether(Database database) throws Exception {
        MemoryStore store = Said.store(database);
        UserProfile profile = new StoredProfile(store, CLOCK);
        List<String[]> statements = statements();
        Map<String, String> groups = new HashMap<>();
        Map<String, List<String>> last = new HashMap<>();
        for (int i = 0; i < statements.size(); i++) {
            String group = statements.get(i)[0].strip();
            List<MemoryRecord> learnt = profile.learn(
                    Said.message(statements.get(i)[1].strip(), NOON.plus(Duration.ofHours(i)), TrustLane.STATEMENT));
            assertThat(learnt).as(statements.get(i)[1]).isNotEmpty();
            learnt.forEach(fact -> groups.put(fact.id(), group));
            last.put(group, learnt.stream().map(MemoryRecord::text).toList());
        }

        Map<String, List<String>> current = profile.list(NORA, null, 250).stream()
                .collect(Collectors.groupingBy(
                        fact -> Objects.requireNonNull(groups.get(fact.id())),
                        Collectors.mapping(MemoryRecord::text, Collectors.toList())));

        assertThat(statements).hasSize(60);
        assertThat(profile.questions(NORA)).isEmpty();
        last.forEach((group, texts) ->
                assertThat(current.get(group)).as("group " + group).containsExactlyInAnyOrderElementsOf(texts));
    }

    @EachDatabase
    void keepsWhatWasSaidBeforeAsHistory(Database database) {
        MemoryStore store = Said.store(database);
        UserProfile profile = new StoredProfile(store, CLOCK);
        MemoryRecord graz = profile.learn(Said.message("I live in Graz.")).get(0);

        MemoryRecord kiel = profile.learn(Said.message("I moved to Kiel.", NOON.plusSeconds(3600), TrustLane.STATEMENT))
                .get(0);

        MemoryRecord before = store.find(NORA, graz.id()).orElseThrow();
        assertThat(before.state()).isEqualTo(MemoryState.SUPERSEDED);
        assertThat(before.supersededBy()).isEqualTo(kiel.id());
        assertThat(before.validUntil()).isEqualTo(kiel.validFrom());
        assertThat(store.history(NORA, kiel.id()))
                .extracting(MemoryRecord::text)
                .contains("Lives in Graz", "Lives in Kiel");
    }

    private static List<String[]> statements() throws Exception {
        try (var in = ContradictionsTest.class.getResourceAsStream("contradictions.txt")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" \\| ", 2))
                    .toList();
        }
    }
}
