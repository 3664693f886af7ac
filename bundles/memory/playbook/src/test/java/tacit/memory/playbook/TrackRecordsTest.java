package tacit.memory.playbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static tacit.memory.playbook.Playbooks.SCOPE;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import tacit.api.memory.MemoryFilter;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.MemoryWalk;
import tacit.api.memory.PlaybookEntry.TrackRecord;
import tacit.api.store.Database;
import tacit.api.store.Scope;
import tacit.runtime.testkit.EachDatabase;

final class TrackRecordsTest {

    private static final String GOAL = "Deploy the website";

    @EachDatabase
    void countsManyByTheirAge(Database database) {
        Playbooks books = filled(database, 31);

        TrackRecord counted = counted(books, SCOPE);

        assertThat(counted.successes()).isEqualTo(45);
        assertThat(counted.failures()).isEqualTo(18);
        assertThat(counted.mean())
                .isCloseTo((1 + 0.5 * 20 + 0.8 * 15 + 10) / (2 + 0.5 * 30 + 0.8 * 20 + 13), within(1e-9));
    }

    @EachDatabase
    void countsThoseOfAnAgeThatEndsAsYounger(Database database) {
        Playbooks books = filled(database, 30);

        assertThat(counted(books, SCOPE).mean())
                .isCloseTo((1 + 0.8 * 20 + 15 + 10) / (2 + 0.8 * 30 + 20 + 13), within(1e-9));
    }

    @EachDatabase
    void countsAsManyAsFewWouldBeRead(Database database) {
        Playbooks books = filled(database, 31);
        List<MemoryRecord> experiences = experiences(books);

        books.store.delete(SCOPE, ids(experiences.subList(0, 12)), false);
        TrackRecord many = counted(books, SCOPE);
        books.store.delete(SCOPE, ids(experiences.subList(12, 13)), false);
        TrackRecord few = counted(books, SCOPE);

        assertThat(many.successes() + many.failures()).isEqualTo(51);
        assertThat(few.successes() + few.failures()).isEqualTo(50);
        assertThat(many.mean()).isCloseTo(few.mean(), within(0.02));
    }

    @EachDatabase
    void countsNothingOfAnotherWorkspace(Database database) {
        assertThat(counted(filled(database, 31), Scope.ofWorkspace("elsewhere")))
                .isEqualTo(new TrackRecord(0, 0, 0.5));
    }

    @EachDatabase
    void leavesNoTimeOutAndNoneTwice(Database database) {
        Instant now = new Playbooks(database).clock.instant();

        for (int day = -1; day <= 200; day++) {
            Instant then = now.minus(Duration.ofDays(day));
            assertThat(Decay.spans(now))
                    .filteredOn(span -> (span.from() == null || !then.isBefore(span.from()))
                            && (span.until() == null || then.isBefore(span.until())))
                    .singleElement()
                    .satisfies(span -> assertThat(span.weight()).isEqualTo(Decay.at(now, then)));
        }
    }

    /** 63 of three ages: 60 days and so many, so many, and none. */
    private static Playbooks filled(Database database, int days) {
        Playbooks books = new Playbooks(database);
        add(books, 20, 10);
        books.clock.pass(Duration.ofDays(60));
        add(books, 15, 5);
        books.clock.pass(Duration.ofDays(days));
        add(books, 10, 3);
        return books;
    }

    private static void add(Playbooks books, int worked, int failed) {
        for (int i = 0; i < worked; i++) {
            books.worked(GOAL);
        }
        for (int i = 0; i < failed; i++) {
            books.failed(GOAL, "It broke");
        }
    }

    private static TrackRecord counted(Playbooks books, Scope scope) {
        return new TrackRecords(books.store).of(scope, Patterns.of(GOAL), books.clock.instant());
    }

    private static List<MemoryRecord> experiences(Playbooks books) {
        return MemoryWalk.over(books.store, SCOPE, MemoryFilter.active(EpisodeRecords.LAYER))
                .toList();
    }

    private static List<String> ids(List<MemoryRecord> memories) {
        return memories.stream().map(MemoryRecord::id).toList();
    }
}
