package tacit.memory.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tacit.memory.gate.GateFixture.SCOPE;
import static tacit.memory.gate.GateFixture.pending;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tacit.api.access.AuditEntry;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.MemoryWrite;
import tacit.api.memory.MemoryWrite.Origin;
import tacit.api.memory.MemoryWrite.Target;
import tacit.api.memory.PendingWrite;
import tacit.api.memory.PendingWrite.Status;
import tacit.api.memory.WriteTarget;
import tacit.api.store.Database;
import tacit.api.store.Scope;
import tacit.runtime.testkit.EachDatabase;

@EachDatabase
class ReviewTest {

    private GateFixture fixture;
    private SqlWriteGate gate;

    @BeforeEach
    void open(Database database) {
        fixture = new GateFixture(database);
        gate = fixture.gate("all");
    }

    @Test
    void wg05DoesAnApprovedCaptureExactlyAsItWasProposed() {
        MemoryWrite capture = Writes.of(
                Target.ARCHIVE,
                "capture",
                Origin.AGENT_TOOL,
                "content",
                "We chose Vite",
                "type",
                "decision",
                "private",
                "false");
        String id = staged(capture);

        PendingWrite applied = gate.approve(SCOPE, id, "bob", "fine");

        assertThat(applied.status()).isEqualTo(Status.APPLIED);
        assertThat(applied.reviewedBy()).isEqualTo("bob");
        assertThat(applied.resolution()).isEqualTo("fine");
        assertThat(fixture.archive.done).containsExactly(capture);
        assertThat(pending(gate)).isEmpty();
    }

    @Test
    void saysThatARemovalIsDoneThoughItsWordsWentWithTheMemory() {
        MemoryRecord memory = DeletionTest.memory("m7", "Checkout");
        gate.writingTo(List.of(new Removing(() -> gate.removed(List.of(memory)))));
        String id = staged(Writes.of(Target.GRAPH, "delete_entity", Origin.AGENT_TOOL, "id", "m7"));

        PendingWrite applied = gate.approve(SCOPE, id, "bob", "fine");

        assertThat(applied.status()).isEqualTo(Status.APPLIED);
        assertThat(applied.reviewedBy()).isEqualTo("bob");
        assertThat(applied.write().payload()).isEmpty();
        assertThat(gate.find(SCOPE, id)).isEmpty();
    }

    private record Removing(Runnable removal) implements WriteTarget {

        @Override
        public Target target() {
            return Target.GRAPH;
        }

        @Override
        public String apply(MemoryWrite write) {
            removal.run();
            return "m7";
        }
    }

    @Test
    void wg06DropsARejectedWrite() {
        String id = staged(Writes.curatedAdd("Likes tea"));

        PendingWrite rejected = gate.reject(SCOPE, id, "bob", "not so");

        assertThat(rejected.status()).isEqualTo(Status.REJECTED);
        assertThat(rejected.resolution()).isEqualTo("not so");
        assertThat(fixture.curated.done).isEmpty();
    }

    @Test
    void wg07DoesAnApprovedWriteToTheOutside() {
        MemoryWrite remember = Writes.remember("Likes tea");

        gate.approve(SCOPE, staged(remember), "bob", null);

        assertThat(fixture.external.done).containsExactly(remember);
        assertThat(fixture.external.done.get(0).payload()).containsEntry("container", "cowork:default");
        assertThat(fixture.external.done.get(0).taskId()).isEqualTo("task-1");
    }

    @Test
    void wg08DoesAnApprovedUpsertOfTheDistiller() {
        MemoryWrite upsert = Writes.of(
                Target.CURATED,
                "upsert",
                Origin.DISTILL,
                "content",
                "No deploys on Friday",
                "kind",
                "constraint",
                "confidence",
                "0.8");

        gate.approve(SCOPE, staged(upsert), "bob", null);

        assertThat(fixture.curated.done).containsExactly(upsert);
    }

