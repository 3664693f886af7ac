package tacit.runtime.harness.slot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tacit.api.harness.InnerCall;
import tacit.api.learn.FailureTemplates;
import tacit.runtime.harness.activation.ListDecisions;
import tacit.runtime.harness.routing.DeclaredRole;
import tacit.runtime.testkit.TestFramework;

final class QuestionsTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    private TestFramework felix;

    @BeforeEach
    void start() {
        felix = TestFramework.start();
    }

    @AfterEach
    void stop() {
        felix.close();
    }

    private List<Question> questions(String role, @Nullable ListDecisions log) throws StepFailure {
        DeclaredRole declared = new DeclaredRole(
                role, FailureTemplates.class, true, felix.context().getBundle());
        return new Questions(() -> log, Clock.fixed(NOW, ZoneOffset.UTC)).of(declared);
    }

    @Test
    void readsThoseThatCameWithTheInterface() throws StepFailure {
        assertThat(questions("several", null))
                .containsExactly(new Question(
                        "template(String,String)", "[\"many hands\",\"light work\"]", NOW, 0, false, false));
    }

    @Test
    void hasNoneForARoleThatCameWithout() throws StepFailure {
        assertThat(questions("nobody", null)).isEmpty();
    }

    @Test
    void addsTwoThatWereAskedOfLateAtTheirTime() throws StepFailure {
        ListDecisions log = new ListDecisions()
                .with("nobody", "[1]", "\"a\"", 0)
                .with("nobody", "[1]", "\"a\"", 0)
                .with("other", "[9]", "\"a\"", 0)
                .with("nobody", "[2]", "{\"thrown\":\"a.Failure: why\"}", 0)
                .with("nobody", "[3]", "\"a\"", 0);

        assertThat(questions("nobody", log))
                .containsExactly(
                        new Question(ListDecisions.METHOD, "[1]", Instant.EPOCH, 7, true, false),
                        new Question(ListDecisions.METHOD, "[2]", Instant.EPOCH, 7, true, true));
    }

    @Test
    void leavesOutWhatCannotBeAskedAgainAsItWas() throws StepFailure {
        ListDecisions log = new ListDecisions()
                .with("nobody", "[1]", "\"a\"", 1)
                .with("nobody", "[2]", "\"a\"", 0, new InnerCall("store", "find()", "[]", "null"));

        assertThat(questions("nobody", log)).isEmpty();
    }

    @Test
    void doesWithoutALogThatFails() throws StepFailure {
        assertThat(questions("several", new ListDecisions().broken())).hasSize(1);
    }
}
