package tacit.pulse.dreams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.api.access.AuditEntry;
import tacit.api.memory.CurationResult;
import tacit.api.memory.MemoryFilter;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.MemoryState;
import tacit.api.memory.MemoryWrite;
import tacit.api.memory.PendingWrite;
import tacit.api.memory.TrustLane;
import tacit.api.reflect.DreamAction;
import tacit.api.reflect.DreamCandidate;
import tacit.api.reflect.DreamReview;
import tacit.api.reflect.DreamState;
import tacit.api.store.Database;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;
import tacit.runtime.testkit.EachDatabase;
import tacit.runtime.testkit.MovingClock;

@EachDatabase
class StoredReviewTest {

    private static final String OLD = "Reports go out on Monday";
    private static final String WORDS = "Actually the reports go out on Tuesday, not Monday.";

    @TempDir
    Path folder;

    private Database database;
    private Host host;

    @BeforeEach
    void open(Database opened) {
        database = opened;
        host = new Host(opened, folder);
    }

    private DreamCandidate replacement() {
        host.entry(OLD);
        host.observed(WORDS);
        host.dream();
        return host.candidate(DreamAction.CURATED_REPLACE);
    }

    @Test
    void dr02AnOutdatedEntryIsPutAsideOnceSomebodyAccepts() {
        host.entry(OLD);
        host.observed("Reports go out on Monday is outdated.");
        host.dream();
        DreamCandidate candidate = host.candidate(DreamAction.CURATED_ARCHIVE);
        assertThat(host.entries()).containsExactly(OLD);

        DreamCandidate applied = host.accept(candidate);

        assertThat(applied.state()).isEqualTo(DreamState.APPLIED);
        assertThat(host.entries()).isEmpty();
        assertThatIllegalStateException().isThrownBy(() -> host.accept(candidate));
    }

    @Test
    void dr03WhatTheMemoryRefusesStaysAcceptedWithTheError() {
        DreamCandidate candidate = replacement();
        CurationResult no = new CurationResult(
                CurationResult.Status.REFUSED, null, List.of(), null, null, "The folder is read-only");
        host.memories.curated = new RefusingCurated(host.curated, no);

        DreamCandidate accepted = host.accept(candidate);

        assertThat(accepted.state()).isEqualTo(DreamState.ACCEPTED);
        assertThat(accepted.resolution()).isEqualTo("Not done: The folder is read-only");
        assertThat(host.entries()).containsExactly(OLD);
        host.memories.curated = host.curated;
        assertThat(host.accept(candidate).state()).isEqualTo(DreamState.APPLIED);
        assertThat(host.entries()).containsExactly("Reports go out on Tuesday");
    }

    @Test
    void dr04OfTwoEntriesThatSayTheSameTheLaterIsPutAsideByItsId() {
        String first = host.entry("The team uses Gradle").id();
        String second = host.entry("The team uses the gradle").id();
        host.dream();
        DreamCandidate candidate = host.candidate(DreamAction.CURATED_ARCHIVE);
        assertThat(candidate.draft().subjectId()).isEqualTo(second);

        assertThat(host.accept(candidate).state()).isEqualTo(DreamState.APPLIED);

        assertThat(host.curated.list(Host.SCOPE, null, null, 10))
                .extracting(MemoryRecord::id)
                .containsExactly(first);
    }

    @Test
    void acceptingReplacesTheEntryAndUndoingBringsTheOldWordsBack() {
        DreamCandidate candidate = replacement();

        DreamCandidate applied = host.accept(candidate);
        assertThat(applied.state()).isEqualTo(DreamState.APPLIED);
        assertThat(host.entries()).containsExactly("Reports go out on Tuesday");

        DreamCandidate undone = host.review.undo(Host.SCOPE, candidate.id(), "olga");
        assertThat(undone.state()).isEqualTo(DreamState.UNDONE);
        assertThat(host.entries()).containsExactly(OLD);
        assertThat(host.dream().candidates()).isZero();
        assertThatIllegalStateException().isThrownBy(() -> host.review.undo(Host.SCOPE, candidate.id(), "olga"));
    }

