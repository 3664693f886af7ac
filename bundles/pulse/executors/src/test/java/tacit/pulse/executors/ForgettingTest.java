package tacit.pulse.executors;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.api.execute.Execution;
import tacit.api.execute.Execution.State;
import tacit.api.execute.TaskResult;
import tacit.api.store.Database;
import tacit.api.store.Scope;
import tacit.runtime.testkit.EachDatabase;
import tacit.runtime.testkit.MovingClock;

@EachDatabase
class ForgettingTest {

    private static final Scope ANNA = new Scope("w1", "anna");
    private static final Scope ALL = Scope.ofWorkspace("w1");

    @TempDir
    Path data;

    private final MovingClock clock = new MovingClock();
    private Rig rig;
    private ExecutionTexts texts;

    @BeforeEach
    void open(Database database) {
        rig = new Rig(database, clock);
        rig.devices.addExecutor(new FakeExecutor("fake", order -> TaskResult.done("Anna's pump is seven")));
        rig.device("one", "fake", Map.of());
        texts = new ExecutionTexts(database, rig.executions);
    }

    private Execution done(String brief, Map<String, ?> more) {
        String id = rig.executions.submit(Rig.brief(brief, more), null).id();
        try (Rig with = rig) {
            with.loop();
            return with.ended(id);
        }
    }

    @Test
    void ex21TakesAllTextsOfAUserBackAndStopsTheirWork() {
        Execution done = done("b1", Map.of("user", "anna", "prompt", "Look at Anna's pump"));
        Execution open = rig.executions.submit(Rig.brief("b2", Map.of("user", "anna")), "approval");
        Execution bens = rig.executions.submit(Rig.brief("b3", Map.of("user", "ben")), "approval");
        Execution elsewhere =
                rig.executions.submit(Rig.brief("b4", Map.of("user", "anna", "workspace", "w2")), "approval");

        assertThat(texts.heldOf(ANNA)).hasValue(2);
        assertThat(texts.forgetUser(ANNA)).isEqualTo(2);

        Execution gone = rig.executions.find(done.id()).orElseThrow();
        assertThat(gone.toString()).doesNotContain("Anna's pump", "The pump is seven", "to know");
        assertThat(gone.brief().prompt()).startsWith("[deleted sha256:");
        assertThat(gone.state()).isEqualTo(State.SUCCEEDED);
        assertThat(rig.executions.find(open.id()).orElseThrow().state()).isEqualTo(State.CANCELLED);
        assertThat(rig.executions.find(bens.id())).contains(bens);
        assertThat(rig.executions.find(elsewhere.id())).contains(elsewhere);
        assertThat(texts.forgetUser(ANNA)).isZero();
    }

    @Test
    void ex21TakesOneTextBackWhereverItStands() {
        Execution done = done("b1", Map.of("prompt", "Ask Anna's pump \"now\" of it", "workspace", "w1"));

        assertThat(texts.forget(ALL, List.of(), List.of("Anna's pump", "prompt")))
                .isEqualTo(1);

        Execution left = rig.executions.find(done.id()).orElseThrow();
        assertThat(left.brief().prompt()).startsWith("Ask [deleted sha256:").endsWith(" \"now\" of it");
        assertThat(left.result().output()).contains("[deleted sha256:").endsWith(" is seven");
        assertThat(texts.forget(Scope.ofWorkspace("w2"), List.of(), List.of("seven")))
                .isZero();
    }

    @Test
    void ex21TakesEverythingOfAWorkspaceBack() {
        done("b1", Map.of());
        rig.executions.submit(Rig.brief("b2"), null);

        assertThat(texts.forgetWorkspace(ALL)).isEqualTo(2);

        assertThat(rig.executions.open(null)).isEmpty();
        assertThat(rig.executions.ofBrief("b1").orElseThrow().result().output()).startsWith("[deleted sha256:");
    }

    @Test
    void ex21TakesPiecesOfATextAndWhatQuotesAUser() {
        String said = "The violet giraffe of Mombasa sings before every breakfast";
        Execution piece = done("b1", Map.of("prompt", "violet GIRAFFE of mombasa sings before…"));
        Execution quote = done("b2", Map.of("prompt", "She says: " + said));
        Execution other = done("b3", Map.of("prompt", "Look at the pump"));

        assertThat(texts.forget(ALL, List.of(), List.of(said))).isEqualTo(2);
        assertThat(texts.forgetQuotes(ALL, List.of("Anna's pump is seven years old", said)))
                .isZero();

        assertThat(rig.executions.find(piece.id()).orElseThrow().brief().prompt())
                .startsWith("[deleted sha256:");
        assertThat(rig.executions.find(quote.id()).orElseThrow().brief().prompt())
                .startsWith("She says: [deleted sha256:");
        assertThat(rig.executions.find(other.id())).contains(other);
    }
}
