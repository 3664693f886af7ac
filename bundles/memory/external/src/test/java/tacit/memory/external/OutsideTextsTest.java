package tacit.memory.external;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tacit.api.memory.ExternalForgetting;
import tacit.api.memory.ExternalTurn;
import tacit.api.memory.MemoryWrite;
import tacit.api.store.Database;
import tacit.api.store.Scope;
import tacit.runtime.testkit.EachDatabase;
import tacit.runtime.testkit.MovingClock;

@EachDatabase
class OutsideTextsTest {

    private static final Scope ADA = new Scope("w", "ada");

    private final MovingClock clock = new MovingClock();
    private final FakeMemory memory = new FakeMemory("far");
    private Database database;
    private Outside host;

    @BeforeEach
    void open(Database opened) {
        database = opened;
        host = new Outside(database, clock, "off", memory);
    }

    private void remember(@Nullable String user, @Nullable String run, String... texts) {
        assertThat(host.asked.syncTurn(new ExternalTurn("w", user, run, null, List.of(texts))))
                .isEqualTo(texts.length);
    }

    @Test
    void hasTheNotesOfAUserForgottenAndThoseOfOthersNot() {
        remember("ada", null, "Likes tea", "Has a cat");
        remember("ben", null, "Likes milk");
        remember(null, null, "Deploys run at night");

        assertThat(host.texts.heldOf(ADA)).hasValue(2);
        assertThat(host.texts.forgetUser(ADA)).isEqualTo(2);

        assertThat(memory.texts.values()).containsExactly("Likes milk", "Deploys run at night");
        assertThat(memory.forgettings)
                .containsExactlyInAnyOrder(
                        new ExternalForgetting("w", "w", "far-1", "doc-far-1", null, "home", true),
                        new ExternalForgetting("w", "w", "far-2", "doc-far-2", null, "home", true));
        assertThat(host.texts.heldOf(ADA)).hasValue(0);
        assertThat(host.texts.leftOf(ADA)).isEmpty();
        assertThat(host.texts.forgetUser(ADA)).isZero();
        assertThat(host.acts()).contains("external.forget");
        assertThat(host.told()).doesNotContain("tea", "cat");
    }

    @Test
    void hasNotesForgottenThatRunsOfAUserLeftWithoutNamingThem() {
        host.run("t2", "ada");
        remember(null, "t2", "Likes tea");
        remember(null, "t1", "Likes milk");

        assertThat(host.texts.forgetUser(ADA)).isEqualTo(1);

        assertThat(memory.texts.values()).containsExactly("Likes milk");
    }

    @Test
    void namesWhatIsStillThereAndTriesItAgainAlsoAfterARestart() {
        remember("ada", null, "Likes tea", "Has a cat");
        memory.broken = true;

        assertThat(host.texts.forgetUser(ADA)).isEqualTo(2);

        assertThat(host.texts.leftOf(ADA))
                .containsExactly("'far' still holds 2 notes, which it is asked again to forget: far-1, far-2");
        assertThat(host.texts.leftOf(new Scope("w", "ben"))).isEmpty();
        assertThat(host.asked.status().get(0).forgetting()).isEqualTo(2);

        memory.broken = false;
        host = new Outside(database, clock, "off", memory);
        host.texts.pass();
        assertThat(memory.texts).as("a minute must pass for the first").hasSize(1);
        clock.pass(Duration.ofMinutes(1));
        host.texts.pass();

        assertThat(memory.texts).isEmpty();
        assertThat(host.texts.leftOf(ADA)).isEmpty();
    }

    @Test
    void asksNobodyWhoIsSwitchedOffOrTakenOutAndSaysSo() {
        remember("ada", null, "Likes tea");
        memory.on = false;

        host.texts.forgetUser(ADA);

        assertThat(memory.forgettings).isEmpty();
        assertThat(host.texts.leftOf(ADA))
                .containsExactly("'far' still holds 1 note, which it is asked to forget once it is switched on: far-1");
        host.externals.removeMemory(memory);
        assertThat(host.texts.leftOf(ADA).get(0)).contains("once it is there again");

        memory.on = true;
        host.externals.addMemory(memory);
        host.texts.pass();
        assertThat(memory.texts).isEmpty();
    }

    @Test
    void namesCopiesOfMemoriesThatAreGone() {
        host.mirror.pass();
        clock.pass(Duration.ofSeconds(10));
        String gone = host.capture("Deploys run at night");
        host.capture("The office moves");
        host.mirror.pass();
        assertThat(host.texts.leftOf(ADA)).isEmpty();

        host.store.delete(Outside.SCOPE, List.of(gone), true);

        assertThat(host.texts.leftOf(ADA))
                .containsExactly(
                        "'far' still holds copies of 1 memory that is gone here, which it is asked again to forget");
        host.mirror.pass();
        assertThat(host.texts.leftOf(ADA)).isEmpty();
    }

    @Test
    void hasANoteForgottenThatSaysWhatTheEvidenceForgets() {
        remember(null, null, "Likes tea", "Likes tea and milk");

        assertThat(host.texts.forget(Outside.SCOPE, List.of(), List.of(" Likes tea\n")))
                .isEqualTo(1);

        assertThat(memory.texts.values()).containsExactly("Likes tea and milk");
    }

    @Test
    void hasAllNotesOfAWorkspaceForgotten() {
        remember("ada", null, "Likes tea");
        remember(null, null, "Deploys run at night");

        assertThat(host.texts.forgetWorkspace(Scope.ofWorkspace("other"))).isZero();
        assertThat(host.texts.forgetWorkspace(Outside.SCOPE)).isEqualTo(2);

        assertThat(memory.texts).isEmpty();
    }

    @Test
    void knowsOfANoteThatAnAgentHadForgottenAndTakesItsDocumentWithIt() {
        remember("ada", null, "Likes tea");

        host.sending.send(Outgoing.of("w", Outgoing.FORGET, MemoryWrite.Origin.AGENT_TOOL, "far")
                .remote("far-1")
                .write());

        assertThat(memory.forgettings.get(0).documentId()).isEqualTo("doc-far-1");
        assertThat(host.texts.heldOf(ADA)).hasValue(0);
    }

    @Test
    void makesNoTableInAHostThatNeverHadAMemoryOutside() {
        assertThat(host.texts.forgetUser(ADA)).isZero();
        assertThat(host.texts.heldOf(ADA)).hasValue(0);
        assertThat(host.texts.leftOf(ADA)).isEmpty();
        host.texts.pass();

        assertThat(new Tables(database).areThere()).isFalse();
    }
}
