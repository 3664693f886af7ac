package tacit.memory.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static tacit.memory.archive.Archives.ANYBODY;
import static tacit.memory.archive.Archives.OTHER;
import static tacit.memory.archive.Archives.SCOPE;
import static tacit.memory.archive.Archives.request;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.api.memory.ArchiveSettings;
import tacit.api.memory.ArchiveSettingsChange;
import tacit.api.memory.ArchiveStats;
import tacit.api.memory.ArchiveType;
import tacit.api.memory.MemoryChange;
import tacit.api.memory.MemoryRecord;
import tacit.api.store.Database;
import tacit.api.store.Scope;
import tacit.runtime.testkit.EachDatabase;

/** What an archive keeps, counts and clears, and by which settings. */
@EachDatabase
class KeepingTest {

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

    @Test
    void ar26BeginsWithTheUsualSettings() {
        ArchiveSettings settings = archives.archive.settings("w1");

        assertThat(settings.enabled() && settings.autoCapture() && settings.compression())
                .isTrue();
        assertThat(settings.privacy()).isEqualTo(ArchiveSettings.Privacy.NORMAL);
        assertThat(settings.retentionDays()).isEqualTo(90);
        assertThat(settings.maxStorageMb()).isEqualTo(100);
        assertThat(settings.excludedPatterns()).isEmpty();
    }

    @Test
    void ar27ChangesOneSettingAndLeavesTheOthers() {
        archives.excluding(List.of("password: \\w+", "x y"));
        archives.keeping(30, 5);
        archives.enabled(false);

        assertThat(archives.archive.settings("w1"))
                .isEqualTo(new ArchiveSettings(
                        false, true, true, 30, 5, ArchiveSettings.Privacy.NORMAL, List.of("password: \\w+", "x y")));
        assertThat(archives.archive.settings("w2")).isEqualTo(ArchiveSettings.USUAL);
    }

    @Test
    void ar28KeepsWithoutAnEndForZeroDays() {
        archives.keeping(0, 100);
        archives.keep("old");
        archives.days(4000);

        assertThat(archives.archive.settings("w1").retentionDays()).isZero();
        assertThat(archives.upkeep.previewRetention(SCOPE).putAside()).isEmpty();
    }

    @Test
    void refusesSettingsOutOfTheirBounds() {
        assertThatIllegalArgumentException().isThrownBy(() -> archives.keeping(-1, 100));
        assertThatIllegalArgumentException().isThrownBy(() -> archives.keeping(90, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> archives.change(
                        new ArchiveSettingsChange(false, null, null, null, null, null, null, List.of())));
        assertThat(archives.archive.settings("w1")).isEqualTo(ArchiveSettings.USUAL);
    }

    @Test
    void ar29CountsNothingInAnEmptyWorkspace() {
        assertThat(archives.archive.stats(SCOPE)).isEqualTo(new ArchiveStats(0, 0, 0, 0, 0, 0, 0));
    }

    @Test
    void ar30CountsWhatHasASummary() {
        archives.keep("Something happened");
        archives.keep("");

        ArchiveStats stats = archives.archive.stats(SCOPE);

        assertThat(stats.compressed()).isEqualTo(1);
        assertThat(stats.ratio()).isEqualTo(0.5);
    }

    @Test
    void ar31CountsPrivateOnesToo() {
        archives.hidden("one");
        archives.hidden("two");

        assertThat(archives.archive.stats(SCOPE).count()).isEqualTo(2);
    }

    @Test
    void ar32ClearsOneWorkspaceAndLeavesTheOther() {
        for (int i = 0; i < 250; i++) {
            archives.keep("number " + i);
        }
        archives.archive.capture(Archives.in(request("elsewhere"), "w2", null));
        archives.keeping(10, 10);

        assertThat(archives.archive.clear(SCOPE)).isEqualTo(250);

        assertThat(archives.archive.stats(SCOPE).count()).isZero();
        assertThat(archives.archive.stats(OTHER).count()).isEqualTo(1);
        assertThat(archives.found("number")).isEmpty();
        assertThat(archives.archive.settings("w1").retentionDays()).isEqualTo(10);
    }

    @Test
    void clearsOfAUserWhatIsTheirsAlone() {
        archives.archive.capture(Archives.in(request("mine"), "w1", "ada"));
        archives.archive.capture(Archives.in(request("yours"), "w1", "bob"));
        archives.keep("ours");

        assertThat(archives.archive.clear(new Scope("w1", "ada"))).isEqualTo(1);
        assertThat(archives.all(SCOPE)).extracting(MemoryRecord::text).containsExactlyInAnyOrder("yours", "ours");
    }

    @Test
    void ar34AnswersTheNewestFirst() {
        IntStream.range(0, 3).forEach(i -> {
            archives.keep("row " + i);
            archives.clock.pass(Duration.ofSeconds(1));
        });

        assertThat(archives.archive.recent(SCOPE, ANYBODY, 10))
                .extracting(MemoryRecord::text)
                .containsExactly("row 2", "row 1", "row 0");
        assertThat(archives.archive.recent(SCOPE, ANYBODY, 2)).hasSize(2);
    }

    @Test
    void ar35AnswersWhatARunLeft() {
        archives.keep(ArchiveType.DECISION, "task-1", "a");
        archives.keep(ArchiveType.ERROR, "task-1", "b");
        archives.keep(ArchiveType.ERROR, "task-2", "c");

        assertThat(archives.archive.byTask(SCOPE, ANYBODY, "task-1", 10)).hasSize(2);
        assertThat(archives.archive.byTask(SCOPE, ANYBODY, "task-9", 10)).isEmpty();
    }

    @Test
    void ar36AnswersNothingForUnknownIds() {
        assertThat(archives.archive.details(SCOPE, ANYBODY, List.of("nobody"))).isEmpty();
        assertThat(archives.archive.timeline(SCOPE, ANYBODY, "nobody", 5)).isEmpty();
        assertThat(archives.store.change(SCOPE, "nobody", MemoryChange.NONE)).isEmpty();
        assertThat(archives.observations.suppress(SCOPE, "nobody")).isFalse();
    }
}
