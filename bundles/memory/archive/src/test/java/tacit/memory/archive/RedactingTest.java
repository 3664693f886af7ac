package tacit.memory.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static tacit.memory.archive.Archives.SCOPE;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tacit.api.memory.ArchivePrivacy;
import tacit.api.memory.MemoryChange;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.MemoryState;
import tacit.api.memory.Observation;
import tacit.api.memory.ObservationChange;
import tacit.api.memory.Visibility;
import tacit.api.store.Database;
import tacit.runtime.testkit.EachDatabase;

@EachDatabase
class RedactingTest {

    @TempDir
    Path folder;

    private Archives archives;

    @BeforeEach
    void open(Database opened) {
        archives = new Archives(opened, folder);
    }

    @AfterEach
    void close() {
        archives.close();
    }

    private void update(MemoryRecord record, ArchivePrivacy privacy) {
        archives.observations.update(
                SCOPE, record.id(), new ObservationChange(null, null, null, null, null, null, null, privacy));
    }

    @Test
    void refusesAReplacementThatHoldsWhatItReplaces() {
        MemoryRecord record = archives.keep("The zeppelin of Ada");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> archives.observations.redact(SCOPE, record.id(), "No more: the  ZEPPELIN of Ada"))
                .withMessage(
                        "replacement must not hold the words that it replaces, those of memory '" + record.id() + "'");

        assertThat(archives.all(SCOPE)).containsExactly(record);
    }

    @Test
    void leavesWhatIsRedactedAlready() {
        MemoryRecord record = archives.keep("The zeppelin of Ada");
        Observation once =
                archives.observations.redact(SCOPE, record.id(), null).orElseThrow();

        Observation twice =
                archives.observations.redact(SCOPE, once.memoryId(), null).orElseThrow();

        assertThat(twice).isEqualTo(once);
        assertThat(archives.all(SCOPE)).extracting(MemoryRecord::id).containsExactly(once.memoryId());
    }

    @ParameterizedTest
    @EnumSource(names = {"SUPERSEDED", "ARCHIVED"})
    void bringsNothingBackThatNoLongerHolds(MemoryState state) {
        MemoryRecord record = archives.keep("The zeppelin lands");
        archives.store.change(
                SCOPE, record.id(), MemoryChange.NONE.withState(state).withAttributes(Fields.one(Fields.ASIDE, "AGE")));

        for (ArchivePrivacy privacy :
                List.of(ArchivePrivacy.PRIVATE, ArchivePrivacy.SUPPRESSED, ArchivePrivacy.NORMAL)) {
            update(record, privacy);

            assertThat(archives.now(record).state()).isEqualTo(state);
            assertThat(Fields.privacy(archives.now(record))).isEqualTo(privacy);
        }
    }

    @Test
    void bringsBackWhatWasOnlyOutOfSight() {
        MemoryRecord record = archives.keep("The zeppelin lands");
        archives.observations.suppress(SCOPE, record.id());

        update(record, ArchivePrivacy.NORMAL);

        assertThat(archives.now(record).state()).isEqualTo(MemoryState.ACTIVE);
        assertThat(archives.now(record).visibility()).isEqualTo(Visibility.SHARED);
    }
}
