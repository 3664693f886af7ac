package tacit.memory.external;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tacit.api.memory.ExternalMemories.Status;
import tacit.api.memory.MemoryChange;
import tacit.api.memory.MemoryScope;
import tacit.api.memory.MemoryState;
import tacit.api.memory.MemoryWrite;
import tacit.api.memory.PendingWrite;
import tacit.api.memory.Visibility;
import tacit.api.store.Database;
import tacit.runtime.testkit.EachDatabase;
import tacit.runtime.testkit.MovingClock;

@EachDatabase
class ArchiveMirrorTest {

    private static final Duration SOON = Duration.ofSeconds(10);

    private final MovingClock clock = new MovingClock();
    private final FakeMemory memory = new FakeMemory("far");
    private Database database;
    private Outside host;

    @BeforeEach
    void open(Database opened) {
        database = opened;
        host = new Outside(database, clock, "off", memory);
        pass();
    }

    @Test
    void copiesWhatTheArchiveKeepsAndSaysSoInTheAuditLogFirst() {
        String id = host.capture("Deploys run at night");

        pass();

        assertThat(memory.texts.values()).containsExactly("Deploys run at night");
        assertThat(memory.notes.get(0).background()).isTrue();
        assertThat(memory.notes.get(0).metadata()).containsEntry("source", "archive");
        assertThat(host.acts()).containsExactly("external.mirror");
        assertThat(host.told()).contains(id).doesNotContain("night");
    }

    @Test
    void copiesNothingTwice() {
        host.capture("Deploys run at night");

        pass();
        pass();
        restart();

        assertThat(memory.notes).hasSize(1);
    }

    @Test
    void keepsHereWhatIsPrivateHiddenOfAUserOrMadeFromOthers() {
        host.capture("a", MemoryScope.WORKSPACE, Visibility.PRIVATE, Map.of());
        host.capture("b", MemoryScope.ofUser("ada"), Visibility.SHARED, Map.of());
        host.capture("c", MemoryScope.WORKSPACE, Visibility.SHARED, Map.of("privacy", "redacted"));
        host.capture("d", MemoryScope.WORKSPACE, Visibility.SHARED, Map.of("recall.ignored", "true"));
        host.capture("e", MemoryScope.WORKSPACE, Visibility.SHARED, Map.of("sources", "x y"));

        pass();

        assertThat(memory.notes).isEmpty();
    }

    @Test
    void keepsHereWhatWasCapturedWhileItWasOff() {
        memory.mirrors = false;
        pass();
        host.capture("Deploys run at night");
        pass();
        memory.mirrors = true;

        pass();
        pass();

        assertThat(memory.notes).isEmpty();
    }

    @Test
    void keepsSecretsHere() {
        host.capture("Log in with password: hunter2-hunter2");

        pass();
        pass();

        assertThat(memory.notes).isEmpty();
        assertThat(status().held()).isEqualTo(1);
    }

    @Test
    void wg07LetsAnOperatorDecideAndCopiesWhatIsApproved() {
        host = new Outside(database, clock, "external_only", memory);
        String id = host.capture("Deploys run at night");
        pass();
        PendingWrite pending = host.pending().get(0);
        assertThat(memory.notes).isEmpty();
        assertThat(pending.write().origin()).isEqualTo(MemoryWrite.Origin.EXTERNAL_MIRROR);

        host.gate.approveEdited(Outside.SCOPE, pending.id(), "Deploys run late", "bob", null);
        pass();

        assertThat(memory.texts.values()).containsExactly("Deploys run late");
        host.store.delete(Outside.SCOPE, List.of(id), false);
        pass();
        assertThat(memory.texts).isEmpty();
    }

    @Test
    void refusesAnApprovalOfWhatMayNotLeaveAnyMore() {
        host = new Outside(database, clock, "external_only", memory);
        String gone = host.capture("Deploys run at night");
        String secret = host.capture("The office moves");
        String hidden = host.capture("The lift is slow");
        String reworded = host.capture("Ada pays for lunch");
        pass();
        List<PendingWrite> pending = host.pending();

        host.store.delete(Outside.SCOPE, List.of(gone), false);
        host.store.change(Outside.SCOPE, secret, MemoryChange.NONE.withVisibility(Visibility.PRIVATE));
        host.store.change(
                Outside.SCOPE,
                hidden,
                MemoryChange.NONE.withAttributes(new TreeMap<>(Map.of("recall.ignored", "true"))));
        host.store.change(Outside.SCOPE, reworded, MemoryChange.NONE.withText("Bob pays for lunch", null));

        assertThat(pending).hasSize(4);
        assertThat(pending.stream().map(write -> host.gate.approve(Outside.SCOPE, write.id(), "bob", null)))
                .allMatch(write -> write.status() == PendingWrite.Status.FAILED)
                .extracting(PendingWrite::resolution)
                .allSatisfy(reason -> assertThat(reason).contains("may not leave this host any more"));
        assertThat(memory.notes).isEmpty();
        assertThat(host.acts()).doesNotContain("external.mirror");
    }

