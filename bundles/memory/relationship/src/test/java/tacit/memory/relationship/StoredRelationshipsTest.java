package tacit.memory.relationship;

import static java.time.temporal.ChronoUnit.DAYS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tacit.api.memory.Audience;
import tacit.api.memory.ContextFragment;
import tacit.api.memory.ContextRequest;
import tacit.api.memory.Evidence;
import tacit.api.memory.HistoryCleanup;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.MemoryStore;
import tacit.api.memory.RelationshipItem;
import tacit.api.memory.RelationshipItem.Layer;
import tacit.api.memory.RelationshipItem.Source;
import tacit.api.memory.RelationshipQuery;
import tacit.api.memory.SourceText;
import tacit.api.memory.TaskCompletion;
import tacit.api.memory.TrustLane;
import tacit.api.memory.UserFeedback;
import tacit.api.memory.UserMessage;
import tacit.api.store.Database;
import tacit.api.store.Scope;
import tacit.memory.record.SqlMemoryStore;
import tacit.runtime.testkit.EachDatabase;

class StoredRelationshipsTest {

    private static final Scope NORA = new Scope("w1", "nora");
    private static final Instant TEN = Instant.parse("2026-03-04T10:00:00Z");
    private static final Clock CLOCK = Clock.fixed(TEN, ZoneOffset.UTC);
    private static final List<Evidence> EVIDENCE = List.of(Evidence.of(Evidence.Kind.TRACE, "t1"));