    @Test
    void undoingBringsBackWhatAUserStatedAsAStatement() {
        host.entry(OLD, MemoryWrite.Origin.SYSTEM);
        host.observed(WORDS);
        host.dream();
        DreamCandidate candidate = host.candidate(DreamAction.CURATED_REPLACE);

        assertThat(host.accept(candidate).state()).isEqualTo(DreamState.APPLIED);
        host.review.undo(Host.SCOPE, candidate.id(), "olga");

        assertThat(host.curated.list(Host.SCOPE, null, null, 10))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.text()).isEqualTo(OLD);
                    assertThat(entry.lane()).isEqualTo(TrustLane.STATEMENT);
                });
    }

    @Test
    void editingChangesTheWordsAloneAndTheyAreWhatIsDone() {
        DreamCandidate candidate = replacement();

        DreamCandidate edited =
                host.review.edit(Host.SCOPE, candidate.id(), "Reports go out on Tuesday at noon", "olga");

        assertThat(edited.state()).isEqualTo(DreamState.PROPOSED);
        assertThat(edited.edited()).isEqualTo("Reports go out on Tuesday");
        assertThat(host.entries()).containsExactly(OLD);
        assertThat(host.accept(edited).state()).isEqualTo(DreamState.APPLIED);
        assertThat(host.entries()).containsExactly("Reports go out on Tuesday at noon");
        assertThatIllegalStateException().isThrownBy(() -> host.review.edit(Host.SCOPE, edited.id(), "x", "olga"));
        assertThatIllegalArgumentException().isThrownBy(() -> host.review.edit(Host.SCOPE, edited.id(), " ", "olga"));
    }

    @Test
    void rejectingAndArchivingChangeNoMemoryAndCanBeTakenBack() {
        DreamCandidate candidate = replacement();

        DreamCandidate rejected = host.review.reject(Host.SCOPE, candidate.id(), "olga", "No");
        assertThat(rejected.state()).isEqualTo(DreamState.REJECTED);
        assertThat(rejected.resolution()).isEqualTo("No");
        assertThat(rejected.reviewedBy()).isEqualTo("olga");
        assertThat(host.review.undo(Host.SCOPE, candidate.id(), "olga").state()).isEqualTo(DreamState.PROPOSED);
        assertThat(host.review.archive(Host.SCOPE, candidate.id(), "olga").state())
                .isEqualTo(DreamState.ARCHIVED);
        assertThatIllegalStateException().isThrownBy(() -> host.accept(candidate));
        assertThatIllegalStateException()
                .isThrownBy(() -> host.review.reject(Host.SCOPE, candidate.id(), "olga", null));
        assertThat(host.entries()).containsExactly(OLD);
    }

    @Test
    void coreMemoriesAreKeptInTheArchiveAndPutAsideAgain() {
        host.observed("Never deploy without a second reviewer. We send the sales figures every Monday."
                + " We are waiting for the contract of Acme. The disk alerts of host7 are noise."
                + " Correction: use staging instead of production.");
        host.dream();
        assertThat(host.candidates())
                .extracting(one -> one.draft().action())
                .containsExactlyInAnyOrder(
                        DreamAction.CONSTRAINT,
                        DreamAction.RECURRING_TASK,
                        DreamAction.OPEN_LOOP,
                        DreamAction.IGNORED_NOISE_PATTERN,
                        DreamAction.CORRECTION);

        for (DreamCandidate candidate : host.candidates()) {
            DreamCandidate applied = host.accept(candidate);
            assertThat(applied.state()).as(applied.toString()).isEqualTo(DreamState.APPLIED);
            MemoryRecord kept = memory(applied.appliedId());
            assertThat(kept.text()).endsWith(candidate.draft().proposedValue());
            assertThat(kept.state()).isEqualTo(MemoryState.ACTIVE);
            host.review.undo(Host.SCOPE, candidate.id(), "olga");
            assertThat(memory(applied.appliedId()).state()).isEqualTo(MemoryState.ARCHIVED);
        }
    }

    private MemoryRecord memory(String id) {
        return host.store.find(Host.SCOPE, id).orElseThrow();
    }

    @Test
    void aStaleMemoryIsPutAsideAndComesBackUnchanged() {
        String id = host.observed("The deploy runs on Friday.").id();
        host.observed("The deploy runs on Wednesday.");
        host.dream();
        DreamCandidate candidate = host.candidate(DreamAction.ARCHIVE_MARK_STALE);

        host.accept(candidate);
        assertThat(memory(id).state()).isEqualTo(MemoryState.ARCHIVED);
        host.review.undo(Host.SCOPE, candidate.id(), "olga");
        assertThat(memory(id).state()).isEqualTo(MemoryState.ACTIVE);
        assertThat(memory(id).text()).isEqualTo("The deploy runs on Friday.");
    }

    @Test
    void aFactIsAddedAndRemovedAgain() {
        host.observed("Remember that the invoice server is called Bertha.");
        host.dream();
        DreamCandidate candidate = host.candidate(DreamAction.CURATED_ADD);

        host.accept(candidate);
        assertThat(host.entries()).containsExactly("The invoice server is called Bertha");
        host.review.undo(Host.SCOPE, candidate.id(), "olga");
        assertThat(host.entries()).isEmpty();
    }

    @Test
    void aTopicIsCollectedAndCannotBeTakenBack() {
        for (String name : List.of("Alpha", "Beta", "Gamma", "Delta", "Omega")) {
            host.observed(name + " touched the ledger");
        }
        host.dream();
        DreamCandidate candidate = host.candidate(DreamAction.TOPIC_PACK_UPDATE);

        assertThat(host.accept(candidate).state()).isEqualTo(DreamState.APPLIED);
        assertThat(folder.resolve(".cowork/memory/MEMORY.md")).exists();

        DreamCandidate stays = host.review.undo(Host.SCOPE, candidate.id(), "olga");
        assertThat(stays.state()).isEqualTo(DreamState.APPLIED);
        assertThat(stays.resolution()).startsWith("Not taken back: A topic pack is made from memories");
    }

    @Test
    void whatTheGatePutsOffIsAppliedOnlyWhenSomebodyApprovesIt() {
        host = new Host(database, folder, "background_only", Map.of(), new MovingClock());
        DreamCandidate candidate = replacement();

        DreamCandidate accepted = host.accept(candidate);
        assertThat(accepted.state()).isEqualTo(DreamState.ACCEPTED);
        assertThat(accepted.pendingId()).isNotNull();
        assertThat(accepted.resolution()).contains("waits at the write gate");
        assertThat(host.accept(candidate).pendingId()).isEqualTo(accepted.pendingId());
        assertThat(host.entries()).containsExactly(OLD);

        host.gate.approve(Host.SCOPE, accepted.pendingId(), "olga", null);
        host.review.settle();
        DreamCandidate applied = host.candidate(DreamAction.CURATED_REPLACE);
        assertThat(applied.state()).isEqualTo(DreamState.APPLIED);
        assertThat(applied.pendingId()).isNull();
        assertThat(host.entries()).containsExactly("Reports go out on Tuesday");
    }

    @Test
    void rejectingTakesTheWriteOutOfTheGate() {
        host = new Host(database, folder, "all", Map.of(), new MovingClock());
        host.observed("Never deploy without a second reviewer.");
        host.dream();
        DreamCandidate accepted = host.accept(host.candidate(DreamAction.CONSTRAINT));

        host.review.reject(Host.SCOPE, accepted.id(), "olga", null);

        assertThat(host.gate
                        .list(Host.SCOPE, PendingWrite.Status.PENDING, PageRequest.first(9))
                        .total())
                .isZero();
        assertThat(host.candidate(DreamAction.CONSTRAINT).state()).isEqualTo(DreamState.REJECTED);
        assertThat(host.store
                        .list(
                                Host.SCOPE,
                                MemoryFilter.active("archive").withKinds(List.of("constraint")),
                                PageRequest.first(9))
                        .rows())
                .isEmpty();
    }

    @Test
    void whatTheGateTurnedDownMayBeTriedAgain() {
        host = new Host(database, folder, "background_only", Map.of(), new MovingClock());
        DreamCandidate accepted = host.accept(replacement());
        host.gate.reject(Host.SCOPE, String.valueOf(accepted.pendingId()), "olga", null);

        DreamCandidate again = host.accept(accepted);

        assertThat(again.state()).isEqualTo(DreamState.ACCEPTED);
        assertThat(again.pendingId()).isNotNull().isNotEqualTo(accepted.pendingId());
    }

    @Test
    void eachActIsInTheAuditLogBefore() {
        DreamCandidate candidate = replacement();
        host.review.edit(Host.SCOPE, candidate.id(), "Reports go out on Tuesday", "olga");
        host.accept(candidate);
        host.review.undo(Host.SCOPE, candidate.id(), "olga");

        assertThat(host.audit.list(PageRequest.first(100)).rows())
                .filteredOn(entry -> entry.subject().equals(candidate.id()))
                .extracting(AuditEntry::action)
                .containsExactly("dream.undo", "dream.accept", "dream.edit");
    }

    @Test
    void nobodySeesOrChangesWhatBelongsToAnotherScope() {
        DreamCandidate candidate = replacement();

        assertThat(host.review.find(Scope.ofWorkspace("w2"), candidate.id())).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> host.review.accept(Scope.ofWorkspace("w2"), candidate.id(), "olga"));
        assertThat(host.review
                        .list(Host.SCOPE, new DreamReview.Filter(DreamState.REJECTED, null, null), PageRequest.first(5))
                        .total())
                .isZero();
    }
}