    @Test
    void keepsHereWhatWasCapturedWhileItWasTakenOut() {
        host.externals.removeMemory(memory);
        pass();
        host.capture("Deploys run at night");
        pass();
        host.externals.addMemory(memory);

        pass();
        pass();

        assertThat(memory.notes).isEmpty();
    }

    @Test
    void forgetsOutsideWhatIsDeletedHere() {
        String id = host.capture("Deploys run at night");
        pass();

        host.store.delete(Outside.SCOPE, List.of(id), false);
        pass();

        assertThat(memory.texts).isEmpty();
        assertThat(memory.forgettings.get(0).documentId()).isEqualTo("doc-far-1");
        assertThat(host.acts()).containsExactly("external.mirror", "external.forget");
        assertThat(status().copied()).isZero();
    }

    @Test
    void forgetsOutsideWhatIsPutAsideOrBecomesPrivate() {
        String aside = host.capture("Deploys run at night");
        String secret = host.capture("The office moves");
        pass();

        host.store.change(Outside.SCOPE, aside, MemoryChange.NONE.withState(MemoryState.ARCHIVED));
        host.store.change(Outside.SCOPE, secret, MemoryChange.NONE.withVisibility(Visibility.PRIVATE));
        pass();

        assertThat(memory.texts).isEmpty();
    }

    @Test
    void replacesOutsideWhatSaysSomethingElseHere() {
        String id = host.capture("Deploys run at night");
        pass();

        host.store.change(Outside.SCOPE, id, MemoryChange.NONE.withText("Deploys run at noon", null));
        pass();
        pass();

        assertThat(memory.texts.values()).containsExactly("Deploys run at noon");
    }

    @Test
    void triesADeletionAgainWithGrowingPausesAlsoAfterARestart() {
        String id = host.capture("Deploys run at night");
        pass();
        host.store.delete(Outside.SCOPE, List.of(id), false);
        memory.broken = true;
        pass();
        assertThat(status().forgetting()).isEqualTo(1);

        memory.broken = false;
        restart();
        assertThat(memory.texts).as("a minute must pass").isNotEmpty();
        clock.pass(Duration.ofMinutes(1));
        host.mirror.pass();

        assertThat(memory.texts).isEmpty();
        assertThat(status().forgetting()).isZero();
    }

    @Test
    void asksAServiceThatFailsOnceInAPass() {
        host.capture("one");
        host.capture("two");
        memory.broken = true;

        pass();

        assertThat(host.acts()).containsExactly("external.mirror");
        assertThat(status().waiting()).isEqualTo(2);
    }

    @Test
    void sendsNothingToAMemoryThatIsOffAndForgetsThereOnceItIsOn() {
        String id = host.capture("Deploys run at night");
        pass();
        memory.on = false;
        host.store.delete(Outside.SCOPE, List.of(id), false);

        pass();
        assertThat(memory.texts).isNotEmpty();
        assertThat(status().forgetting()).isEqualTo(1);
        memory.on = true;
        pass();

        assertThat(memory.texts).isEmpty();
    }

    @Test
    void servesTheOthersWhenOneIsBroken() {
        FakeMemory sick = new FakeMemory("a sick one") {
            @Override
            public boolean mirrors() {
                throw new IllegalStateException("It is away");
            }
        };
        host.externals.addMemory(sick);
        host.capture("Deploys run at night");

        pass();

        assertThat(memory.texts).hasSize(1);
    }

    @Test
    void doesNotSendWhatCannotBeTold() {
        host.capture("Deploys run at night");
        host.audit.broken = true;

        pass();

        assertThat(memory.notes).isEmpty();
    }

    @Test
    void forgetsNothingOfAMemoryThatWaitsWhenItIsGone() {
        memory.broken = true;
        String id = host.capture("Deploys run at night");
        pass();
        host.store.delete(Outside.SCOPE, List.of(id), false);
        memory.broken = false;
        clock.pass(Duration.ofHours(1));

        pass();

        assertThat(memory.notes).isEmpty();
        assertThat(status().waiting()).isZero();
    }

    private void pass() {
        clock.pass(SOON);
        host.mirror.pass();
    }

    private void restart() {
        host = new Outside(database, clock, "off", memory);
        pass();
    }

    private Status status() {
        return host.asked.status().get(0);
    }
}
