package tacit.memory.recall.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tacit.api.memory.Attempt;
import tacit.api.memory.Audience;
import tacit.api.memory.ContextRequest;
import tacit.api.memory.Playbook;
import tacit.api.memory.PlaybookEntry;
import tacit.api.memory.PlaybookEpisode;
import tacit.api.memory.PlaybookMatch;
import tacit.api.memory.PlaybookReinforcement;
import tacit.api.memory.PlaybookUse;
import tacit.api.recall.RetryRequest;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;

class AskedAdviceTest {

    private static final ContextRequest REQUEST =
            new ContextRequest("w", "Deploy it", Audience.ofUser("ada"), Instant.EPOCH, 1);

    private final List<RetryRequest> asked = new ArrayList<>();
    private final AskedAdvice advice = new AskedAdvice();

    @BeforeEach
    void open() {
        advice.guidance = request -> {
            asked.add(request);
            return "Do not repeat";
        };
        advice.playbook = new Lessons(false);
    }

    private static Attempt attempt(int number, boolean planning) {
        return new Attempt("t1", number, 3, 0, null, "stall", List.of("Run tests"), planning);
    }

    @Test
    void rt01HandsEverythingToTheGuidance() {
        assertThat(advice.advice(REQUEST, attempt(2, true))).isEqualTo("Do not repeat");

        assertThat(asked)
                .containsExactly(new RetryRequest(
                        new Scope("w", "ada"),
                        Audience.ofUser("ada"),
                        "t1",
                        "Deploy it",
                        2,
                        3,
                        0,
                        null,
                        "stall",
                        List.of("Run tests"),
                        "Deploy it: 2 lessons for ada",
                        true,
                        Instant.EPOCH));
    }

    @Test
    void rt02AsksNobodyForAFirstAttemptWithNothingPending() {
        Attempt first = new Attempt(null, 1, 3, 0, " ", null, List.of(), true);

        assertThat(advice.advice(REQUEST, first)).isEmpty();
        assertThat(asked).isEmpty();
    }

    @Test
    void asksThePlaybookWhenPlanningOnly() {
        advice.advice(REQUEST, attempt(2, false));

        assertThat(asked.get(0).playbook()).isEmpty();
    }

    @Test
    void goesOnWithoutAPlaybook() {
        advice.playbook = new Lessons(true);
        assertThat(advice.advice(REQUEST, attempt(2, true))).isEqualTo("Do not repeat");
        advice.playbook = null;
        assertThat(advice.advice(REQUEST, attempt(2, true))).isEqualTo("Do not repeat");

        assertThat(asked).extracting(RetryRequest::playbook).containsOnly("");
    }

    @Test
    void saysNothingWhereNobodyGuides() {
        advice.guidance = null;

        assertThat(advice.advice(REQUEST, attempt(2, true))).isEmpty();
    }

    /** A playbook that teaches, or fails. */
    private record Lessons(boolean broken) implements Playbook {

        @Override
        public String guidance(Scope scope, Audience audience, String task, int most) {
            if (broken) {
                throw new IllegalStateException("Broken");
            }
            return task + ": " + most + " lessons for " + scope.userId();
        }

        private static UnsupportedOperationException unasked() {
            return new UnsupportedOperationException("Only guidance is asked");
        }

        @Override
        public PlaybookEntry capture(Scope scope, PlaybookEpisode episode) {
            throw unasked();
        }

        @Override
        public List<PlaybookMatch> relevant(Scope scope, Audience audience, String task, int most) {
            throw unasked();
        }

        @Override
        public PlaybookReinforcement reinforce(Scope scope, PlaybookUse use) {
            throw unasked();
        }

        @Override
        public Optional<PlaybookEntry> find(Scope scope, String id) {
            throw unasked();
        }

        @Override
        public Page<PlaybookEntry> list(Scope scope, PlaybookEpisode.@Nullable Outcome outcome, PageRequest page) {
            throw unasked();
        }
    }
}
