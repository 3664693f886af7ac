package tacit.surface.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tacit.api.adapt.FeedbackDesk;
import tacit.api.adapt.FeedbackRefused;
import tacit.api.adapt.FeedbackRoute;
import tacit.api.adapt.FeedbackRoute.State;
import tacit.api.adapt.GivenFeedback;
import tacit.api.adapt.GivenFeedback.Decision;
import tacit.api.adapt.GivenFeedback.Kind;
import tacit.api.adapt.KeptFeedback;
import tacit.api.command.Command;
import tacit.api.store.Scope;

class FeedbackCommandsTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);

    private final List<GivenFeedback> given = new ArrayList<>();
    private final ShellLines shell = new ShellLines().with(new FeedbackCommands(new FakeDesk(), CLOCK), "feedback");

    @AfterEach
    void close() {
        shell.close();
    }

    @Test
    void saysWhatAnOperatorThinks() {
        assertThat(shell.run("tacit:feedback --reason too_verbose --note 'two lines' t1 reject"))
                .as(shell.err())
                .isEqualTo(Command.OK);

        GivenFeedback feedback = given.get(0);
        assertThat(feedback.decision()).isEqualTo(Decision.REJECTED);
        assertThat(feedback.kind()).isEqualTo(Kind.TASK);
        assertThat(feedback.reason()).isEqualTo("too_verbose");
        assertThat(feedback.note()).isEqualTo("two lines");
        assertThat(feedback.userId()).isNull();
        assertThat(shell.out()).contains("style", "shifted", "skipped: no wish");
    }

    @Test
    void speaksForAUserWhoIsNamed() {
        shell.run("tacit:feedback --user nora t1 accept");

        assertThat(given.get(0).userId()).isEqualTo("nora");
        assertThat(given.get(0).decision()).isEqualTo(Decision.ACCEPTED);
    }

    @Test
    void listsFeedback() {
        shell.run("tacit:feedback --task t1");

        assertThat(shell.out()).contains("f1", "t1", "rejected", "too_verbose", "style");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tacit:feedback t1", "tacit:feedback t1 like", "tacit:feedback t1 accept now"})
    void refusesWhatItDoesNotKnow(String line) {
        assertThat(shell.run(line)).isEqualTo(Command.FAILED);

        assertThat(shell.err()).contains("feedback knows list, TASK accept or TASK reject");
        assertThat(given).isEmpty();
    }

    @Test
    void saysWhyFeedbackWasRefused() {
        assertThat(shell.run("tacit:feedback nowhere accept")).isEqualTo(Command.FAILED);

        assertThat(shell.err()).contains("No such run");
    }

    private final class FakeDesk implements FeedbackDesk {

        @Override
        public KeptFeedback give(Scope scope, String by, GivenFeedback feedback) {
            if (feedback.taskId().equals("nowhere")) {
                throw new FeedbackRefused(FeedbackRefused.Cause.UNKNOWN_TASK, "No such run", Duration.ZERO);
            }
            given.add(feedback);
            return kept(feedback);
        }

        @Override
        public List<KeptFeedback> list(Scope scope, @Nullable String taskId, int limit) {
            return List.of(kept(new GivenFeedback(
                    "f1",
                    "nora",
                    String.valueOf(taskId),
                    null,
                    Decision.REJECTED,
                    "too_verbose",
                    null,
                    Kind.MESSAGE,
                    null,
                    CLOCK.instant())));
        }

        private KeptFeedback kept(GivenFeedback feedback) {
            Map<String, FeedbackRoute> routed = new TreeMap<>(Map.of(
                    "style", new FeedbackRoute(State.DONE, "shifted"),
                    "profile", new FeedbackRoute(State.SKIPPED, "no wish")));
            return new KeptFeedback(feedback, "operator", 1, routed);
        }
    }
}