    @Test
    void wg10RefusesASecondReviewAnotherWorkspaceAndAnUnknownId() {
        String id = staged(Writes.curatedAdd("Likes tea"));

        assertThatThrownBy(() -> gate.approve(Scope.ofWorkspace("other"), id, "bob", null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> gate.reject(SCOPE, "w-none", "bob", null))
                .hasMessage("No write that waits has the id 'w-none'");
        gate.approve(SCOPE, id, "bob", null);
        assertThatThrownBy(() -> gate.approve(SCOPE, id, "bob", null))
                .hasMessage("Cannot review write '" + id + "': it does not wait any more");
        assertThatThrownBy(() -> gate.reject(SCOPE, id, "bob", null)).isInstanceOf(IllegalArgumentException.class);
        assertThat(fixture.curated.done).hasSize(1);
    }

    @Test
    void doesAnEditedWriteWithTheOtherTextAndKeepsIt() {
        String id = staged(Writes.curatedAdd("Likes tea"));

        PendingWrite applied = gate.approveEdited(SCOPE, id, "Likes green tea", "bob", null);

        assertThat(fixture.curated.done).containsExactly(Writes.curatedAdd("Likes green tea"));
        assertThat(applied.write().payload()).containsEntry(MemoryWrite.CONTENT, "Likes green tea");
        assertThat(applied.summary()).isEqualTo("curated add: Likes green tea");
    }

    @Test
    void refusesAnEditThatIsBlankOrCarriesASecretOut() {
        String id = staged(Writes.remember("Likes tea"));

        assertThatThrownBy(() -> gate.approveEdited(SCOPE, id, " ", "bob", null))
                .hasMessage("text must not be blank");
        assertThatThrownBy(() -> gate.approveEdited(SCOPE, id, "password: hunter2", "bob", null))
                .hasMessage("text must hold no secret: it would leave this host");
        assertThat(pending(gate)).hasSize(1);
    }

    @Test
    void keepsTheReasonOfAWriteThatCouldNotBeDone() {
        fixture.curated.refusal = new IllegalArgumentException("id must name an entry, got 'c1'");
        PendingWrite refused = gate.approve(SCOPE, staged(Writes.curatedAdd("a")), "bob", null);
        fixture.curated.refusal = new IllegalStateException("words of somebody");
        PendingWrite broken = gate.approve(SCOPE, staged(Writes.curatedAdd("b")), "bob", null);

        assertThat(refused.status()).isEqualTo(Status.FAILED);
        assertThat(refused.resolution()).isEqualTo("id must name an entry, got 'c1'");
        assertThat(broken.status()).isEqualTo(Status.FAILED);
        assertThat(broken.resolution()).isEqualTo("It broke: IllegalStateException");
    }

    @Test
    void leavesAWriteWaitingWhileItsMemoryIsMissing() {
        String id = staged(Writes.curatedAdd("Likes tea"));

        assertThatThrownBy(() -> fixture.withoutMemories("all").approve(SCOPE, id, "bob", null))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("nothing writes to the curated memory now");
        assertThat(pending(gate)).hasSize(1);
    }

    @Test
    void writesTheAuditLogFirstAndIdsOnly() {
        String id = staged(Writes.curatedAdd("Likes tea"));
        fixture.audit.broken = true;

        assertThatThrownBy(() -> gate.approve(SCOPE, id, "bob", null)).hasMessage("The log is full");
        assertThat(fixture.curated.done).isEmpty();
        fixture.audit.broken = false;
        gate.approve(SCOPE, id, "bob", "because of tea");

        assertThat(fixture.audit.entries).singleElement().satisfies(entry -> {
            assertThat(entry.action()).isEqualTo("memory.write.approve");
            assertThat(entry.subject()).isEqualTo(id);
            assertThat(entry.details().toString()).doesNotContain("tea");
        });
    }

    @Test
    void namesEachReviewInTheAuditLog() {
        gate.reject(SCOPE, staged(Writes.curatedAdd("a")), "bob", null);
        gate.approveEdited(SCOPE, staged(Writes.curatedAdd("b")), "c", "bob", null);

        assertThat(fixture.audit.entries)
                .extracting(AuditEntry::action)
                .containsExactly("memory.write.reject", "memory.write.edit");
    }

    @Test
    void takesUpAWriteWhoseReviewWasCutOffOnlyAfterAWhile(Database database) {
        String id = staged(Writes.curatedAdd("Likes tea"));
        database.write(session -> session.update(
                "UPDATE pending_memory_writes SET status = 'APPLYING', reviewed_at = ?, reviewed_by = 'gone' WHERE id = ?",
                fixture.now,
                id));

        fixture.now = fixture.now.plusSeconds(60);
        assertThatThrownBy(() -> gate.approve(SCOPE, id, "bob", null)).isInstanceOf(IllegalArgumentException.class);
        fixture.now = fixture.now.plus(Review.ABANDONED);

        assertThat(gate.approve(SCOPE, id, "bob", null).status()).isEqualTo(Status.APPLIED);
    }

    @Test
    void letsOneOfManyReviewersDoIt() throws Exception {
        String id = staged(Writes.curatedAdd("Likes tea"));
        ExecutorService reviewers = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Boolean>> reviews = new ArrayList<>();
            for (int reviewer = 0; reviewer < 8; reviewer++) {
                reviews.add(() -> approves(id));
            }
            int done = 0;
            for (Future<Boolean> review : reviewers.invokeAll(reviews)) {
                done += review.get() ? 1 : 0;
            }

            assertThat(done).isEqualTo(1);
            assertThat(fixture.curated.done).hasSize(1);
        } finally {
            reviewers.shutdownNow();
        }
    }

    private boolean approves(String id) {
        try {
            return gate.approve(SCOPE, id, "bob", null).status() == Status.APPLIED;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private String staged(MemoryWrite write) {
        return String.valueOf(gate.evaluate(write).pendingId());
    }
}