    @EachDatabase
    void re01KeepsOneEntryOfARecurringTask(Database database) {
        StoredRelationships relationships = relationships(database);

        relationships.recordTaskCompletion(completion("Morning weather note", "Rain", "run-1", true));
        relationships.recordTaskCompletion(completion("Morning weather note", "Sun", "run-2", true));

        assertThat(relationships.list(RelationshipQuery.of(NORA)))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.text()).contains("Sun").doesNotContain("Rain");
                    assertThat(entry.attribute("task")).contains("run-2");
                    assertThat(entry.confidence()).isEqualTo(0.48);
                });
    }

    @EachDatabase
    void re02KeepsEachRunOfATaskByHand(Database database) {
        StoredRelationships relationships = relationships(database);

        relationships.recordTaskCompletion(completion("Report", null, "run-1", false));
        relationships.recordTaskCompletion(completion("Report", null, "run-2", false));

        assertThat(relationships.list(RelationshipQuery.of(NORA))).hasSize(2);
    }

    @EachDatabase
    void re03LeavesTheNewestOfEachTitle(Database database) {
        StoredRelationships relationships = relationships(database);
        relationships.recordTaskCompletion(completion("Report", "first", "run-1", false));
        relationships.recordTaskCompletion(completion("Report", "second", "run-2", false));
        relationships.recordTaskCompletion(completion("Other", null, "run-3", false));

        assertThat(relationships.cleanupRecurringHistory(NORA)).isEqualTo(new HistoryCleanup(1, 1));

        assertThat(relationships.list(RelationshipQuery.of(NORA)))
                .extracting(item -> item.attribute("task").orElse(""))
                .containsExactlyInAnyOrder("run-2", "run-3");
    }

    @EachDatabase
    void cleansEachUsersHistoryForItselfWhereAWholeWorkspaceIsMeant(Database database) {
        StoredRelationships relationships = relationships(database);
        for (String user : List.of("nora", "ben")) {
            relationships.recordTaskCompletion(
                    new TaskCompletion("w1", user, "Report", "first", user + "-1", false, EVIDENCE));
            relationships.recordTaskCompletion(
                    new TaskCompletion("w1", user, "Report", "second", user + "-2", false, EVIDENCE));
        }

        assertThat(relationships.cleanupRecurringHistory(Scope.ofWorkspace("w1")))
                .isEqualTo(new HistoryCleanup(2, 2));

        assertThat(relationships.list(RelationshipQuery.of(Scope.ofWorkspace("w1"))))
                .extracting(item -> item.attribute("task").orElse(""))
                .containsExactlyInAnyOrder("nora-2", "ben-2");
    }

    @EachDatabase
    void re04PutsTheContactFirst(Database database) {
        StoredRelationships relationships = relationships(database);
        relationships.add(note("Global", null, null));
        relationships.add(note("Of the company", null, "acme"));
        relationships.add(note("Of the contact", "lea", "acme"));
        relationships.add(note("Of another", "tom", "acme"));

        List<MemoryRecord> items = relationships.list(new RelationshipQuery(NORA, null, false, "lea", "acme", 80));

        assertThat(items).extracting(MemoryRecord::text).containsExactly("Of the contact", "Of the company", "Global");
        assertThat(relationships.list(RelationshipQuery.of(NORA))).hasSize(4);
    }

    @EachDatabase
    void re05KeepsWhatSomebodyNeedsToDo(Database database) {
        StoredRelationships relationships = relationships(database);

        relationships.learn(message("I need to mail the budget recap tomorrow."));

        assertThat(relationships.openCommitments(NORA, 20)).singleElement().satisfies(item -> {
            assertThat(item.text()).isEqualTo("mail the budget recap tomorrow");
            assertThat(item.confidence()).isEqualTo(0.74);
            assertThat(item.attribute("due")).contains("2026-03-05T10:00:00Z");
            assertThat(item.evidence()).containsExactly(new Evidence(Evidence.Kind.SPAN, "t1/s1", 10, 40));
        });
    }

    @EachDatabase
    void re07KnowsWhatIsDueSoon(Database database) {
        StoredRelationships relationships = relationships(database);
        relationships.learn(
                message("I have to send the slides by Friday 5pm. Erinnere mich nächsten Montag an die Steuer."));

        assertThat(relationships.dueSoon(NORA, TEN, Duration.ofDays(3)))
                .extracting(item -> item.attribute("due").orElse(""))
                .containsExactly("2026-03-06T17:00:00Z");
        assertThat(relationships.openCommitments(NORA, 20))
                .extracting(item -> item.attribute("due").orElse(""))
                .containsExactly("2026-03-06T17:00:00Z", "2026-03-09T17:00:00Z");
    }

    @EachDatabase
    void re08ClosesACommitmentThatWasKeptWithItsEvidence(Database database) {
        StoredRelationships relationships = relationships(database);
        relationships.learn(message("I need to mail the budget recap tomorrow."));

        relationships.learn(new UserMessage("w1", "nora", TEN, null, "t2", text("The recap was sent.", "t2/s1")));

        assertThat(relationships.openCommitments(NORA, 20)).isEmpty();
        assertThat(relationships.list(new RelationshipQuery(NORA, Layer.COMMITMENTS, true, null, null, 80)))
                .singleElement()
                .satisfies(item -> {
                    assertThat(item.attribute("status")).contains("done");
                    assertThat(item.evidence()).contains(new Evidence(Evidence.Kind.SPAN, "t2/s1", 0, 19));
                });
    }

    @EachDatabase
    void re08LeavesOpenWhatWasNotKept(Database database) {
        StoredRelationships relationships = relationships(database);
        relationships.learn(message("Remind me to send the budget recap. Remind me to send the sales recap."));

        relationships.learn(message("The budget recap was not sent."));
        relationships.learn(message("Was the budget recap sent?"));
        relationships.learn(message("The recap was sent."));

        assertThat(relationships.openCommitments(NORA, 20)).hasSize(2);
    }

    @EachDatabase
    void closesWhatATaskHasDone(Database database) {
        StoredRelationships relationships = relationships(database);
        relationships.learn(message("Remind me to renew the domain."));

        List<MemoryRecord> changed = relationships.recordTaskCompletion(
                completion("Domain", "Completed: renew the domain and check it", "run-1", false));

        assertThat(changed).hasSize(2);
        assertThat(relationships.openCommitments(NORA, 20)).isEmpty();
    }

    @EachDatabase
    void keepsWhatIsSaidOfOthersUnderTheirName(Database database) {
        StoredRelationships relationships = relationships(database);

        relationships.learn(message("My sister Lea hates phone calls. Remember that the office closes at six."));

        assertThat(relationships.list(RelationshipQuery.of(NORA)))
                .extracting(MemoryRecord::text)
                .containsExactlyInAnyOrder("Lea dislikes phone calls", "the office closes at six");
    }

    @EachDatabase
    void keepsARejectionAndNothingForeign(Database database) {
        StoredRelationships relationships = relationships(database);
        SourceText reason = text("wrong library", "t1/s2");

        assertThat(relationships.learnFromFeedback(new UserFeedback("w1", "nora", "rejected", "t1", reason)))
                .singleElement()
                .satisfies(item -> assertThat(item.confidence()).isEqualTo(0.72));
        assertThat(relationships.learnFromFeedback(new UserFeedback("w1", "nora", "accepted", "t1", reason)))
                .isEmpty();
        SourceText foreign = new SourceText("Remind me to pay.", Evidence.Kind.SPAN, "t1/s3", TrustLane.FOREIGN);
        assertThat(relationships.learn(new UserMessage("w1", "nora", TEN, null, null, foreign)))
                .isEmpty();
    }

    @EachDatabase
    void offersItsItemsToTheUserAlone(Database database) {
        MemoryStore store = new SqlMemoryStore(database, CLOCK);
        new StoredRelationships(store, CLOCK).learn(message("I need to mail the budget recap tomorrow."));
        RelationshipSource source = new RelationshipSource(store);

        assertThat(source.fragments(new ContextRequest("w1", "task", Audience.ofUser("nora"), TEN, 5)))
                .singleElement()
                .satisfies(fragment -> {
                    assertThat(fragment.text())
                            .isEqualTo("[commitments] mail the budget recap tomorrow (due 2026-03-05)");
                    assertThat(fragment.relevance()).isEqualTo(0.88);
                });
        assertThat(source.fragments(new ContextRequest("w1", "task", Audience.ofUser("nora"), TEN.plus(2, DAYS), 5)))
                .extracting(ContextFragment::text)
                .containsExactly("[commitments] mail the budget recap tomorrow (overdue since 2026-03-05)");
        assertThat(source.fragments(new ContextRequest("w1", "task", Audience.ofUser("ben"), TEN, 5)))
                .isEmpty();
        Audience group = new Audience(Audience.Kind.GROUP, "nora", null, null, false);
        assertThat(source.fragments(new ContextRequest("w1", "task", group, TEN, 5)))
                .isEmpty();
    }

    @EachDatabase
    void closesAndDeletesById(Database database) {
        StoredRelationships relationships = relationships(database);
        String id = relationships
                .learn(message("Remind me to renew the domain."))
                .get(0)
                .id();

        assertThat(relationships.close(NORA, id, EVIDENCE.get(0))).isPresent();
        assertThat(relationships.close(NORA, id, EVIDENCE.get(0))).isEmpty();
        assertThat(relationships.delete(NORA, id)).isTrue();
        assertThat(relationships.delete(NORA, id)).isFalse();
    }

    private static StoredRelationships relationships(Database database) {
        return new StoredRelationships(new SqlMemoryStore(database, CLOCK), CLOCK);
    }

    private static UserMessage message(String words) {
        return new UserMessage("w1", "nora", TEN, null, "t1", text(words, "t1/s1"));
    }

    private static SourceText text(String words, String span) {
        return new SourceText(words, Evidence.Kind.SPAN, span, TrustLane.STATEMENT);
    }

    private static TaskCompletion completion(String title, @Nullable String summary, String run, boolean recurring) {
        return new TaskCompletion("w1", "nora", title, summary, run, recurring, EVIDENCE);
    }

    private static RelationshipItem note(String text, @Nullable String contact, @Nullable String company) {
        return new RelationshipItem(
                "w1", "nora", Layer.CONTEXT, text, Source.CONVERSATION, 0.7, null, contact, company, null, EVIDENCE);
    }
}
